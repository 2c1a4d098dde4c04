using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>A protocol is out when its sign-in is refused while the other's works. Refused by both, the fault is the password's, not the protocol's.</summary>
internal static class SignInRejectedRule
{
    public static Verdict Judge(Situation s, MailProtocol protocol) => Verdict.When(!Accepted(s[protocol]) & Accepted(s[protocol.Other()]));

    public static string?[] Facts(Situation s, MailProtocol protocol) =>
        [Evidence.Of(protocol, "signIn", s[protocol].SignIn), Evidence.Of(protocol.Other(), "signIn", s[protocol.Other()].SignIn)];

    private static bool? Accepted(ProtocolKnowledge knowledge) => knowledge.SignIn switch
    {
        SignInOutcome.Accepted => true,
        SignInOutcome.Rejected => false,
        _ => null,
    };
}
