namespace ProtocolAdvisor.Advice.Rules;

/// <summary>POP3 is out with several people: it has no shared state, and one session at a time (RFC 1939 §3).</summary>
internal static class SharedMailboxRule
{
    public static Verdict Judge(Situation s) => Verdict.When(s.Usage.People.Is(people => people >= 2));

    public static string?[] Facts(Situation s) => [Evidence.Of("usage.people", s.Usage.People)];
}
