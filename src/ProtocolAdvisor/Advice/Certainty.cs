using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice;

/// <summary>
/// How far the answer could still move, and what would settle it. It rests on the same what-ifs as <see cref="Recommendation.ChangesIf"/>, so that the two cannot contradict each other.
/// </summary>
internal static class Certainty
{
    /// <summary>What would make the answer surer, the weightiest first; empty where nothing is open.</summary>
    public static IReadOnlyList<OpenPoint> OpenPoints(Situation s, Decision decision, IReadOnlyList<ChangeOfMind> changes)
    {
        if (decision.Protocol is not { } protocol) return [];
        var points = new List<OpenPoint>();
        if (DevicesMatter(s, decision)) points.Add(OpenPoint.Devices);
        if (s.IsUnknown(protocol)) points.Add(OpenPoint.Servers);
        foreach (var change in changes)
        {
            if (change is { IsOpen: true, Answer: { } question } && !points.Contains(question)) points.Add(question);
        }

        var together = protocol == MailProtocol.Imap && WhatIf.IsPop3Together(s);
        if (together && points.Count == 0) points.AddRange(Unanswered(s.Usage));
        if (protocol == MailProtocol.Pop3 && WhatIf.HangsOnNewMessages(s)) points.Add(OpenPoint.NewMessagesPerDay);
        if (protocol == MailProtocol.Pop3 && WhatIf.HangsOnLine(s)) points.Add(OpenPoint.Line);
        if (!s.IsSignedIn(protocol)) points.Add(IsMailboxInDoubt(s[protocol]) ? OpenPoint.Mailbox : OpenPoint.SignIn);
        if (together && s.Pop3IsSlower) points.Add(OpenPoint.Forecast);
        if (protocol == MailProtocol.Imap && s.OnlyImapIsProven && WhatIf.IsPop3SignedIn(s)) points.Add(OpenPoint.OtherSignIn);
        if (protocol == MailProtocol.Pop3 && WhatIf.HangsOnMeasurement(s)) points.Add(OpenPoint.Measurement);
        return points;
    }

    /// <summary>High where nothing is open; low where nobody knows on how many devices mail is read, at a tie, and where an answer that is possible rests on "could not find out".</summary>
    public static AdviceConfidence Of(Situation s, Decision decision, IReadOnlyList<OpenPoint> open)
    {
        if (decision.Protocol is null) return AdviceConfidence.High;
        if (DevicesMatter(s, decision) || open.Contains(OpenPoint.Servers) || (open.Count > 0 && WhatIf.MayTie(s))) return AdviceConfidence.Low;
        if (s.IsUnknown(decision.Protocol.Value.Other()) && open.Any(x => x is < OpenPoint.Servers or OpenPoint.Measurement)) return AdviceConfidence.Low;
        return open.Count > 0 ? AdviceConfidence.Medium : AdviceConfidence.High;
    }

    // Behind a sign-in that was accepted: the mailbox did not open, or opened and then was refused.
    private static bool IsMailboxInDoubt(ProtocolKnowledge known) => known is { SignIn: null or SignInOutcome.Rejected, Opening: { State: AccessState.Usable } or { Cause: AccessCause.MayPass } };

    private static IEnumerable<OpenPoint> Unanswered(Usage usage)
    {
        if (usage.ServerFolders is null) yield return OpenPoint.ServerFolders;
        if (usage.Priority is null) yield return OpenPoint.Priority;
        if (usage.Backup is null) yield return OpenPoint.Backup;
    }

    // Where only one protocol can be used, the devices do not matter.
    private static bool DevicesMatter(Situation s, Decision decision) => s.Usage.Devices is null && decision.Rung != Ladder.Usability;
}
