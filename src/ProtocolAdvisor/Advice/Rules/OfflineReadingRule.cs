namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For POP3: mail must be readable without a connection, and fetched mail is.</summary>
internal static class OfflineReadingRule
{
    public static Verdict Judge(Situation s) => Verdict.When(s.Usage.OfflineReading);

    public static string?[] Facts(Situation s) => [Evidence.Of("usage.offlineReading", s.Usage.OfflineReading)];
}
