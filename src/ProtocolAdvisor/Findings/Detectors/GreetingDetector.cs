using System.Text.RegularExpressions;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>The server's first line: missing, a refusal, or too generous.</summary>
internal static partial class GreetingDetector
{
    private const double SlowMs = 3_000;
    private const double VerySlowMs = 10_000;

    public static IEnumerable<Finding> Find(Case c) =>
        c.Failures.SelectMany(x => Judge(x.Probe, x.Failure))
            .Concat(c.Probes.Where(IsPreauth).Select(x => Found.At(x, FindingCode.PreauthGreeting, Seen.Quote(x.Greeting))))
            .Concat(c.Probes.Select(Slow).OfType<Finding>());

    // Some servers take their time before the handshake, some behind it: a client waits for both.
    private static Finding? Slow(ProbeResult probe)
    {
        if (probe.Greeting is null) return null;
        var waited = probe.Steps.TakeWhile(x => x.Step != MailStep.Capability).Where(x => x.Step is MailStep.TlsHandshake or MailStep.Greeting).Sum(x => x.ElapsedMs ?? 0);
        if (waited < SlowMs) return null;
        var finding = Found.At(probe, FindingCode.GreetingSlow, Seen.That(EvidenceCode.GreetedAfter, ("seconds", waited / 1000)));
        return waited < VerySlowMs ? finding : finding with { Severity = Severity.Medium };
    }

    private static IEnumerable<Finding> Judge(ProbeResult probe, Failure failure) => failure.Kind switch
    {
        FailureKind.GreetingRejected => [Found.At(probe, Refusal(failure.Reply), Seen.Quote(failure.Reply), NamesBlockList(failure.Reply) ? FindingConfidence.Likely : FindingConfidence.Certain)],
        _ when failure.Step != MailStep.Greeting => [],
        FailureKind.TimedOut when failure.Reply is not null => [Found.At(probe, FindingCode.CommandUnanswered, Seen.Quote(failure.Reply))],
        FailureKind.TimedOut when ExpectsTls(probe.Endpoint) => [Found.At(probe, FindingCode.ClearSpokenToTlsPort, Seen.Quote(failure.Reply), FindingConfidence.Likely)],
        FailureKind.TimedOut => [Found.At(probe, FindingCode.NoGreeting, Seen.That(EvidenceCode.Silent, ("seconds", failure.ElapsedMs / 1000)))],
        _ => [],
    };

    private static FindingCode Refusal(string? reply) =>
        NamesBlockList(reply) ? FindingCode.GreetingBlocklisted : SaysBusy(reply) ? FindingCode.ServerBusy : FindingCode.GreetingRefused;

    /// <summary>Whether a server that turns us away says that it has too much to do, or is being looked after.</summary>
    public static bool SaysBusy(string? reply) => reply is not null && Busy().IsMatch(reply);

    // Servers of these ports wait for the client's handshake, so to a text client they are silent.
    private static bool ExpectsTls(MailEndpoint endpoint) =>
        endpoint.Security != ConnectionSecurity.ImplicitTls && MailProtocols.All.Any(x => x.PortFor(ConnectionSecurity.ImplicitTls) == endpoint.Port);

    private static bool IsPreauth(ProbeResult probe) => probe.Greeting?.StartsWith("* PREAUTH", StringComparison.OrdinalIgnoreCase) == true;

    private static bool NamesBlockList(string? reply) => reply is not null && BlockList().IsMatch(reply);

    [GeneratedRegex("block[- ]?list|black[- ]?list|deny[- ]?list|dnsbl|\\brbl\\b|spamhaus|barracuda|spamcop|\\babuse|\\bbanned\\b", RegexOptions.IgnoreCase)]
    private static partial Regex BlockList();

    [GeneratedRegex(
        "^4\\d\\d\\b|\\bbusy\\b|\\boverload|high load|try (?:it )?again|temporar(?:y|ily)|\\bmaintenance\\b|shutting down|going down|wartungsarbeiten|überlastet|service (?:is )?(?:currently )?(?:not available|unavailable)|\\[(?:UNAVAILABLE|SYS/TEMP)\\]",
        RegexOptions.IgnoreCase)]
    private static partial Regex Busy();
}
