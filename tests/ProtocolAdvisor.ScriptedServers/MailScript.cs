using System.Security.Authentication;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>A well-behaved mail server with knobs, in which any single reply can be replaced by a bad one.</summary>
public abstract class MailScript
{
    /// <summary>The pseudo-command for the greeting, for <see cref="On(string, string)"/>.</summary>
    public const string AtGreeting = "greeting";

    /// <summary>The pseudo-command for a TLS handshake, at the start or after STARTTLS/STLS.</summary>
    public const string AtTlsHandshake = "handshake";

    private readonly Dictionary<string, Func<ScriptedCommand, Func<ScriptedCommand, Task>, Task>> overrides = new(StringComparer.OrdinalIgnoreCase);

    public string Username { get; init; } = "jane@example.com";

    public string Password { get; init; } = "secret";

    /// <summary>The token that XOAUTH2 and OAUTHBEARER take; null where they are not to work.</summary>
    public string? AccessToken { get; init; }

    /// <summary>The reply to every sign-in, without the tag ("NO [LIMIT] too many"); null = judge name and password.</summary>
    public string? SignInReply { get; init; }

    /// <summary>Throws away what came behind a sign-in in the same packet, as proxies do that hand the connection on.</summary>
    public bool DropsInputAtSignIn { get; init; }

    /// <summary>Sends everything in pieces of so many bytes, each in a packet of its own; null = as it comes.</summary>
    public int? Pieces { get; init; }

    /// <summary>TLS before the greeting.</summary>
    public TestCertificate? ImplicitTls { get; init; }

    /// <summary>Offers STARTTLS or STLS while the line is in clear.</summary>
    public TestCertificate? StartTls { get; init; }

    public SslProtocols TlsProtocols { get; init; }

    /// <summary>Refuses clients that show no certificate of their own.</summary>
    public bool WantsClientCertificate { get; init; }

    /// <summary>Text sent in clear right behind the OK to STARTTLS/STLS: the injection of CVE-2011-0411's kind.</summary>
    public string InjectedBeforeTls { get; init; } = "";

    /// <summary>With <see cref="LongestThought"/>: how long the server thinks before each reply, a time of its own between the two.</summary>
    public TimeSpan ShortestThought { get; init; }

    public TimeSpan LongestThought { get; init; }

    /// <summary>Replaces one reply: IMAP replies may use {tag}; \r\n is the caller's to write.</summary>
    public MailScript On(string verb, string reply) => On(verb, Replies.Text(reply));

    /// <summary>Replaces one reply by anything that <see cref="Replies"/> offers, or a function of one's own.</summary>
    public MailScript On(string verb, Func<ScriptedCommand, Task> reply) => On(verb, (command, _) => reply(command));

    /// <summary>The same for a reply that is not always another one: it is given the sane answer, too.</summary>
    public MailScript On(string verb, Func<ScriptedCommand, Func<ScriptedCommand, Task>, Task> reply)
    {
        overrides[verb] = reply;
        return this;
    }

    /// <summary>Plays the server's part until the client leaves or says goodbye.</summary>
    public async Task PlayAsync(ScriptedConnection connection)
    {
        connection.Pieces = Pieces;
        if (ImplicitTls is not null)
            await HandshakeAsync(connection, ImplicitTls);
        await PlayAfterHandshakeAsync(connection);
    }

    internal abstract Task PlayAfterHandshakeAsync(ScriptedConnection connection);

    /// <summary>The replacement for a command, or else the sane answer.</summary>
    internal async Task AnswerAsync(ScriptedCommand command, Func<ScriptedCommand, Task> sane)
    {
        if (LongestThought > TimeSpan.Zero)
            await Task.Delay(ShortestThought + (Random.Shared.NextDouble() * (LongestThought - ShortestThought)), command.Connection.Stopped);
        await (overrides.TryGetValue(command.Verb, out var reply) ? reply(command, sane) : sane(command));
    }

    internal Task HandshakeAsync(ScriptedConnection connection, TestCertificate certificate) => AnswerAsync(
        new ScriptedCommand(connection, "", AtTlsHandshake, ""),
        _ => connection.UpgradeToTlsAsync(certificate, TlsProtocols, WantsClientCertificate));

    internal bool OffersStartTls(ScriptedConnection connection) => StartTls is not null && !connection.IsEncrypted;
}
