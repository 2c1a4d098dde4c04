using System.Text;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>Reads IMAP commands with their literals, and takes arguments apart.</summary>
internal static class ImapCommands
{
    /// <summary>The next command, its literals turned into quoted strings; null where the client has left.</summary>
    public static async Task<ScriptedCommand?> ReadAsync(ScriptedConnection connection)
    {
        var text = new StringBuilder();
        while (true)
        {
            if (await connection.ReadLineAsync() is not { } line)
                return null;
            var brace = line.EndsWith('}') ? line.LastIndexOf('{') : -1;
            if (brace < 0 || !int.TryParse(line[(brace + 1)..^1].TrimEnd('+'), out var size))
                return Parse(connection, text.Append(line).ToString());
            if (line[^2] != '+')
                await connection.WriteAsync("+ go on\r\n");
            if (await connection.ReadBytesAsync(size) is not { } literal)
                return null;
            text.Append(line.AsSpan(0, brace)).Append(Quote(Encoding.UTF8.GetString(literal)));
        }
    }

    /// <summary>Atoms, quoted strings without their quotes, and (groups) whole, at the top level.</summary>
    public static IReadOnlyList<string> Words(string arguments)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (depth, quoted, any) = (0, false, false);
        for (var i = 0; i < arguments.Length; i++)
        {
            var c = arguments[i];
            if (quoted && c == '\\' && i + 1 < arguments.Length)
                word.Append(arguments[++i]);
            else if (c == '"')
                (quoted, any) = (!quoted, true);
            else if (!quoted && c == ' ' && depth == 0)
                End();
            else
            {
                depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
                word.Append(c);
            }
        }
        End();
        return words;

        void End()
        {
            if (any || word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
            any = false;
        }
    }

    public static string Quote(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static ScriptedCommand Parse(ScriptedConnection connection, string line)
    {
        var parts = line.Split(' ', 3);
        var (verb, arguments) = (parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
        var byUid = verb.Equals("UID", StringComparison.OrdinalIgnoreCase);
        if (byUid)
        {
            var rest = arguments.Split(' ', 2);
            (verb, arguments) = (rest[0], rest.ElementAtOrDefault(1) ?? "");
        }
        return new(connection, parts[0], verb.ToUpperInvariant(), arguments, byUid);
    }
}
