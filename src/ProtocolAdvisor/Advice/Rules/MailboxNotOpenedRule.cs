using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>A protocol is out when the server refuses to open the mailbox behind a sign-in that it has accepted. Unknown is not out.</summary>
internal static class MailboxNotOpenedRule
{
    public static Verdict Judge(Situation s, MailProtocol protocol) => Verdict.When(s[protocol].MailboxOpens == false);

    public static string?[] Facts(Situation s, MailProtocol protocol) => [Evidence.Of(protocol, "mailboxOpens", s[protocol].MailboxOpens)];
}
