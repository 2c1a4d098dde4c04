namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: webmail shows what is on the server, and POP3 takes mail away from there.</summary>
internal static class WebmailRule
{
    public static RuleOutcome Judge(Situation s) => RuleOutcome.When(s.Usage.Webmail, Evidence.Of("usage.webmail", s.Usage.Webmail));
}
