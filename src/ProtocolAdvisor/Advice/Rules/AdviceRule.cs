using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>One line of the decision's table.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Favours">The protocol that it speaks for.</param>
/// <param name="Weight">How much it counts; <see cref="ExclusionWeight"/> puts the other protocol out.</param>
/// <param name="Judge">Says whether it applies.</param>
/// <param name="Facts">What it then rests on, null where it is unknown. Asked for only where it is shown: most judgements are what-ifs that nobody reads.</param>
internal sealed record AdviceRule(ReasonCode Code, MailProtocol Favours, int Weight, Func<Situation, Verdict> Judge, Func<Situation, string?[]> Facts)
{
    public const int ExclusionWeight = 100;

    public bool Excludes => Weight == ExclusionWeight;

    /// <summary>Whether it excludes this protocol.</summary>
    public bool PutsOut(MailProtocol protocol) => Excludes && Favours != protocol;

    /// <summary>The weight as it enters the sum: for POP3 positive, for IMAP negative.</summary>
    public int SignedWeight => Favours switch { MailProtocol.Pop3 => Weight, MailProtocol.Imap => -Weight };
}

/// <summary>A rule and what it says of one situation.</summary>
internal readonly record struct Judgement(AdviceRule Rule, Verdict Verdict);
