using System.Collections.Concurrent;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Some hundred reports on servers that do what they must not, at every point of the conversation, with a password and without, held against every rule in both languages.</summary>
public sealed class HostileRunTests(ITestOutputHelper output) : IDisposable
{
    private static readonly Dictionary<MailProtocol, (string[] Open, string[] SignedIn)> Points = new()
    {
        [MailProtocol.Imap] = ([MailScript.AtGreeting, "CAPABILITY", "STARTTLS"], ["AUTHENTICATE", "LIST", "EXAMINE", "STATUS", "FETCH"]),
        [MailProtocol.Pop3] = ([MailScript.AtGreeting, "CAPA", "STLS"], ["AUTH", "STAT", "LIST", "UIDL", "RETR"]),
        [MailProtocol.Submission] = ([MailScript.AtGreeting, "EHLO", "STARTTLS"], ["AUTH"]),
    };

    private static readonly (string Name, Func<ScriptedCommand, Task> Reply)[] Bad =
    [
        ("close", Replies.Close), ("reset", Replies.Reset), ("silence", Replies.Silence), ("garbage", Replies.Text("garbage\r\n")), ("nul", Replies.Raw([0, 1, 2, 0xFF, 0xFE, 13, 10])),
        ("bye", Replies.Text("* BYE gone\r\n", Replies.Close)), ("err", Replies.Text("-ERR no\r\n")), ("no", Replies.Text("{tag} NO no\r\n")), ("bad", Replies.Text("{tag} BAD what?\r\n")),
        ("smtp", Replies.Text("220 smtp.example.com ESMTP\r\n")), ("http", Replies.Text("HTTP/1.1 400 Bad Request\r\n\r\n", Replies.Close)), ("busy", Replies.Text("421 busy, try again later\r\n", Replies.Close)),
        ("blocked", Replies.Text("* BYE your address is blacklisted\r\n", Replies.Close)), ("endless line", Replies.EndlessLine(bytes: 2 << 20)), ("endless lines", Replies.EndlessLines(bytes: 2 << 20)),
        ("half a line", Replies.Text("{tag} O", Replies.Close)), ("injected", Replies.Text("{tag} OK go on\r\n* injected\r\n")), ("wrong password", Replies.Text("{tag} NO [AUTHENTICATIONFAILED] no\r\n")),
        ("disabled", Replies.Text("{tag} NO IMAP access is disabled for this account\r\n")), ("pop wrong", Replies.Text("-ERR [AUTH] invalid credentials\r\n")),
        ("pop busy", Replies.Text("-ERR [IN-USE] locked\r\n")), ("later", Replies.Text("{tag} NO [UNAVAILABLE] later\r\n")),
        ("bug", Replies.Text("{tag} NO [SERVERBUG] oops\r\n")), ("smtp wrong", Replies.Text("535-5.7.8 no\r\n535 5.7.8 really not\r\n")), ("smtp closed", Replies.Text("554 5.7.1 not from there\r\n")),
    ];

    private readonly TestCertificates _authority = new();

    [Fact]
    public async Task Reports_on_hostile_servers_are_coherent()
    {
        var complaints = new ConcurrentBag<string>();
        var cases = Cases().ToList();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, async (x, cancel) =>
        {
            foreach (var complaint in await ComplaintsAsync(x.Protocol, x.Point, x.Reply, x.SignsIn, cancel)) complaints.Add($"{x.Protocol} {x.Point} {x.Name}: {complaint.Rule}: {complaint.What}");
        });
        output.WriteLine($"{cases.Count} runs");
        Assert.InRange(cases.Count, 300, int.MaxValue);
        Assert.True(complaints.IsEmpty, string.Join('\n', complaints.Order()));
    }

    // Without a password, what comes behind the sign-in is never said.
    private static IEnumerable<(MailProtocol Protocol, string Point, string Name, Func<ScriptedCommand, Task> Reply, bool SignsIn)> Cases() =>
        from points in Points
        from signsIn in new[] { false, true }
        from point in signsIn ? points.Value.Open.Concat(points.Value.SignedIn) : points.Value.Open
        from bad in Bad
        select (points.Key, point, bad.Name, bad.Reply, signsIn);

    private async Task<IReadOnlyList<Complaint>> ComplaintsAsync(MailProtocol protocol, string point, Func<ScriptedCommand, Task> reply, bool signsIn, CancellationToken cancel)
    {
        using var certificate = _authority.Good("127.0.0.1");
        MailScript script = protocol switch
        {
            MailProtocol.Imap => new ImapScript { StartTls = certificate },
            MailProtocol.Pop3 => new Pop3Script { StartTls = certificate },
            MailProtocol.Submission => new SmtpScript { StartTls = certificate },
        };
        await using var server = ScriptedMailServer.Start(script.On(point, reply));
        using var assessor = Loopback.Assessor(_authority.Root);
        // Nobody signs in to send before he was let in to read.
        await using var reading = protocol.ReadsMail() ? null : ScriptedMailServer.Start(new ImapScript { StartTls = certificate });
        MailEndpoint[] beside = reading is null ? [] : [Loopback.Endpoint(MailProtocol.Imap, reading.Port, ConnectionSecurity.StartTls)];
        var subject = Loopback.Subject([Loopback.Endpoint(protocol, server.Port, ConnectionSecurity.StartTls), .. beside], signsIn ? Loopback.Credentials : null, samples: 2, deadlineSeconds: 3);
        var facts = await assessor.AssessAsync(subject, null, cancel);
        var told = facts.Of(protocol).First();
        var heading = new ReportHeading("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, signsIn ? AuthenticationKind.Password : null);
        var complaints = ReportCoherence.Of(new AssessedRun(heading, facts, new Usage { Devices = 2 })).Where(x => !KnownBreaches.Covers(x.Rule, x.What)).ToList();
        if (reading is not null && !facts.Of(MailProtocol.Imap).Any(x => x.Probe.Usable && (!signsIn || x.IsAccepted)))
            complaints.Add(new(CoherenceRule.StateIsTrue, "reading is hurt by a server for sending"));
        return [.. complaints.Select(x => x with { What = $"{x.What}; {told.SignIn}; {string.Join(", ", told.Probe.Steps.Concat(told.SessionSteps).Select(y => y.Failure))}" })];
    }

    public void Dispose() => _authority.Dispose();
}
