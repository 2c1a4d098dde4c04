using System.Text;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Sessions;

/// <summary>What was said on the wire can be read in the report, and nothing secret or private with it.</summary>
public sealed class ConversationTests : IDisposable
{
    private const string Name = "jane@example.com";
    private const string Secret = "Kanarienvogel\"4711/ä+\\";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public ConversationTests() => _certificate = _authority.Good("127.0.0.1");

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task A_whole_run_with_dovecot_can_be_read_from_the_greeting_to_the_last_sample()
    {
        await using var server = await DovecotServer.StartAsync(new() { Quota = "100M" });
        var content = await server.FillAsync(Loopback.Jane, new MailboxPlan { Messages = 300 });
        using var assessor = Loopback.Assessor(server.Authority.Root);
        var facts = await assessor.AssessAsync(Loopback.Subject(Loopback.EndpointsOf(server), Loopback.Credentials), null, Cancel);
        var conversations = facts.Endpoints.Select(x => x.Probe.Conversation).ToList();
        var (imaps, imap, pop3s) = (Texts(conversations[0]), Texts(conversations[1]), Texts(conversations[2]));

        Assert.Equal("TLS 1.3 TLS_AES_256_GCM_SHA384", imaps[0]);
        Assert.Single(imaps, x => x.EndsWith("Dovecot (Debian) ready.", StringComparison.Ordinal));
        Assert.Contains(imaps, x => x.EndsWith("0 AUTHENTICATE PLAIN •••", StringComparison.Ordinal));
        Assert.Contains("* STATUS ••• (MESSAGES 15 SIZE " + content.Folders["Trash"].Bytes + ")", imaps);
        Assert.Equal(["AUTHENTICATE PLAIN •••", "CAPABILITY", "NAMESPACE", "GETQUOTAROOT INBOX", "EXAMINE INBOX", "LIST \"\" \"*\" RETURN (SPECIAL-USE STATUS (MESSAGES SIZE))"], imaps.Where(x => x.StartsWith('q') && !x.Contains(" OK ", StringComparison.Ordinal)).Take(6).Select(x => x.Split(' ', 2)[1]));
        Assert.Equal(["s1 STARTTLS", "s1 OK Begin TLS negotiation now.", "TLS 1.3 TLS_AES_256_GCM_SHA384", "c1 CAPABILITY"], imap.Skip(1).Take(4));
        Assert.Equal(["AUTH PLAIN •••", "STAT", "CAPA", "LIST", "UIDL", "+OK Logged in.", $"+OK 180 {content.Folders["INBOX"].Bytes}"], pop3s.SkipWhile(x => x != "AUTH PLAIN •••").Take(7));
        Assert.Contains(conversations[2], x => x is { From: Speaker.Server, LeftOut: 177 });
        Assert.All(conversations, x => Assert.InRange(x.Count, 5, TranscriptRecorder.MostLines));
        Assert.All(conversations, x => Assert.Equal(x.Select(line => line.Ms).Order(), x.Select(line => line.Ms)));
        var all = Json.Of(conversations);
        Assert.All(content.Folders.Keys.Where(x => x != "INBOX"), x => Assert.DoesNotContain($"\"{x}", all, StringComparison.Ordinal));
        Assert.DoesNotContain("jane", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Received:", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Subject:", all, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(MailProtocol.Imap, "PLAIN")]
    [InlineData(MailProtocol.Imap, "LOGIN")]
    [InlineData(MailProtocol.Imap, null)]
    [InlineData(MailProtocol.Pop3, "PLAIN")]
    [InlineData(MailProtocol.Pop3, "LOGIN")]
    [InlineData(MailProtocol.Pop3, null)]
    public async Task A_server_that_repeats_name_and_password_in_every_form_and_place_does_not_get_them_in(MailProtocol protocol, string? mechanism)
    {
        var echoes = Forms(Secret).Concat(Forms(Name)).ToList();
        var talk = string.Concat(echoes.Select(x => (protocol == MailProtocol.Imap ? "* OK [ALERT] " : "+OK ") + x + "\r\n"));
        string[] mechanisms = mechanism is null ? [] : [mechanism];
        MailScript script = protocol == MailProtocol.Imap
            ? new ImapScript { ImplicitTls = _certificate, Mechanisms = mechanisms, Username = Name, Password = Secret }
                .On("NAMESPACE", talk + "* NAMESPACE ((\"\" \"/\")) NIL NIL\r\n{tag} OK done\r\n")
                .On("STATUS", talk + "{tag} NO {arguments}\r\n").On("LIST", talk + "{tag} OK {arguments}\r\n")
                .On("GETQUOTAROOT", talk + "{tag} NO " + echoes[0] + "\r\n")
            : new Pop3Script { ImplicitTls = _certificate, Mechanisms = mechanisms, Username = Name, Password = Secret, CapabilitiesAfterSignIn = echoes }
                .On("STAT", "+OK 1 1 " + string.Join(' ', echoes) + "\r\n").On("LIST", talk + ".\r\n").On("UIDL", talk + ".\r\n");
        await using var server = ScriptedMailServer.Start(script);
        var facts = await Loopback.AssessAsync(
            server, protocol, ConnectionSecurity.ImplicitTls, _authority.Root, Credentials.WithPassword(Name, new Secret(Secret)));

        Assert.Equal(ProtocolAdvisor.Sessions.SignInOutcome.Accepted, facts.SignIn.Outcome);
        var said = string.Join('\n', Texts(facts.Probe.Conversation));
        Assert.Contains("***", said, StringComparison.Ordinal);
        Assert.All(echoes.Concat(WithinBase64(Secret)).Concat(WithinBase64(Name)).Append("Kanarienvogel").Append("4711").Append("jane"), x => Assert.DoesNotContain(ServerText.Of(x), said, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("220 secret-internal-name ESMTP\r\n", "••• (smtp)")]
    [InlineData("+OK secret-internal-name\r\n", "••• (pop3)")]
    [InlineData("secret-internal-name\r\n", "•••")]
    public async Task Of_a_server_that_is_no_imap_server_only_its_kind_is_told(string greeting, string told)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript().On(MailScript.AtGreeting, greeting));
        var facts = await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.StartTls);
        Assert.Equal([told], Texts(facts.Probe.Conversation));
    }

    [Fact]
    public async Task A_refusing_greeting_is_told_in_its_own_words()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript().On(MailScript.AtGreeting, "* BYE too many connections\r\n"));
        var facts = await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.StartTls);
        Assert.Equal(["* BYE too many connections"], Texts(facts.Probe.Conversation));
    }

    [Fact]
    public async Task A_conversation_ends_where_the_server_fell_silent()
    {
        await using var server = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate }.On("UIDL", Replies.Silence));
        var facts = await Loopback.AssessAsync(server, MailProtocol.Pop3, ConnectionSecurity.ImplicitTls, _authority.Root, Loopback.Credentials, deadlineSeconds: 3);
        Assert.Equal(["+OK", "1", "2", "3"], Texts(facts.Probe.Conversation).TakeLast(4).Select(x => x.Split(' ')[0]));
    }

    // As they are, as protocols, pages and programs write them, and decoded wrongly.
    private static IEnumerable<string> Forms(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        yield return text;
        yield return text.ToUpperInvariant();
        yield return Uri.EscapeDataString(text);
        yield return text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        yield return Encoding.Latin1.GetString(bytes);
        yield return Convert.ToHexString(bytes);
        yield return Convert.ToHexStringLower(bytes);
        yield return string.Concat(bytes.Select(x => $"%{x:x2}"));
        yield return string.Concat(text.Select(x => $"\\u{(int)x:x4}"));
        yield return Convert.ToBase64String(bytes);
        yield return Convert.ToBase64String([0, .. bytes, 0]);
        yield return Convert.ToBase64String([0, 0, .. bytes, 0]);
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{Name}\0{Secret}"));
    }

    private static IEnumerable<string> WithinBase64(string text) =>
        Enumerable.Range(1, 3).Select(lead => Convert.ToBase64String([.. new byte[lead], .. Encoding.UTF8.GetBytes(text), 0])[4..^4]);

    private static List<string> Texts(IReadOnlyList<TranscriptLine> lines) => [.. lines.Select(line => line.Text)];
}
