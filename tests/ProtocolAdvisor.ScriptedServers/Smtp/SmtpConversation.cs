using System.Text;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>One client's submission session up to the sign-in: greeting, EHLO or HELO, STARTTLS, AUTH; what follows is answered and goes nowhere.</summary>
internal sealed class SmtpConversation(SmtpScript script, ScriptedConnection connection)
{
    private const string Name = "mail.example.com";

    private bool refused, introduced, signedIn, ended;

    private bool MaySignIn => connection.IsEncrypted || !script.SignInNeedsTls;

    private IEnumerable<string> Extensions =>
    [
        .. connection.IsEncrypted && script.ExtensionsInsideTls is { } inside ? inside : script.Extensions,
        .. script.OffersStartTls(connection) ? ["STARTTLS"] : Array.Empty<string>(),
        .. MaySignIn && script.Mechanisms.Count > 0
            ? script.AuthForms.Select(form => form + string.Join(' ', script.Mechanisms))
            : Array.Empty<string>(),
    ];

    public async Task PlayAsync()
    {
        await script.AnswerAsync(new(connection, "", MailScript.AtGreeting, ""), hello => hello.ReplyAsync(script.Greeting + "\r\n"));
        refused = !script.Greeting.StartsWith('2');
        ended = script.Greeting.StartsWith("421", StringComparison.Ordinal);
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
        "QUIT" => QuitAsync(command),
        _ when refused => command.ReplyAsync("503 5.5.1 no service here\r\n"),
        "EHLO" when script.KnowsEhlo => IntroduceAsync(command, [Name, .. Extensions]),
        "HELO" => IntroduceAsync(command, [Name]),
        "NOOP" or "RSET" => command.ReplyAsync("250 2.0.0 ok\r\n"),
        "STARTTLS" when script.OffersStartTls(connection) => StartTlsAsync(command),
        "AUTH" => AuthenticateAsync(command),
        "MAIL" or "RCPT" => command.ReplyAsync(signedIn ? "250 2.1.0 ok\r\n" : "530 5.7.0 Authentication required\r\n"),
        "DATA" or "BDAT" => command.ReplyAsync("554 5.7.1 nothing is delivered here\r\n"),
        _ => command.ReplyAsync("502 5.5.2 unknown or not now\r\n"),
    };

    private Task IntroduceAsync(ScriptedCommand command, IReadOnlyList<string> lines)
    {
        introduced = true;
        return command.ReplyAsync(string.Concat(lines.Select((line, i) => $"250{(i < lines.Count - 1 ? '-' : ' ')}{line}\r\n")));
    }

    private async Task QuitAsync(ScriptedCommand command)
    {
        ended = true;
        await command.ReplyAsync("221 2.0.0 goodbye\r\n");
    }

    /// <summary>Inside TLS the client has to introduce itself anew (RFC 3207 §4.2).</summary>
    private async Task StartTlsAsync(ScriptedCommand command)
    {
        introduced = false;
        await command.ReplyAsync("220 2.0.0 begin TLS\r\n" + script.InjectedBeforeTls);
        await script.HandshakeAsync(connection, script.StartTls!);
    }

    private Task AuthenticateAsync(ScriptedCommand command)
    {
        var words = command.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!introduced || signedIn)
            return command.ReplyAsync("503 5.5.1 not now\r\n");
        if (!MaySignIn)
            return command.ReplyAsync(script.NotInClear + "\r\n");
        return words.Length > 0 && script.Mechanisms.Contains(words[0], StringComparer.OrdinalIgnoreCase)
            ? AskAsync(command, words[0], words.ElementAtOrDefault(1))
            : command.ReplyAsync("504 5.5.4 no such mechanism\r\n");
    }

    private async Task AskAsync(ScriptedCommand command, string mechanism, string? initial)
    {
        // "=" stands for an initial response of no bytes (RFC 4954 §4).
        var answer = await SaslAnswer.AskAsync(connection, mechanism, initial == "=" ? "" : initial, prompt: "334 ");
        if (answer is null)
        {
            await command.ReplyAsync("501 5.7.0 cancelled\r\n");
            return;
        }
        var reply = script.SignInReply ?? (answer.IsRight(script) ? "235 2.7.0 signed in" : "535 5.7.8 wrong name or password");
        signedIn = reply.StartsWith('2');
        if (!signedIn && IsByToken(mechanism) && script.TokenComplaint is { } complaint)
            await ComplainAsync(complaint);
        await command.ReplyAsync(reply + "\r\n");
        ended = reply.StartsWith("421", StringComparison.Ordinal);
    }

    private async Task ComplainAsync(string complaint)
    {
        await connection.WriteLineAsync("334 " + Convert.ToBase64String(Encoding.UTF8.GetBytes(complaint)));
        await connection.ReadLineAsync();
    }

    private static bool IsByToken(string mechanism) => mechanism.ToUpperInvariant() is "XOAUTH2" or "OAUTHBEARER";
}
