using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For the protocol that the operator prefers: by SRV priority (RFC 6186 §3.4), or by standing first in his list.</summary>
internal static class OperatorPrefersRule
{
    public static Verdict Judge(Situation s, MailProtocol protocol) => Verdict.When(s.Preferred == protocol);

    public static string?[] Facts(Situation s) => [Evidence.Of("preferred", s.Preferred)];
}
