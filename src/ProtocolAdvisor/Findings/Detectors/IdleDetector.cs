using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>Whether new mail is pushed. Before the sign-in a server may keep part of its capabilities to itself.</summary>
internal static class IdleDetector
{
    public static IEnumerable<Finding> Find(Case c)
    {
        if (c.Facts.Imap?.Idle is { } idle) return idle ? [] : [Found.For(MailProtocol.Imap, FindingCode.ImapNoIdle)];
        var offers = c.Facts.Of(MailProtocol.Imap).Where(x => x.Probe.Usable).Select(x => x.Probe.Capabilities).OfType<CapabilitySet>().ToList();
        return offers.Count > 0 && offers.TrueForAll(x => !x.Has("IDLE"))
            ? [Found.For(MailProtocol.Imap, FindingCode.ImapNoIdle, "IDLE not announced", FindingConfidence.Possible)] : [];
    }
}
