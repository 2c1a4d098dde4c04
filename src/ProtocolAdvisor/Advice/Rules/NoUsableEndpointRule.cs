using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>A protocol is out when none of its endpoints could be spoken to securely. Unknown is not out: it only lowers confidence.</summary>
internal static class NoUsableEndpointRule
{
    public static Verdict Judge(Situation s, MailProtocol protocol) => Verdict.When(!s[protocol].Usable);

    public static string?[] Facts(Situation s, MailProtocol protocol) => [Evidence.Of(protocol, "usable", s[protocol].Usable)];
}
