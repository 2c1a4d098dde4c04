namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: without UIDL a POP3 client cannot tell what it has fetched, and mail left on the server is fetched again and again.</summary>
internal static class Pop3NoUidlRule
{
    public static Verdict Judge(Situation s) => Verdict.When(!s.Pop3.Uidl);

    public static string?[] Facts(Situation s) => [Evidence.Of("pop3.uidl", s.Pop3.Uidl)];
}
