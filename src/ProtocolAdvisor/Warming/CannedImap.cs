namespace ProtocolAdvisor.Warming;

/// <summary>IMAP as far as an assessment speaks it.</summary>
internal sealed class CannedImap : CannedDialogue
{
    private const string Capabilities = "IMAP4rev1 LITERAL+ SASL-IR ID NAMESPACE QUOTA LIST-EXTENDED LIST-STATUS STATUS=SIZE IDLE AUTH=PLAIN";
    private const string Status = "* STATUS INBOX (MESSAGES 2 UIDNEXT 3 UIDVALIDITY 1 UNSEEN 0 SIZE 240)\r\n";
    private string? _challenged;

    /// <inheritdoc/>
    protected override string Greeting => $"* OK [CAPABILITY {Capabilities} STARTTLS] warm";

    /// <inheritdoc/>
    protected override bool AsksForTls(string line) => line.EndsWith(" STARTTLS", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override string Reply(string line, bool offersTls)
    {
        if (_challenged is { } tag) return Done(tag);
        var words = line.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return "* BAD\r\n";
        if (words is [_, "AUTHENTICATE", _])
        {
            _challenged = line.Split(' ')[0];
            return "+ \r\n";
        }

        return Untagged(words, offersTls) + Done(line.Split(' ')[0], words[1] is "EXAMINE" ? "[READ-ONLY] " : "");
    }

    private string Done(string tag, string code = "")
    {
        _challenged = null;
        return $"{tag} OK {code}done\r\n";
    }

    private static string Untagged(string[] words, bool offersTls) => words[1] switch
    {
        "CAPABILITY" => $"* CAPABILITY {Capabilities}{(offersTls ? " STARTTLS" : "")}\r\n",
        "NAMESPACE" => "* NAMESPACE ((\"\" \"/\")) NIL NIL\r\n",
        "LIST" => "* LIST (\\HasNoChildren) \"/\" INBOX\r\n" + (words.Any(x => x.Contains("STATUS", StringComparison.Ordinal)) ? Status : ""),
        "STATUS" => Status,
        "EXAMINE" => "* FLAGS (\\Seen)\r\n* 2 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] x\r\n* OK [UIDNEXT 3] x\r\n",
        "GETQUOTAROOT" => "* QUOTAROOT INBOX \"\"\r\n* QUOTA \"\" (STORAGE 1 1000)\r\n",
        "FETCH" or "UID" => Fetched(1, words) + Fetched(2, words),
        "LOGOUT" => "* BYE warm\r\n",
        _ => "",
    };

    private static string Fetched(int number, string[] words)
    {
        var facts = $"UID {number} RFC822.SIZE {Message.Length} INTERNALDATE \"01-Jan-2026 00:00:00 +0000\"";
        var asked = string.Join(' ', words.Skip(2));
        var section = asked.Contains("BODY.PEEK[]", StringComparison.Ordinal) ? "BODY[]" : asked.Contains("BODY.PEEK[", StringComparison.Ordinal) ? "BODY[HEADER]" : null;
        return section is null ? $"* {number} FETCH ({facts})\r\n" : $"* {number} FETCH ({facts} {section} {{{Message.Length}}}\r\n{Message})\r\n";
    }
}
