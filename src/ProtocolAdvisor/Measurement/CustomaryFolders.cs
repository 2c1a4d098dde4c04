namespace ProtocolAdvisor.Measurement;

/// <summary>
/// Names that mail programs and servers give the folders for sent, draft, deleted, junk and archived mail: many servers do not say what a folder is for (SPECIAL-USE, RFC 6154).
/// Thunderbird, Outlook, Apple Mail, Courier, Cyrus and Exchange, English and German; as IMAP writes them (modified UTF-7, RFC 3501 §5.1.3).
/// </summary>
internal static class CustomaryFolders
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Sent", "Sent Items", "Sent Messages", "Sent Mail", "Gesendet", "Gesendete Elemente", "Gesendete Objekte", "Gesendete Nachrichten",
        "Drafts", "Draft", "Entw&APw-rfe", "Templates", "Vorlagen", "Outbox", "Postausgang",
        "Trash", "Deleted", "Deleted Items", "Deleted Messages", "Papierkorb", "Gel&APY-scht", "Gel&APY-schte Elemente", "Gel&APY-schte Objekte",
        "Junk", "Junk E-mail", "Junk Email", "Junk-E-Mail", "Spam", "Bulk Mail", "Spamverdacht", "Unbekannt",
        "Archive", "Archives", "Archiv",
    };

    /// <summary>Whether the last part of a folder's name is one of them.</summary>
    internal static bool Has(string folder) => Names.Contains(folder[(folder.LastIndexOfAny(['.', '/', '\\']) + 1)..]);
}
