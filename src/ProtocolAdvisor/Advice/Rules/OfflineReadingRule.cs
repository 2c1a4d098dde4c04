namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For POP3: mail must be readable without a connection, and fetched mail is.</summary>
internal static class OfflineReadingRule
{
    public static RuleOutcome Judge(Situation s) =>
        RuleOutcome.When(s.Usage.OfflineReading, Evidence.Of("usage.offlineReading", s.Usage.OfflineReading));
}
