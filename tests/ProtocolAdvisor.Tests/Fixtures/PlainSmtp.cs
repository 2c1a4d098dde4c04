using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>A submission server of a few lines: each command has one reply, and any of them can be replaced.</summary>
internal sealed class PlainSmtp
{
    private readonly Dictionary<string, Func<string, string>> _replies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EHLO"] = _ => "250-mail.example.com\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n250-STARTTLS\r\n250-AUTH PLAIN LOGIN\r\n250-ENHANCEDSTATUSCODES\r\n250-8BITMIME\r\n250-DSN\r\n250 SMTPUTF8\r\n",
        ["HELO"] = _ => "250 mail.example.com\r\n",
        ["STARTTLS"] = _ => "220 2.0.0 Ready to start TLS\r\n",
        ["AUTH"] = _ => "235 2.7.0 Authentication successful\r\n",
        ["QUIT"] = _ => "221 2.0.0 Bye\r\n",
    };

    internal TestCertificate? ImplicitTls { get; init; }

    internal TestCertificate? StartTls { get; init; }

    internal string Greeting { get; init; } = "220 mail.example.com ESMTP Postfix (Debian/GNU)\r\n";

    internal PlainSmtp On(string verb, string reply) => On(verb, _ => reply);

    internal PlainSmtp On(string verb, Func<string, string> reply)
    {
        _replies[verb] = reply;
        return this;
    }

    internal async Task PlayAsync(ScriptedConnection connection)
    {
        if (ImplicitTls is not null) await connection.UpgradeToTlsAsync(ImplicitTls);
        await connection.WriteAsync(Greeting);
        while (await connection.ReadLineAsync() is { } line)
        {
            var verb = line.Split(' ')[0];
            var reply = _replies.TryGetValue(verb, out var known) ? known(line) : "502 5.5.2 Error: command not recognized\r\n";
            await connection.WriteAsync(reply);
            if (verb.Equals("QUIT", StringComparison.OrdinalIgnoreCase) || reply.StartsWith("421", StringComparison.Ordinal)) return;
            if (verb.Equals("STARTTLS", StringComparison.OrdinalIgnoreCase) && StartTls is not null && reply.StartsWith("220", StringComparison.Ordinal) && !connection.IsEncrypted)
                await connection.UpgradeToTlsAsync(StartTls);
        }
    }
}
