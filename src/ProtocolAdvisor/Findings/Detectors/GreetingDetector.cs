using System.Text.RegularExpressions;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>The server's first line: missing, a refusal, or too generous.</summary>
internal static partial class GreetingDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        c.Failures.Where(x => x.Failure.Step == MailStep.Greeting).SelectMany(x => Judge(x.Probe, x.Failure))
            .Concat(c.Probes.Where(IsPreauth).Select(x => Found.At(x, FindingCode.PreauthGreeting, x.Greeting)));

    private static IEnumerable<Finding> Judge(ProbeResult probe, Failure failure) => failure.Kind switch
    {
        FailureKind.TimedOut when ExpectsTls(probe.Endpoint) => [Found.At(probe, FindingCode.ClearSpokenToTlsPort, failure.Reply, FindingConfidence.Likely)],
        FailureKind.TimedOut => [Found.At(probe, FindingCode.NoGreeting, Found.Text($"silent for {failure.ElapsedMs:0} ms"))],
        FailureKind.GreetingRejected when NamesBlockList(failure.Reply) => [Found.At(probe, FindingCode.GreetingBlocklisted, failure.Reply, FindingConfidence.Likely)],
        FailureKind.GreetingRejected => [Found.At(probe, FindingCode.GreetingRefused, failure.Reply)],
        _ => [],
    };

    // Servers of these ports wait for the client's handshake, so to a text client they are silent.
    private static bool ExpectsTls(MailEndpoint endpoint) =>
        endpoint.Security != ConnectionSecurity.ImplicitTls && endpoint.Port is (StandardPort.Imaps or StandardPort.Pop3s);

    private static bool IsPreauth(ProbeResult probe) => probe.Greeting?.StartsWith("* PREAUTH", StringComparison.OrdinalIgnoreCase) == true;

    private static bool NamesBlockList(string? reply) => reply is not null && BlockList().IsMatch(reply);

    [GeneratedRegex("block[- ]?list|black[- ]?list|deny[- ]?list|dnsbl|\\brbl\\b|spamhaus|barracuda|spamcop|\\babuse|\\bbanned\\b", RegexOptions.IgnoreCase)]
    private static partial Regex BlockList();
}
