namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: on this server the same bytes take at least 20 % longer over POP3, as measured. Measurement overrules folklore.</summary>
internal static class Pop3SlowerRule
{
    private const double Longer = 1.2;
    private const double BytesPerSecondPerMbit = 125_000;

    // What most people's lines carry: a server that is faster than the line is fast enough, however much faster it is.
    private const double UsualMbit = 100;

    public static RuleOutcome Judge(Situation s) =>
        s is { Imap.ThroughputBytesPerSecond: > 0 and { } imap, Pop3.ThroughputBytesPerSecond: > 0 and { } pop3 }
            ? RuleOutcome.When(
                Felt(imap, s) / Felt(pop3, s) >= Longer,
                Evidence.Of("imap.throughputBytesPerSecond", imap), Evidence.Of("pop3.throughputBytesPerSecond", pop3),
                Evidence.Of("pop3.slowerPercent", Math.Round(((Felt(imap, s) / Felt(pop3, s)) - 1) * 100)))
            : RuleOutcome.Unknown;

    private static double Felt(double throughput, Situation s) => Math.Min(throughput, (s.Usage.Link?.DownMbit ?? UsualMbit) * BytesPerSecondPerMbit);
}
