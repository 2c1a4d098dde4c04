namespace ProtocolAdvisor.Web.Audits;

/// <summary>Where audits are.</summary>
internal static class AuditPaths
{
    /// <summary>All of them.</summary>
    public const string All = "/v1/audits";

    /// <summary>One of them.</summary>
    public static string Of(string id) => $"{All}/{id}";
}
