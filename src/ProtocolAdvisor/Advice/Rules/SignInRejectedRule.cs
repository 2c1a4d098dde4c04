using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>A protocol is out when its sign-in is refused while the other's works. Refused by both, the fault is the password's, not the protocol's.</summary>
internal static class SignInRejectedRule
{
    public static Verdict Judge(Situation s, MailProtocol protocol) => Verdict.When(!Accepted(s[protocol]) & Accepted(s[Other(protocol)]));

    public static string?[] Facts(Situation s, MailProtocol protocol) =>
        [Evidence.Of(protocol, "signIn", s[protocol].SignIn), Evidence.Of(Other(protocol), "signIn", s[Other(protocol)].SignIn)];

    private static MailProtocol Other(MailProtocol protocol) => protocol == MailProtocol.Imap ? MailProtocol.Pop3 : MailProtocol.Imap;

    private static bool? Accepted(ProtocolKnowledge knowledge) => knowledge.SignIn switch
    {
        SignInOutcome.Accepted => true,
        SignInOutcome.Rejected => false,
        _ => null,
    };
}
