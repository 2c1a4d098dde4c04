using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>One line of the decision's table.</summary>
/// <param name="Rung">The rung that it stands on, from 1: the first rung that decides, decides.</param>
/// <param name="Code">Its code.</param>
/// <param name="Favours">The protocol that it speaks for.</param>
/// <param name="Applies">Whether it applies. What is not known does not.</param>
/// <param name="Facts">What it then rests on, null where it is unknown. Asked for only where it is shown: most judgements are what-ifs that nobody reads.</param>
internal sealed record AdviceRule(int Rung, ReasonCode Code, MailProtocol Favours, Func<Situation, bool> Applies, Func<Situation, string?[]> Facts);
