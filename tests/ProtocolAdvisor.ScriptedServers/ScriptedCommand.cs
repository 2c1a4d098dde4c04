namespace ProtocolAdvisor.ScriptedServers;

/// <summary>One command of a client, taken apart. POP3 and SMTP commands have no tag.</summary>
public sealed record ScriptedCommand(ScriptedConnection Connection, string Tag, string Verb, string Arguments, bool ByUid = false)
{
    /// <summary>Writes a text in which {tag}, {verb} and {arguments} stand for this command's own.</summary>
    public Task ReplyAsync(string text) => Connection.WriteAsync(text
        .Replace("{tag}", Tag, StringComparison.Ordinal)
        .Replace("{verb}", Verb, StringComparison.Ordinal)
        .Replace("{arguments}", Arguments, StringComparison.Ordinal));
}
