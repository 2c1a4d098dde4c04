namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: new mail is pushed (IDLE, RFC 2177), and there is so much of it that this is felt.</summary>
internal static class PushRule
{
    private const int ManyMessagesPerDay = 50;

    public static Verdict Judge(Situation s) => Verdict.When(s.Imap.Idle & s.Usage.NewMessagesPerDay.Is(x => x >= ManyMessagesPerDay));

    public static string?[] Facts(Situation s) => [Evidence.Of("imap.idle", s.Imap.Idle), Evidence.Of("usage.newMessagesPerDay", s.Usage.NewMessagesPerDay)];
}
