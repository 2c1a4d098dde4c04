using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Reports;

/// <summary>The mailbox as each protocol shows it.</summary>
/// <param name="Imap">Over IMAP; null without a sign-in there.</param>
/// <param name="Pop3">Over POP3; null without a sign-in there.</param>
/// <param name="Comparison">What POP3 would not show; null unless both are known.</param>
public sealed record MailboxReport(ImapMailbox? Imap, Pop3Maildrop? Pop3, MailboxComparison? Comparison)
{
    /// <summary>Both views; null without any sign-in.</summary>
    internal static MailboxReport? From(AssessmentFacts facts) => facts is { Imap: null, Pop3: null }
        ? null : new(facts.Imap, facts.Pop3, facts.Comparison);
}
