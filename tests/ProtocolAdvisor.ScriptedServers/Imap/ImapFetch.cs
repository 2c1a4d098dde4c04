using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>Answers FETCH and UID FETCH from a folder's messages.</summary>
internal static partial class ImapFetch
{
    public static async Task AnswerAsync(ScriptedCommand command, ScriptedFolder folder)
    {
        var parts = command.Arguments.Split(' ', 2);
        using var reply = new MemoryStream();
        var ranges = Ranges(parts[0], folder.Messages.Count);
        // Sequence numbers and UIDs are the same here.
        for (var number = 1; number <= folder.Messages.Count; number++)
        {
            if (ranges.Exists(range => number >= range.From && number <= range.To))
                Describe(reply, number, folder.Messages[number - 1], parts.ElementAtOrDefault(1) ?? "", command.ByUid);
        }
        await command.Connection.WriteAsync(reply.ToArray());
        await command.ReplyAsync("{tag} OK done\r\n");
    }

    private static void Describe(MemoryStream reply, int number, ScriptedMessage message, string asked, bool byUid)
    {
        var outside = BodySection().Replace(asked, "");
        var items = new List<string>();
        if (byUid || Asks("UID"))
            items.Add($"UID {number}");
        if (Asks("FLAGS"))
            items.Add($"FLAGS ({message.Flags})");
        if (Asks("RFC822.SIZE"))
            items.Add($"RFC822.SIZE {message.Size}");
        if (Asks("INTERNALDATE"))
            items.Add($"INTERNALDATE \"{message.Received.UtcDateTime.ToString("dd-MMM-yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000\"");
        if (Asks("ENVELOPE"))
            items.Add("ENVELOPE (NIL \"Hello\" NIL NIL NIL NIL NIL NIL NIL NIL)");
        if (Asks("BODYSTRUCTURE"))
            items.Add($"BODYSTRUCTURE (\"TEXT\" \"PLAIN\" (\"CHARSET\" \"UTF-8\") NIL NIL \"7BIT\" {message.Size} 1)");
        Write(reply, $"* {number} FETCH ({string.Join(' ', items)}");
        foreach (Match section in BodySection().Matches(asked))
        {
            Write(reply, reply.GetBuffer()[reply.Length - 1] == '(' ? "" : " ");
            WriteSection(reply, message, section);
        }
        Write(reply, ")\r\n");

        bool Asks(string item) => outside.Contains(item, StringComparison.OrdinalIgnoreCase);
    }

    private static void WriteSection(MemoryStream reply, ScriptedMessage message, Match section)
    {
        ReadOnlySpan<byte> bytes = message.Bytes;
        var headEnd = bytes.IndexOf("\r\n\r\n"u8) + 4;
        var name = section.Groups["section"].Value;
        if (name.StartsWith("HEADER", StringComparison.OrdinalIgnoreCase))
            bytes = bytes[..headEnd];
        else if (name.Equals("TEXT", StringComparison.OrdinalIgnoreCase) || name == "1")
            bytes = bytes[headEnd..];
        var origin = "";
        if (section.Groups["from"].Success)
        {
            var from = Math.Min(int.Parse(section.Groups["from"].Value, CultureInfo.InvariantCulture), bytes.Length);
            bytes = bytes.Slice(from, Math.Min(int.Parse(section.Groups["count"].Value, CultureInfo.InvariantCulture), bytes.Length - from));
            origin = $"<{from}>";
        }
        Write(reply, $"BODY[{name}]{origin} {{{bytes.Length}}}\r\n");
        reply.Write(bytes);
    }

    private static List<(int From, int To)> Ranges(string set, int last) => [.. set.Split(',').Select(range =>
    {
        var ends = range.Split(':').Select(end => end == "*" ? last : int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
        return (ends.Min(), ends.Max());
    })];

    private static void Write(MemoryStream reply, string text) => reply.Write(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(@"BODY(?:\.PEEK)?\[(?<section>[^\]]*)\](?:<(?<from>\d+)\.(?<count>\d+)>)?", RegexOptions.IgnoreCase)]
    private static partial Regex BodySection();
}
