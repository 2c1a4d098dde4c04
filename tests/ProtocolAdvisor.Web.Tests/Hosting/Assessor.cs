namespace ProtocolAdvisor.Web.Tests.Hosting;

/// <summary>Whether the library already dials; tests of whole runs wait for that.</summary>
public static class Assessor
{
    public static bool Dials => typeof(MailboxAssessor).Assembly.GetType("ProtocolAdvisor.Probing.EndpointProbe") is not null;
}
