namespace ProtocolAdvisor.Web.Audits.Lists;

/// <summary>A list with one subject a line (<c>text/plain</c>). Blank lines and those that begin with <c>#</c> say nothing.</summary>
internal static class TextList
{
    /// <summary>Reads it.</summary>
    public static void Read(ReadOnlyMemory<byte> upload, ListCollector into)
    {
        foreach (var line in ListLines.Of(upload))
        {
            var text = line.Text.Trim();
            if (line.Error is { } error) into.Complain(line.Path, error);
            else if (text.Length > 0 && text[0] != '#') into.Take(line.Path, text);
            if (into.IsFull) return;
        }
    }
}
