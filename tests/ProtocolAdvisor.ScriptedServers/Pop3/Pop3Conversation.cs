namespace ProtocolAdvisor.ScriptedServers;

/// <summary>One client's POP3 session up to the sign-in: greeting, capabilities, TLS, USER/PASS, AUTH.</summary>
internal sealed class Pop3Conversation(Pop3Script script, ScriptedConnection connection)
{
    private string username = "";
    private bool signedIn, ended;

    private bool MaySignIn => connection.IsEncrypted || !script.SignInNeedsTls;

    private IEnumerable<string> Capabilities => signedIn && script.CapabilitiesAfterSignIn is { } told ? told :
    [
        .. script.Capabilities,
        .. script.OffersStartTls(connection) ? ["STLS"] : Array.Empty<string>(),
        .. MaySignIn || script.OffersUserInClear ? ["USER"] : Array.Empty<string>(),
        .. MaySignIn && script.Mechanisms.Count > 0 ? ["SASL " + string.Join(' ', script.Mechanisms)] : Array.Empty<string>(),
    ];

    public async Task PlayAsync()
    {
        await script.AnswerAsync(new(connection, "", MailScript.AtGreeting, ""), hello => hello.ReplyAsync(script.Greeting + "\r\n"));
        ended = script.Greeting.StartsWith("-ERR", StringComparison.Ordinal);
        while (!ended && !connection.IsClosed && await connection.ReadLineAsync() is { } line)
        {
            if (script.DropPipelinedInput)
                connection.DiscardBufferedInput();
            var words = line.Split(' ', 2);
            var command = new ScriptedCommand(connection, "", words[0].ToUpperInvariant(), words.ElementAtOrDefault(1) ?? "");
            await script.AnswerAsync(command, AnswerAsync);
        }
    }

    private Task AnswerAsync(ScriptedCommand command) => command.Verb switch
    {
        "CAPA" => command.ReplyAsync($"+OK\r\n{string.Concat(Capabilities.Select(line => line + "\r\n"))}.\r\n"),
        "QUIT" => QuitAsync(command),
        "STLS" when script.OffersStartTls(connection) => StartTlsAsync(command),
        "USER" or "PASS" or "AUTH" when !MaySignIn => command.ReplyAsync("-ERR [AUTH] not in clear\r\n"),
        "USER" => UserAsync(command),
        "PASS" => SignInAsync(command, new SaslAnswer(username, command.Arguments)),
        "AUTH" when command.Arguments.Length == 0 =>
            command.ReplyAsync($"+OK\r\n{string.Concat(script.Mechanisms.Select(name => name + "\r\n"))}.\r\n"),
        "AUTH" => AuthenticateAsync(command),
        _ when signedIn => Pop3MaildropReplies.AnswerAsync(script, command),
        _ => command.ReplyAsync("-ERR unknown or not now\r\n"),
    };

    private Task UserAsync(ScriptedCommand command)
    {
        username = command.Arguments;
        return command.ReplyAsync("+OK\r\n");
    }

    private async Task QuitAsync(ScriptedCommand command)
    {
        ended = true;
        await command.ReplyAsync("+OK goodbye\r\n");
    }

    private async Task StartTlsAsync(ScriptedCommand command)
    {
        await command.ReplyAsync("+OK begin TLS\r\n" + script.InjectedBeforeTls);
        await script.HandshakeAsync(connection, script.StartTls!);
    }

    private async Task AuthenticateAsync(ScriptedCommand command)
    {
        var words = command.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!script.Mechanisms.Contains(words[0], StringComparer.OrdinalIgnoreCase))
            await command.ReplyAsync("-ERR no such mechanism\r\n");
        else if (await SaslAnswer.AskAsync(connection, words[0], words.ElementAtOrDefault(1)) is { } answer)
            await SignInAsync(command, answer);
    }

    private async Task SignInAsync(ScriptedCommand command, SaslAnswer answer)
    {
        if (script.DropsInputAtSignIn)
            connection.DiscardBufferedInput();
        var reply = script.SignInReply ?? (answer.IsRight(script) ? "+OK signed in" : "-ERR [AUTH] wrong name or password");
        signedIn = reply.StartsWith("+OK", StringComparison.Ordinal);
        await command.ReplyAsync(reply + "\r\n");
    }
}
