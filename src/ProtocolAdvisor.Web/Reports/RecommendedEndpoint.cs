using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Web.Reports;

/// <summary>The settings to type into a client.</summary>
/// <param name="Protocol">What is spoken there.</param>
/// <param name="Host">The host.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="Username">The user name's form: a placeholder, or masked.</param>
/// <param name="Authentication">How to sign in.</param>
internal sealed record RecommendedEndpoint(
    MailProtocol Protocol, string Host, int Port, ConnectionSecurity Security, string? Username, AuthenticationKind Authentication)
{
    /// <summary>The best usable endpoint of the recommended protocol: one that was signed in to first, then implicit TLS (RFC 8314 §3).</summary>
    public static RecommendedEndpoint? In(AssessmentFacts facts, MailProtocol? protocol, ReportHeading heading) => facts.Endpoints
        .Where(x => x.Probe.Endpoint.Protocol == protocol && x.Probe.Usable)
        .OrderByDescending(x => x.SignIn.Outcome == SignInOutcome.Accepted)
        .ThenBy(x => x.Probe.Endpoint.Security)
        .Select(x => From(x.Probe.Endpoint, heading))
        .FirstOrDefault();

    private static RecommendedEndpoint From(MailEndpoint endpoint, ReportHeading heading) => new(
        endpoint.Protocol,
        endpoint.Host.Value,
        endpoint.Port,
        endpoint.Security,
        heading.ShownUsername,
        heading.Authentication);
}

/// <summary>How a client signs in.</summary>
[JsonConverter(typeof(CamelCase<AuthenticationKind>))]
internal enum AuthenticationKind
{
    /// <summary>With a password.</summary>
    Password,

    /// <summary>With an OAuth 2.0 access token.</summary>
    Oauth2,
}
