using System.Globalization;
using System.Text;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>The replies about folders and quota to a client that has signed in.</summary>
internal static class ImapMailboxReplies
{
    public static Task AnswerAsync(ImapScript script, ScriptedCommand command) => command.Verb switch
    {
        "NAMESPACE" => command.ReplyAsync("* NAMESPACE ((\"\" \"/\")) NIL NIL\r\n{tag} OK done\r\n"),
        "LIST" or "LSUB" => ListAsync(script, command),
        "STATUS" when Folder(script, command) is { } folder =>
            command.ReplyAsync(Status(folder, command.Arguments) + "{tag} OK done\r\n"),
        "GETQUOTAROOT" when script.Quota is { } quota => command.ReplyAsync(
            $"* QUOTAROOT {FirstWord(command)} \"User quota\"\r\n"
            + $"* QUOTA \"User quota\" (STORAGE {quota.UsedKilobytes} {quota.LimitKilobytes})\r\n{{tag}} OK done\r\n"),
        "SEARCH" => command.ReplyAsync("* SEARCH\r\n{tag} OK done\r\n"),
        "STATUS" => command.ReplyAsync("{tag} NO [NONEXISTENT] no such folder\r\n"),
        _ => command.ReplyAsync("{tag} BAD unknown command\r\n"),
    };

    public static ScriptedFolder? Folder(ImapScript script, ScriptedCommand command) =>
        script.Folders.FirstOrDefault(folder => Matches(folder.Name, ImapCommands.Words(command.Arguments).ElementAtOrDefault(0) ?? ""));

    public static Task OpenAsync(ScriptedCommand command, ScriptedFolder? folder)
    {
        if (folder is null)
            return command.ReplyAsync("{tag} NO [NONEXISTENT] no such folder\r\n");
        var access = command.Verb == "EXAMINE" ? "READ-ONLY" : "READ-WRITE";
        return command.ReplyAsync(
            "* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)\r\n* OK [PERMANENTFLAGS ()] none\r\n"
            + $"* {folder.Messages.Count} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] valid\r\n"
            + $"* OK [UIDNEXT {folder.Messages.Count + 1}] next\r\n{{tag}} OK [{access}] opened\r\n");
    }

    private static Task ListAsync(ImapScript script, ScriptedCommand command)
    {
        // LIST [(selection)] reference pattern-or-(patterns) [RETURN (options)]
        var words = ImapCommands.Words(command.Arguments).ToList();
        var specialOnly = words.Count > 0 && words[0].Equals("(SPECIAL-USE)", StringComparison.OrdinalIgnoreCase);
        if (words.Count > 0 && words[0].StartsWith('('))
            words.RemoveAt(0);
        var pattern = (words.ElementAtOrDefault(1) ?? "").Trim('(', ')', '"');
        if (pattern.Length == 0)
            return command.ReplyAsync("* LIST (\\Noselect) \"/\" \"\"\r\n{tag} OK done\r\n");
        var status = (words.ElementAtOrDefault(3) ?? "").Contains("STATUS", StringComparison.OrdinalIgnoreCase) ? words[3] : null;
        var reply = new StringBuilder();
        foreach (var folder in script.Folders.Where(folder => Matches(folder.Name, pattern) && (folder.IsSpecial || !specialOnly)))
        {
            reply.Append(CultureInfo.InvariantCulture, $"* {command.Verb} ({folder.Attributes}) \"/\" {ImapCommands.Quote(folder.Name)}\r\n");
            if (status is not null && !folder.Attributes.Contains("\\Noselect", StringComparison.OrdinalIgnoreCase))
                reply.Append(Status(folder, status));
        }
        return command.ReplyAsync(reply + "{tag} OK done\r\n");
    }

    private static string Status(ScriptedFolder folder, string asked)
    {
        var unseen = folder.Messages.Count(m => !m.Flags.Contains("\\Seen", StringComparison.Ordinal));
        var known = new (string Name, long Value)[]
        {
            ("MESSAGES", folder.Messages.Count), ("SIZE", folder.Size), ("UIDNEXT", folder.Messages.Count + 1),
            ("UIDVALIDITY", 1), ("UNSEEN", unseen), ("RECENT", 0),
        };
        var items = known.Where(item => asked.Contains(item.Name, StringComparison.OrdinalIgnoreCase)).Select(item => $"{item.Name} {item.Value}");
        return $"* STATUS {ImapCommands.Quote(folder.Name)} ({string.Join(' ', items)})\r\n";
    }

    private static bool Matches(string name, string pattern) =>
        pattern == "*"
        || (pattern == "%" && !name.Contains('/'))
        || string.Equals(name, pattern, name.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static string FirstWord(ScriptedCommand command) => command.Arguments.Split(' ')[0];
}
