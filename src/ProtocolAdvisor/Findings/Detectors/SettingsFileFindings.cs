using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>The settings that the domain itself publishes, in files and service records: only they are its operator's to mend.</summary>
internal static class SettingsFileFindings
{
    private const int MostReasons = 3;

    public static IEnumerable<Finding> Of(DiscoveryResult discovery)
    {
        var own = discovery.Attempts.Where(IsOwn).ToList();
        var published = discovery.Candidates.Any(x => x.Sources is not [DiscoverySource.Convention]);
        var empty = discovery.Attempts.Where(NamesNothingUsable).Select(Empty);
        return own.Where(IsUnreadable).Select(Invalid).Concat(empty).Concat(WebFaults(discovery, own, published)).Concat(Insecure(own));
    }

    /// <summary>Whether the domain does publish settings, but at one place such that none of its servers can be used.</summary>
    public static bool NamesNothingUsable(DiscoveryResult discovery) => discovery.Attempts.Any(NamesNothingUsable);

    /// <summary>Whether what befell this source is told here.</summary>
    public static bool IsToldOf(DiscoveryResult discovery, SourceAttempt attempt) =>
        IsOwn(attempt) && (IsUnreadable(attempt) || (IsWebFault(attempt) && !SearchState.IsForged(discovery)));

    private static bool NamesNothingUsable(SourceAttempt attempt) => attempt.NamesNoUsableServer && (IsOwn(attempt) || attempt.Source == DiscoverySource.Srv);

    private static bool IsOwn(SourceAttempt attempt) => attempt.Source is DiscoverySource.Autoconfig or DiscoverySource.Pacc;

    private static bool IsUnreadable(SourceAttempt attempt) => attempt.Failure?.Kind is FailureKind.DocumentInvalid or FailureKind.DigestMismatch;

    private static Finding Invalid(SourceAttempt attempt) => Found.Once(
        FindingCode.AutoconfigInvalid,
        attempt.Failure!.Kind == FailureKind.DigestMismatch ? $"{attempt.Location}: its digest is not the published one" : $"{attempt.Location}: {attempt.Failure.Detail}");

    private static Finding Empty(SourceAttempt attempt)
    {
        var reasons = string.Join("; ", attempt.Oddities.Take(MostReasons));
        return Found.Once(
            FindingCode.SettingsEmpty,
            attempt.Oddities.Count > MostReasons ? Found.Text($"{attempt.Location}: {reasons}; {attempt.Oddities.Count - MostReasons} more") : $"{attempt.Location}: {reasons}");
    }

    // Where another file of the domain was read, nobody is kept from finding the servers. And the domain's home page need not be a place of settings at all: where the servers
    // are published elsewhere, that it cannot be reached is not told, and what else is wrong with it is a lesser matter.
    // Where every name below the domain leads somewhere, the name of the place says nothing; where our name servers invent addresses, we have been at somebody else's.
    private static IEnumerable<Finding> WebFaults(DiscoveryResult discovery, List<SourceAttempt> own, bool published)
    {
        if (SearchState.IsForged(discovery)) return [];
        var anyName = ConventionSource.KnowsEveryName(discovery);
        var found = own.Exists(x => x is { Secure: true, Outcome: SourceOutcome.Found });
        return
            from attempt in own
            where IsWebFault(attempt) && !(published && IsAtHomePage(attempt) && IsOutOfReach(attempt))
            let finding = Found.Once(FindingCode.SettingsWebFault, $"{attempt.Location}: {WireWordOf(attempt.Failure!)}")
            select found || (published && IsAtHomePage(attempt)) || (anyName && !IsAtHomePage(attempt)) ? finding with { Severity = Severity.Low } : finding;
    }

    private static bool IsAtHomePage(SourceAttempt attempt) => attempt.Location.Contains("/.well-known/autoconfig/", StringComparison.Ordinal);

    private static bool IsOutOfReach(SourceAttempt attempt) => attempt.Failure!.Kind
        is FailureKind.ConnectionRefused or FailureKind.ConnectionReset or FailureKind.TimedOut or FailureKind.HostUnreachable or FailureKind.TlsFailed;

    // That we stopped waiting, or may not go there, is no fault of the server's.
    private static bool IsWebFault(SourceAttempt attempt) => attempt is { Outcome: SourceOutcome.Failed, Failure.NotAwaited: false } && attempt.Failure.Kind
        is FailureKind.CertificateUntrusted or FailureKind.TlsFailed or FailureKind.RedirectRefused or FailureKind.HttpStatus or FailureKind.TimedOut or FailureKind.ConnectionRefused
        or FailureKind.ConnectionReset or FailureKind.HostUnreachable or FailureKind.ProtocolViolation or FailureKind.ResponseTooLarge or FailureKind.HostNotFound or FailureKind.NoAddress;

    private static string WireWordOf(SourceFailure failure)
    {
        var kind = WireName.Of(failure.Kind);
        return failure.Detail is { } detail ? $"{kind} ({detail})" : kind;
    }

    // Only where https answered that there is nothing is http all that the operator offers.
    private static IEnumerable<Finding> Insecure(List<SourceAttempt> own)
    {
        var open = own.Find(x => x is { Outcome: SourceOutcome.Found, Secure: false } && IsHttp(x));
        if (open is null || own.Exists(x => x.Outcome == SourceOutcome.Found && x.Secure)) yield break;
        if (own.TrueForAll(x => IsHttp(x) || x.Outcome == SourceOutcome.NotFound)) yield return Found.Once(FindingCode.AutoconfigInsecure, open.Location);
    }

    private static bool IsHttp(SourceAttempt attempt) => attempt.Location.StartsWith("http://", StringComparison.Ordinal);
}
