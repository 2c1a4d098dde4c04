using System.Text.Json.Serialization;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Reports;

/// <summary>Where the endpoints came from.</summary>
/// <param name="Sources">Every source that was asked.</param>
/// <param name="Candidates">The endpoints they named, best first.</param>
/// <param name="Outgoing">The outgoing servers they named, best first; they are not probed.</param>
/// <param name="Drift">Where sources disagree with each other or with the live server.</param>
internal sealed record DiscoveryReport(
    IReadOnlyList<SourceReport> Sources,
    IReadOnlyList<CandidateReport> Candidates,
    IReadOnlyList<OutgoingReport> Outgoing,
    IReadOnlyList<DriftReport> Drift)
{
    /// <summary>The request named the server: its endpoints, ranked in the caller's order, trusted because the caller said so.</summary>
    public static DiscoveryReport Explicit(ReportHeading heading) => new(
        [new SourceReport("explicit", SourceOutcome.Found, heading.Server.Value, SourceTrust.Secure, 0, null)],
        [.. heading.Subject.Endpoints.Select((endpoint, index) => new CandidateReport(
            endpoint.Protocol, endpoint.Host.Value, endpoint.Port, endpoint.Security, heading.ShownUsername, [], ["explicit"], true, index + 1))],
        [],
        []);
}

/// <summary>One source and how asking it went.</summary>
/// <param name="Source">The source's name; <c>explicit</c> is the request itself.</param>
/// <param name="Outcome">How asking ended.</param>
/// <param name="Location">Where it was asked.</param>
/// <param name="Trust">Whether the answer could have been forged on the way.</param>
/// <param name="ElapsedMs">How long it took.</param>
/// <param name="Failure">Why it failed.</param>
internal sealed record SourceReport(
    string Source, SourceOutcome Outcome, string? Location, SourceTrust Trust, double? ElapsedMs, FailureReport? Failure);

/// <summary>How asking a source ended.</summary>
[JsonConverter(typeof(CamelCase<SourceOutcome>))]
internal enum SourceOutcome
{
    /// <summary>It named endpoints.</summary>
    Found,

    /// <summary>It knows nothing of the domain.</summary>
    NotFound,

    /// <summary>It could not be asked.</summary>
    Failed,

    /// <summary>It was not needed.</summary>
    Skipped,
}

/// <summary>Whether a source's answer could have been forged on the way.</summary>
[JsonConverter(typeof(CamelCase<SourceTrust>))]
internal enum SourceTrust
{
    /// <summary>It came over an authenticated way.</summary>
    Secure,

    /// <summary>It could have been forged.</summary>
    Insecure,
}

/// <summary>An endpoint that a source named.</summary>
/// <param name="Protocol">What is spoken there.</param>
/// <param name="Host">The host.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="Username">The user name's form: a placeholder, or masked.</param>
/// <param name="Authentication">How to sign in, in the source's order; empty when it does not say.</param>
/// <param name="Sources">Who named it.</param>
/// <param name="Trusted">Whether a password may go there.</param>
/// <param name="Rank">Its place, from 1.</param>
internal sealed record CandidateReport(
    MailProtocol Protocol,
    string Host,
    int Port,
    ConnectionSecurity Security,
    string? Username,
    IReadOnlyList<AuthenticationMethod> Authentication,
    IReadOnlyList<string> Sources,
    bool Trusted,
    int Rank);

/// <summary>An outgoing server (submission, RFC 6409) that a source named.</summary>
/// <param name="Host">The host.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="Username">The user name's form: a placeholder, or masked; null when no source says.</param>
/// <param name="Authentication">How to sign in, in the source's order; empty when it does not say.</param>
/// <param name="Sources">Who named it.</param>
/// <param name="Trusted">Whether one of them could not have been forged on the way.</param>
internal sealed record OutgoingReport(
    string Host,
    int Port,
    ConnectionSecurity Security,
    string? Username,
    IReadOnlyList<AuthenticationMethod> Authentication,
    IReadOnlyList<string> Sources,
    bool Trusted);

/// <summary>A disagreement between two sources, or a source and the live server.</summary>
/// <param name="Member">What they disagree on.</param>
/// <param name="Values">What each says.</param>
internal sealed record DriftReport(string Member, IReadOnlyList<string> Values);
