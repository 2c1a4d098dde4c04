using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>A protocol is out when its sign-in is refused while the other's works. Refused by both, the fault is the password's, not the protocol's.</summary>
internal static class SignInRejectedRule
{
    public static RuleOutcome Judge(Situation s, MailProtocol protocol)
    {
        var other = protocol == MailProtocol.Imap ? MailProtocol.Pop3 : MailProtocol.Imap;
        return RuleOutcome.When(
            !Accepted(s[protocol]) & Accepted(s[other]),
            Evidence.Of(protocol, "signIn", s[protocol].SignIn), Evidence.Of(other, "signIn", s[other].SignIn));
    }

    private static bool? Accepted(ProtocolKnowledge knowledge) => knowledge.SignIn switch
    {
        SignInOutcome.Accepted => true,
        SignInOutcome.Rejected => false,
        _ => null,
    };
}
