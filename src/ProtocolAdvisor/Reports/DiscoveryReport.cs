using System.Text.Json.Serialization;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Drift;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>Where the endpoints came from.</summary>
/// <param name="Sources">Everything that was asked, in the order of precedence, misses included.</param>
/// <param name="Candidates">The endpoints they named, best first.</param>
/// <param name="Outgoing">The outgoing servers they named, best first; how they answered stands among the endpoints.</param>
/// <param name="NotOffered">Protocols, <c>submission</c> among them, that the operator decidedly does not offer (SRV target ".").</param>
/// <param name="Preferred">The protocol that the operator prefers; null where he does not say.</param>
/// <param name="Drift">Where sources disagree with each other, the live servers or their certificates.</param>
public sealed record DiscoveryReport(
    IReadOnlyList<SourceReport> Sources,
    IReadOnlyList<CandidateReport> Candidates,
    IReadOnlyList<OutgoingReport> Outgoing,
    IReadOnlyList<MailProtocol> NotOffered,
    MailProtocol? Preferred,
    IReadOnlyList<DriftReport> Drift)
{
    /// <summary>Ways to the mailbox beside IMAP and POP3, which are told and never signed in to: at most 12.</summary>
    public IReadOnlyList<OtherWay> OtherWays { get; init; } = [];

    /// <summary>Where OAuth 2.0 access tokens come from, as sources say, the best first: at most 6.</summary>
    public IReadOnlyList<OAuthOffer> OAuth2 { get; init; } = [];

    /// <summary>The mail domain whose servers they are, in A-labels; null where only servers were named.</summary>
    public string? Domain { get; init; }

    /// <summary>The hosts that receive the domain's mail, as its MX records say: providers are recognised by them.</summary>
    public IReadOnlyList<string> MailExchangers { get; init; } = [];

    /// <summary>Those who name servers and have not answered, each once; empty where all have: what nobody named is not there then.</summary>
    internal IReadOnlyList<DiscoverySource> Unheard { get; init; } = [];

    /// <summary>The shown form.</summary>
    /// <param name="discovery">What was learned.</param>
    /// <param name="endpoints">What probing saw; empty where nothing was probed.</param>
    /// <param name="usernameFor">The user name's form at a candidate.</param>
    /// <param name="provider">Whose mailbox it is, where what is known of him is known of its servers; null elsewhere.</param>
    /// <param name="language">The language of its sentences.</param>
    internal static DiscoveryReport From(
        DiscoveryResult discovery, IReadOnlyList<EndpointFacts> endpoints, Func<EndpointCandidate, string?> usernameFor,
        ProviderMatch? provider, Language language) => new(
        [.. discovery.Attempts.Select(x => SourceReport.From(x, language))],
        [.. discovery.Candidates.Select(x => CandidateReport.From(x, usernameFor(x)))],
        [.. discovery.Outgoing.Select(OutgoingReport.From)],
        discovery.NotOffered,
        discovery.Preferred,
        [.. SettingsDrift.Of(discovery, endpoints).Select(x => DriftReport.From(x, language))])
        {
            OtherWays = discovery.OtherWays,
            OAuth2 = KnownTokens.Beside(discovery.OAuth, provider),
            Domain = discovery.MailDomain?.Value,
            Unheard = [.. SearchState.Unheard(discovery).Select(x => x.Source).Distinct()],
            MailExchangers = [.. discovery.MailExchangers.Select(x => x.Value)],
        };

    /// <summary>The shown form of a search whose servers nobody has looked at yet.</summary>
    /// <param name="discovery">What was learned.</param>
    /// <param name="usernameFor">The user name's form at a candidate.</param>
    /// <param name="language">The language of its sentences.</param>
    internal static DiscoveryReport From(DiscoveryResult discovery, Func<EndpointCandidate, string?> usernameFor, Language language)
    {
        var provider = ProviderReading.Of(discovery) is { } match && ProviderReading.ConcernsMailbox(match, discovery) ? match : null;
        return From(discovery, [], usernameFor, provider, language);
    }
}

/// <summary>One place at which a source was asked, and how that went.</summary>
/// <param name="Source">The source; <c>explicit</c> is the request itself.</param>
/// <param name="Outcome">How asking ended.</param>
/// <param name="Location">Where: a URL without its query, a DNS name; the hosts that the request named.</param>
/// <param name="Trust">Whether the answer could have been forged on the way.</param>
/// <param name="ElapsedMs">How long it took.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="Oddities">What was strange in the answer and passed over.</param>
/// <param name="Dated">When a file was last changed; null where that is not told.</param>
public sealed record SourceReport(
    DiscoverySource Source,
    SourceOutcome Outcome,
    string Location,
    SourceTrust Trust,
    double? ElapsedMs,
    FailureReport? Failure,
    IReadOnlyList<string> Oddities,
    DateTimeOffset? Dated)
{
    /// <summary>The shown form.</summary>
    internal static SourceReport From(SourceAttempt attempt, Language language) => new(
        attempt.Source,
        attempt.Outcome,
        attempt.Location,
        attempt.Secure ? SourceTrust.Secure : SourceTrust.Insecure,
        attempt.ElapsedMs,
        attempt.Failure is { } failure
            ? new FailureReport(failure.Kind, failure.Detail, EvidenceWords.In(language).Text(failure.Remark)) : null,
        [.. attempt.Oddities.Select(x => EvidenceWords.In(language).Text(x)!)],
        attempt.Dated);
}

/// <summary>Why a source gave no answer.</summary>
/// <param name="Kind">The kind, from a closed list.</param>
/// <param name="Reply">What exactly, the same in every language: a status, a host, a server's words; null where the kind says it
/// all.</param>
/// <param name="Detail">What exactly, in words of ours; null where the kind says it all.</param>
public sealed record FailureReport(FailureKind Kind, string? Reply, string? Detail);

/// <summary>Whether a source's answer could have been forged on the way.</summary>
[JsonConverter(typeof(CamelCase<SourceTrust>))]
public enum SourceTrust
{
    /// <summary>It came over an authenticated way.</summary>
    Secure,

    /// <summary>It could have been forged, or there was none.</summary>
    Insecure,
}

/// <summary>An endpoint that a source named.</summary>
/// <param name="Protocol">What is spoken there.</param>
/// <param name="Host">The host.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="Username">The user name's form: a placeholder, or masked.</param>
/// <param name="Authentication">How to sign in; empty where no source says.</param>
/// <param name="Sources">Who named it, the best first.</param>
/// <param name="Trusted">Whether one of them could not have been forged on the way.</param>
/// <param name="Rank">Its place, from 1.</param>
/// <param name="RankReason">What decided its place behind the one before it.</param>
public sealed record CandidateReport(
    MailProtocol Protocol,
    string Host,
    int Port,
    ConnectionSecurity Security,
    string? Username,
    IReadOnlyList<AuthenticationMethod> Authentication,
    IReadOnlyList<DiscoverySource> Sources,
    bool Trusted,
    int Rank,
    RankReason RankReason)
{
    /// <summary>The shown form.</summary>
    internal static CandidateReport From(EndpointCandidate candidate, string? username) => new(
        candidate.Endpoint.Protocol,
        candidate.Endpoint.Host.Value,
        candidate.Endpoint.Port,
        candidate.Endpoint.Security,
        username,
        candidate.Authentication,
        candidate.Sources,
        candidate.Trusted,
        candidate.Rank,
        candidate.Reason);
}

/// <summary>An outgoing mail server that a source named.</summary>
/// <param name="Host">The host.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="Username">The user name's form; null where no source says.</param>
/// <param name="Authentication">How to sign in; empty where no source says.</param>
/// <param name="Sources">Who named it, the best first.</param>
/// <param name="Trusted">Whether one of them could not have been forged on the way.</param>
public sealed record OutgoingReport(
    string Host,
    int Port,
    ConnectionSecurity Security,
    string? Username,
    IReadOnlyList<AuthenticationMethod> Authentication,
    IReadOnlyList<DiscoverySource> Sources,
    bool Trusted)
{
    /// <summary>The shown form.</summary>
    internal static OutgoingReport From(OutgoingCandidate outgoing) => new(
        outgoing.Server.Host.Value,
        outgoing.Server.Port,
        outgoing.Server.Security,
        outgoing.Server.Username,
        outgoing.Server.Authentication,
        outgoing.Sources,
        outgoing.Trusted);
}

/// <summary>One fact on which those who should know disagree.</summary>
/// <param name="Fact">What they disagree on.</param>
/// <param name="Protocol">The protocol concerned; null for both.</param>
/// <param name="Values">What each says, the better source first, the live server last.</param>
/// <param name="Right">The value that the live server proves right; null where none, or more than one, works.</param>
/// <param name="Change">What to change, as a stable word.</param>
/// <param name="Text">What to change, in a sentence.</param>
public sealed record DriftReport(
    DriftFact Fact, MailProtocol? Protocol, IReadOnlyList<DriftValueReport> Values, string? Right, DriftChange Change, string Text)
{
    /// <summary>The shown form.</summary>
    internal static DriftReport From(DriftRow row, Language language) =>
        new(row.Fact, row.Protocol, [.. row.Values.Select(x => DriftValueReport.From(x, language))], row.Right, row.Change, DriftWords.Text(row, language));
}

/// <summary>What one of them says.</summary>
/// <param name="Holder">Who: a source's name, <c>live</c> or <c>certificate</c>.</param>
/// <param name="Location">Where it says so: a URL, DNS names separated by commas, or <c>host:port</c>.</param>
/// <param name="Value">What it says, as a stable word.</param>
/// <param name="Text">The same for people.</param>
/// <param name="Works">Whether the live server bears it out; null where nobody looked.</param>
public sealed record DriftValueReport(string Holder, string Location, string Value, string Text, bool? Works)
{
    /// <summary>The shown form.</summary>
    internal static DriftValueReport From(DriftValue value, Language language) =>
        new(value.Holder, value.Location, value.Value, EvidenceWords.In(language).Text(value.Said)!, value.Works);
}
