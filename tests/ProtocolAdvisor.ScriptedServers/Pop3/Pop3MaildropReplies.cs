using System.Globalization;
using System.Text;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>The replies about the maildrop to a client that has signed in.</summary>
internal static class Pop3MaildropReplies
{
    public static Task AnswerAsync(Pop3Script script, ScriptedCommand command)
    {
        var numbers = command.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).ToArray();
        var message = numbers is [>= 1 and var wanted, ..] && wanted <= script.Messages.Count && !script.Missing.Contains((int)wanted)
            ? script.Messages[(int)wanted - 1] : null;
        return (command.Verb, numbers.Length, message) switch
        {
            ("NOOP" or "RSET", _, _) => command.ReplyAsync("+OK\r\n"),
            ("STAT", _, _) => command.ReplyAsync($"+OK {script.Messages.Count} {script.Messages.Sum(m => (long)m.Size)}\r\n"),
            ("LIST", 0, _) => ListAsync(script, command, (n, m) => $"{n} {m.Size}"),
            ("UIDL", 0, _) => ListAsync(script, command, (n, _) => $"{n} uid-{n}"),
            (_, _, null) => command.ReplyAsync("-ERR no such command or message\r\n"),
            ("RETR" or "TOP", _, _) when script.Unreadable.Contains((int)numbers[0]) => command.ReplyAsync("-ERR [SYS/TEMP] cannot read it\r\n"),
            ("LIST", _, _) => command.ReplyAsync($"+OK {numbers[0]} {message.Size}\r\n"),
            ("UIDL", _, _) => command.ReplyAsync($"+OK {numbers[0]} uid-{numbers[0]}\r\n"),
            ("DELE", _, _) => command.ReplyAsync("+OK\r\n"),
            ("RETR", _, _) => command.Connection.WriteAsync($"+OK {message.Size} octets\r\n" + Stuffed(message.Content.Split("\r\n"))),
            ("TOP", 2, _) => command.Connection.WriteAsync("+OK\r\n" + Stuffed(Top(message.Content, numbers[1]))),
            _ => command.ReplyAsync("-ERR unknown command\r\n"),
        };
    }

    private static Task ListAsync(Pop3Script script, ScriptedCommand command, Func<int, ScriptedMessage, string> line)
    {
        var lines = script.Messages.Select((message, i) => (Number: i + 1, message)).Where(x => !script.Missing.Contains(x.Number))
            .Select(x => line(x.Number, x.message) + "\r\n");
        return command.ReplyAsync($"+OK {script.Messages.Count} messages\r\n{string.Concat(lines)}.\r\n");
    }

    private static IEnumerable<string> Top(string content, long lines)
    {
        var all = content.Split("\r\n");
        var head = Array.IndexOf(all, "") + 1;
        return all.Take((int)Math.Min(all.Length, head + lines));
    }

    /// <summary>Dot-stuffed (RFC 1939 section 3), with the final dot.</summary>
    private static string Stuffed(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
            text.Append(line.StartsWith('.') ? "." : "").Append(line).Append("\r\n");
        // The split leaves an empty piece behind a final line end; it is no line of the message.
        if (text.Length >= 4 && text.ToString(text.Length - 4, 4) == "\r\n\r\n")
            text.Length -= 2;
        return text.Append(".\r\n").ToString();
    }
}
