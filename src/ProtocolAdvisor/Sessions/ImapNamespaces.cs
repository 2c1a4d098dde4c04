namespace ProtocolAdvisor.Sessions;

/// <summary>Whose a folder is: NAMESPACE (RFC 2342) tells which beginnings of names are the user's, other users', or everybody's.</summary>
internal sealed class ImapNamespaces
{
    private readonly List<(string Prefix, string Delimiter, bool Own)> _known = [];

    /// <summary>The user's own beginnings that a list of everything leaves out, as those with a number sign are (RFC 2342 §4).</summary>
    internal IEnumerable<string> Apart => _known.Where(x => x.Own && x.Prefix.StartsWith('#')).Select(x => x.Prefix).Distinct();

    /// <summary>Notes a line; any other than a NAMESPACE response is passed over. The first of its three parts is the user's.</summary>
    internal void Hear(IReadOnlyList<ImapToken> line)
    {
        if (line.Count < 3 || !line[1].Is("NAMESPACE")) return;
        for (int i = 2, part = 0, depth = 0; i < line.Count; i++)
        {
            depth += line[i].Is("(") ? 1 : line[i].Is(")") ? -1 : 0;
            if (depth == 2 && line[i].Is("(") && i + 2 < line.Count && line[i + 1].Quoted)
                _known.Add((line[i + 1].Text, line[i + 2].Quoted ? line[i + 2].Text : "", part == 0));
            if (depth == 0) part++;
        }
    }

    /// <summary>
    /// Whether a folder is the user's: the longest matching prefix decides. Where none matches, the folder is the user's.
    /// </summary>
    internal bool IsOwn(string name) =>
        name.Equals(ImapFolder.Inbox, StringComparison.OrdinalIgnoreCase)
        || _known.Where(x => Fits(name, x.Prefix, x.Delimiter)).OrderByDescending(x => x.Prefix.Length).ThenByDescending(x => x.Own).Select(x => (bool?)x.Own).FirstOrDefault() != false;

    // "Public/" holds "Public/Offers", and is itself listed as "Public". INBOX is written as everybody likes (RFC 9051 §5.1).
    private static bool Fits(string name, string prefix, string delimiter) =>
        name.StartsWith(prefix, prefix.StartsWith(ImapFolder.Inbox, StringComparison.OrdinalIgnoreCase) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
        || (delimiter.Length > 0 && prefix.EndsWith(delimiter, StringComparison.Ordinal) && name == prefix[..^delimiter.Length]);
}
