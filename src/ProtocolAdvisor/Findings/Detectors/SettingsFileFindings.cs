using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>The settings files that the domain itself publishes: only they are its operator's to mend.</summary>
internal static class SettingsFileFindings
{
    private const int MostReasons = 3;

    public static IEnumerable<Finding> Of(DiscoveryResult discovery)
    {
        var own = discovery.Attempts.Where(IsOwn).ToList();
        var published = discovery.Candidates.Any(x => x.Sources is not [DiscoverySource.Convention]);
        return own.Where(IsUnreadable).Select(Invalid).Concat(own.Where(x => x.NamesNoUsableServer).Select(Empty)).Concat(WebFaults(own, published)).Concat(Insecure(own));
    }

    /// <summary>Whether the domain does publish a file, but none of its servers can be used.</summary>
    public static bool NamesNothingUsable(DiscoveryResult discovery) => discovery.Attempts.Any(x => IsOwn(x) && x.NamesNoUsableServer);

    /// <summary>Whether what befell this source is told here.</summary>
    public static bool IsToldOf(SourceAttempt attempt) =>
        IsOwn(attempt) && (IsUnreadable(attempt) || IsWebFault(attempt));

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
    private static IEnumerable<Finding> WebFaults(List<SourceAttempt> own, bool published)
    {
        var found = own.Exists(x => x is { Secure: true, Outcome: SourceOutcome.Found });
        return
            from attempt in own
            where IsWebFault(attempt) && !(published && IsAtHomePage(attempt) && IsOutOfReach(attempt))
            let finding = Found.Once(FindingCode.SettingsWebFault, $"{attempt.Location}: {WireWordOf(attempt.Failure!)}")
            select found || (published && IsAtHomePage(attempt)) ? finding with { Severity = Severity.Low } : finding;
    }

    private static bool IsAtHomePage(SourceAttempt attempt) => attempt.Location.Contains("/.well-known/autoconfig/", StringComparison.Ordinal);

    private static bool IsOutOfReach(SourceAttempt attempt) => attempt.Failure!.Kind
        is FailureKind.ConnectionRefused or FailureKind.ConnectionReset or FailureKind.TimedOut or FailureKind.HostUnreachable or FailureKind.TlsFailed;

    // That we stopped waiting, or may not go there, is no fault of the server's.
    private static bool IsWebFault(SourceAttempt attempt) => attempt is { Outcome: SourceOutcome.Failed, Failure.NotAwaited: false } && attempt.Failure.Kind
        is FailureKind.CertificateUntrusted or FailureKind.TlsFailed or FailureKind.RedirectRefused or FailureKind.HttpStatus or FailureKind.TimedOut or FailureKind.ConnectionRefused
        or FailureKind.ConnectionReset or FailureKind.HostUnreachable or FailureKind.ProtocolViolation or FailureKind.ResponseTooLarge;

    private static string WireWordOf(SourceFailure failure)
    {
        var kind = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(failure.Kind.ToString());
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
