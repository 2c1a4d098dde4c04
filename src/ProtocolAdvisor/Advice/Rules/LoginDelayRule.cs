namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: the server makes POP3 clients wait 5 minutes or longer between sign-ins (LOGIN-DELAY, RFC 2449 §6.4).</summary>
internal static class LoginDelayRule
{
    private const int LongSeconds = 300;

    public static Verdict Judge(Situation s) => Verdict.When(s.Pop3.LoginDelaySeconds.Is(x => x >= LongSeconds));

    public static string?[] Facts(Situation s) => [Evidence.Of("pop3.loginDelaySeconds", s.Pop3.LoginDelaySeconds)];
}
