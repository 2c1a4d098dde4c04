using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>Whether new mail is pushed. Before the sign-in a server may keep part of its capabilities to itself: only behind it is anything missing.</summary>
internal static class IdleDetector
{
    public static IEnumerable<Finding> Find(Case c) => c.Facts.Imap?.Idle == false ? [Found.For(MailProtocol.Imap, FindingCode.ImapNoIdle)] : [];
}
