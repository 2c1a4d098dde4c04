namespace ProtocolAdvisor.Advice.Rules;

/// <summary>POP3 is out with several people: it has no shared state, and one session at a time (RFC 1939 §3).</summary>
internal static class SharedMailboxRule
{
    public static RuleOutcome Judge(Situation s) =>
        RuleOutcome.When(s.Usage.People.Is(people => people >= 2), Evidence.Of("usage.people", s.Usage.People));
}
