namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: the server makes POP3 clients wait 5 minutes or longer between sign-ins (LOGIN-DELAY, RFC 2449 §6.4).</summary>
internal static class LoginDelayRule
{
    private const int LongSeconds = 300;

    public static RuleOutcome Judge(Situation s) =>
        RuleOutcome.When(s.Pop3.LoginDelaySeconds.Is(x => x >= LongSeconds), Evidence.Of("pop3.loginDelaySeconds", s.Pop3.LoginDelaySeconds));
}
