using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice;

/// <summary>Why: every rule that applies, rung by rung, and what the answer lacks.</summary>
internal static class Grounds
{
    public static IReadOnlyList<Reason> Of(Situation s, Decision decision)
    {
        var applying = RuleBook.Applying(s);
        var reasons = new List<Reason>(applying.Length + 1);
        if (decision.Protocol is { } protocol) reasons.AddRange(Lacks(s, protocol));
        foreach (var rule in applying)
        {
            // That a question is open is no reason once another has decided; and where nothing can be used, the use does not matter.
            if (rule.Rung != decision.Rung && (rule.Code == ReasonCode.UseUnknown || decision.Protocol is null)) continue;

            // Two rules of one code on one rung speak of both protocols: one reason, for neither.
            if (Array.Find(applying, x => x.Code == rule.Code && x != rule) is { } twin)
            {
                if (Array.IndexOf(applying, twin) > Array.IndexOf(applying, rule)) reasons.Add(Reason(s, decision, rule, twin));
                continue;
            }

            reasons.Add(Reason(s, decision, rule, null));
        }

        return reasons;
    }

    private static Reason Reason(Situation s, Decision decision, AdviceRule rule, AdviceRule? twin) => new(
        rule.Code,
        twin is null ? rule.Favours : null,
        rule.Rung,
        rule.Rung == decision.Rung && (decision.Protocol is null || rule.Favours == decision.Protocol),
        [.. (twin is null ? rule.Facts(s) : rule.Facts(s).Union(twin.Facts(s))).OfType<string>()]);

    // What nobody could find out of the recommended protocol decides nothing, and must be told.
    private static IEnumerable<Reason> Lacks(Situation s, MailProtocol protocol)
    {
        var other = protocol.Other();
        if (s.IsUnknown(protocol) && s[other].Usable == true)
            yield return Lack(ReasonCode.EndpointUnknown, Evidence.Of(other, "usable", true));
        if (s.IsRefused(protocol) && s.IsRefused(other))
            yield return Lack(ReasonCode.SignInRefusedByBoth, Evidence.Of(MailProtocol.Imap, "signIn", SignInOutcome.Rejected), Evidence.Of(MailProtocol.Pop3, "signIn", SignInOutcome.Rejected));
        else if (s.IsRefused(protocol))
            yield return Lack(ReasonCode.SignInRefused, Evidence.Of(protocol, "signIn", SignInOutcome.Rejected));
        else if (s[protocol].SignIn == SignInOutcome.Unanswered && !s.IsSignedIn(other))
            yield return Lack(ReasonCode.SignInUnanswered, Evidence.Of(protocol, "signIn", SignInOutcome.Unanswered));
        else if (!s.IsSignedIn(protocol) && !s.IsUnknown(protocol) && s.IsSignedIn(other))
            yield return Lack(ReasonCode.SignInUnproven, Evidence.Of(other, "signIn", SignInOutcome.Accepted), Evidence.Of(protocol, "signIn", s[protocol].SignIn));
    }

    private static Reason Lack(ReasonCode code, params string?[] evidence) => new(code, null, Ladder.Usability, false, [.. evidence.OfType<string>()]);
}
