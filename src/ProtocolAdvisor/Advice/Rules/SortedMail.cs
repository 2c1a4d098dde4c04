using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>
/// Mail that the user sorts into folders on the server, which POP3 does not show. What the user says outranks what was counted: he may have folders that he does not use any more.
/// </summary>
/// <param name="Said">What the user says.</param>
/// <param name="Messages">Messages counted in folders of his own; null where that is not known.</param>
/// <param name="Share">Their share of all messages; null where that is not known.</param>
internal readonly record struct SortedMail(bool? Said, long? Messages, double? Share)
{
    private const double ManyShare = 0.1;
    private const long Many = 20;

    /// <summary>Whether POP3 would hide mail that is missed.</summary>
    public bool Matters => Said ?? IsMuch;

    /// <summary>Whether POP3 would leave some of it behind, however few.</summary>
    public bool IsThere => Messages > 0;

    /// <summary>What the rule rests on: an answer that was given, and a count that says the same.</summary>
    public string?[] Facts =>
    [
        Evidence.Of("usage.serverFolders", Said),
        IsMuch ? Evidence.Of("imap.sortedMessages", Messages) : null,
        IsMuch ? Evidence.Of("imap.percentSorted", Math.Round(Share!.Value * 100)) : null,
    ];

    private bool IsMuch => Messages >= Many && Share >= ManyShare;

    // Where nobody has told what the folders are for, all that lies outside the Inbox counts. More than that is not sorted away, whatever the folders count: what lies in the Inbox and bears
    // labels, too, is shown by POP3, and Gmail shows it once for each of them.
    public static SortedMail Of(bool? said, ImapMailbox imap)
    {
        var outside = imap.MessagesOutsideInbox;
        var messages = imap.SortedMessages is { } counted && counted < (outside ?? long.MaxValue) ? counted : outside;
        return new(said, messages, messages is { } sorted && imap.Messages is { } whole ? whole > 0 ? Math.Min(1, (double)sorted / whole) : 0 : null);
    }
}
