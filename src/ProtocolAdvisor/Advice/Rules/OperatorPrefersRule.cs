using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For the protocol that the operator prefers: by SRV priority (RFC 6186 §3.4), or by standing first in his list.</summary>
internal static class OperatorPrefersRule
{
    public static RuleOutcome Judge(Situation s, MailProtocol protocol) =>
        s.Preferred == protocol ? RuleOutcome.When(true, Evidence.Of("preferred", protocol)) : RuleOutcome.No;
}
