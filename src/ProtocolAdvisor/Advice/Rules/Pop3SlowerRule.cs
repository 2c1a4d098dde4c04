namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: on this server the same bytes take at least 20 % longer over POP3, as measured. Measurement overrules folklore.</summary>
internal static class Pop3SlowerRule
{
    private const double Longer = 1.2;

    public static RuleOutcome Judge(Situation s) =>
        s is { Imap.ThroughputBytesPerSecond: > 0 and { } imap, Pop3.ThroughputBytesPerSecond: > 0 and { } pop3 }
            ? RuleOutcome.When(
                imap / pop3 >= Longer,
                Evidence.Of("imap.throughputBytesPerSecond", imap), Evidence.Of("pop3.throughputBytesPerSecond", pop3),
                Evidence.Of("pop3.slowerPercent", Math.Round(((imap / pop3) - 1) * 100)))
            : RuleOutcome.Unknown;
}
