using System.Text.Json.Serialization;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Reports;

/// <summary>The settings to type into a client.</summary>
/// <param name="Protocol">What is spoken there.</param>
/// <param name="Host">The host.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="Username">The user name's form: a placeholder, or masked.</param>
/// <param name="Authentication">How to sign in.</param>
public sealed record RecommendedEndpoint(
    MailProtocol Protocol, string Host, int Port, ConnectionSecurity Security, string? Username, AuthenticationKind Authentication)
{
    /// <summary>The best usable endpoint of the recommended protocol: one that was signed in to first, then one that a password may go to, then the best candidate.</summary>
    internal static RecommendedEndpoint? In(AssessmentFacts facts, MailProtocol? protocol, IReadOnlyList<Finding> findings, ReportHeading heading) => facts.Endpoints
        .Where(x => x.Probe.Endpoint.Protocol == protocol && x.Probe.Usable)
        .OrderByDescending(x => x.SignIn.Outcome == SignInOutcome.Accepted)
        .ThenByDescending(x => x.Trusted)
        .Select(x => From(x.Probe.Endpoint, facts.Discovery.Candidates.FirstOrDefault(y => y.Endpoint == x.Probe.Endpoint), OnlyKind(findings, x.Probe.Endpoint), heading))
        .FirstOrDefault();

    private static RecommendedEndpoint From(MailEndpoint endpoint, EndpointCandidate? candidate, AuthenticationKind? only, ReportHeading heading) => new(
        endpoint.Protocol,
        endpoint.Host.Value,
        endpoint.Port,
        endpoint.Security,
        heading.UsernameFor(candidate),
        only ?? heading.Authentication ?? (OffersTokensOnly(candidate) ? AuthenticationKind.Oauth2 : AuthenticationKind.Password));

    // Whatever was tried: a password that is never taken is nothing to type in.
    private static AuthenticationKind? OnlyKind(IReadOnlyList<Finding> findings, MailEndpoint endpoint) =>
        findings.Any(x => x.Protocol == endpoint.Protocol && x.Code is (FindingCode.AuthOauthOnly or FindingCode.AuthBasicBlocked)) ? AuthenticationKind.Oauth2
        : findings.Any(x => x.Endpoint == endpoint.Authority && x.Code == FindingCode.AuthNoUsableMechanism) ? AuthenticationKind.Other : null;

    private static bool OffersTokensOnly(EndpointCandidate? candidate) =>
        candidate?.Authentication is { Count: > 0 } methods && methods.All(x => x == AuthenticationMethod.OAuth2);
}

/// <summary>How a client signs in.</summary>
[JsonConverter(typeof(CamelCase<AuthenticationKind>))]
public enum AuthenticationKind
{
    /// <summary>With a password.</summary>
    Password,

    /// <summary>With an OAuth 2.0 access token.</summary>
    Oauth2,

    /// <summary>With neither: what the server offers is in its SASL mechanisms.</summary>
    Other,
}
