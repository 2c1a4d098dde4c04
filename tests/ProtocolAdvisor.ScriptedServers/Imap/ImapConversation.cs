namespace ProtocolAdvisor.ScriptedServers;

/// <summary>One client's IMAP session: greeting, capabilities, TLS, and the way to the mailbox's replies.</summary>
internal sealed class ImapConversation(ImapScript script, ScriptedConnection connection)
{
    private bool signedIn, ended, introduced;
    private ScriptedFolder? selected;

    private string Capabilities => string.Join(' ', (IEnumerable<string>)[
        .. script.Capabilities,
        .. script.OffersStartTls(connection) ? ["STARTTLS"] : Array.Empty<string>(),
        .. signedIn ? [] : MaySignIn ? script.Mechanisms.Select(name => "AUTH=" + name) : ["LOGINDISABLED"]]);

    private bool MaySignIn => connection.IsEncrypted || !script.SignInNeedsTls;

    public async Task PlayAsync()
    {
        signedIn = script.Greeting.StartsWith("* PREAUTH", StringComparison.Ordinal);
        var greeting = script.Greeting.Replace("{capabilities}", Capabilities, StringComparison.Ordinal) + "\r\n";
        await script.AnswerAsync(new(connection, "*", MailScript.AtGreeting, ""), hello => hello.ReplyAsync(greeting));
        ended = script.Greeting.StartsWith("* BYE", StringComparison.Ordinal);
        while (!ended && !connection.IsClosed && await ImapCommands.ReadAsync(connection) is { } command)
            await script.AnswerAsync(command, AnswerAsync);
    }

    private Task AnswerAsync(ScriptedCommand command) => command.Verb switch
    {
        "CAPABILITY" => command.ReplyAsync($"* CAPABILITY {Capabilities}\r\n{{tag}} OK done\r\n"),
        "NOOP" or "CHECK" => command.ReplyAsync("{tag} OK done\r\n"),
        "ID" => IntroduceAsync(command),
        "LOGOUT" => LogoutAsync(command),
        "STARTTLS" when script.OffersStartTls(connection) => StartTlsAsync(command),
        "LOGIN" or "AUTHENTICATE" when !MaySignIn => command.ReplyAsync("{tag} NO [PRIVACYREQUIRED] not in clear\r\n"),
        "LOGIN" => SignInAsync(command, SaslAnswer.FromPair(ImapCommands.Words(command.Arguments))),
        "AUTHENTICATE" => AuthenticateAsync(command),
        _ when signedIn && !introduced && script.BeforeIntroduction is { } refusal && script.IntroductionVerbs.Contains(command.Verb) => command.ReplyAsync(refusal),
        _ when signedIn => AnswerSignedInAsync(command),
        _ => command.ReplyAsync("{tag} BAD unknown or not now\r\n"),
    };

    private Task IntroduceAsync(ScriptedCommand command)
    {
        introduced = true;
        return command.ReplyAsync("* ID (\"name\" \"Scripted\")\r\n{tag} OK done\r\n");
    }

    private Task AnswerSignedInAsync(ScriptedCommand command)
    {
        switch (command.Verb)
        {
            case "SELECT" or "EXAMINE":
                selected = ImapMailboxReplies.Folder(script, command);
                return ImapMailboxReplies.OpenAsync(command, selected);
            case "CLOSE" or "UNSELECT":
                selected = null;
                return command.ReplyAsync("{tag} OK done\r\n");
            case "FETCH" when selected is not null:
                return ImapFetch.AnswerAsync(command, selected);
            default:
                return ImapMailboxReplies.AnswerAsync(script, command);
        }
    }

    private async Task LogoutAsync(ScriptedCommand command)
    {
        ended = true;
        await command.ReplyAsync("* BYE goodbye\r\n{tag} OK done\r\n");
    }

    private async Task StartTlsAsync(ScriptedCommand command)
    {
        await command.ReplyAsync("{tag} OK begin TLS\r\n" + script.InjectedBeforeTls);
        await script.HandshakeAsync(connection, script.StartTls!);
    }

    private async Task AuthenticateAsync(ScriptedCommand command)
    {
        var words = command.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!script.Mechanisms.Contains(words[0], StringComparer.OrdinalIgnoreCase))
            await command.ReplyAsync("{tag} NO no such mechanism\r\n");
        else if (await SaslAnswer.AskAsync(connection, words[0], words.ElementAtOrDefault(1)) is { } answer)
            await SignInAsync(command, answer);
    }

    private async Task SignInAsync(ScriptedCommand command, SaslAnswer answer)
    {
        if (script.DropsInputAtSignIn)
            connection.DiscardBufferedInput();
        var list = script.SignInListsCapabilities ? "[CAPABILITY {0}] " : "";
        var reply = script.SignInReply ?? (answer.IsRight(script) ? $"OK {list}signed in" : "NO [AUTHENTICATIONFAILED] wrong name or password");
        signedIn = reply.StartsWith("OK", StringComparison.Ordinal);
        await command.ReplyAsync("{tag} " + reply.Replace("{0}", Capabilities, StringComparison.Ordinal) + "\r\n");
    }
}
