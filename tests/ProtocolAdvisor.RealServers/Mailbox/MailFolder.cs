namespace ProtocolAdvisor.RealServers;

/// <summary>A folder of a usual mailbox: its share of the messages, and how many of those were read.</summary>
internal sealed record MailFolder(string Name, double Share, double Read)
{
    public static IReadOnlyList<MailFolder> Usual { get; } =
    [
        new("INBOX", .60, .93), new("Sent", .18, 1), new("Archive", .10, .99), new("Trash", .05, .8), new("Projects", .03, .97),
        new("Projects.Orion", .02, .97), new("Junk", .01, .2), new("Drafts", .01, 1),
    ];

    public bool IsInbox => Name == "INBOX";

    public bool IsOwnMail => Name is "Sent" or "Drafts";

    /// <summary>Maildir++ keeps the Inbox at the top and every other folder, however deep, in a dot folder beside it.</summary>
    public string PathIn(string maildir) => IsInbox ? maildir : Path.Combine(maildir, "." + Name);

    /// <summary>The name as IMAP shows it.</summary>
    public string ImapName => Name.Replace('.', '/');
}
