namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: webmail shows what is on the server, and POP3 takes mail away from there.</summary>
internal static class WebmailRule
{
    public static Verdict Judge(Situation s) => Verdict.When(s.Usage.Webmail);

    public static string?[] Facts(Situation s) => [Evidence.Of("usage.webmail", s.Usage.Webmail)];
}
