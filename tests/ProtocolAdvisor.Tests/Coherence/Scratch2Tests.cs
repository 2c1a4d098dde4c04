using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Coherence;

public sealed class Scratch2Tests(ITestOutputHelper output) : IDisposable
{
    private readonly TestCertificates _authority = new();

    [Fact]
    public async Task Show()
    {
        (string Name, Func<ScriptedCommand, Task> Reply)[] bad =
        [
            ("close", Replies.Close), ("silence", Replies.Silence), ("garbage", Replies.Text("garbage\r\n")), ("bye", Replies.Text("* BYE gone\r\n", Replies.Close)), ("no", Replies.Text("{tag} NO no\r\n")), ("err", Replies.Text("-ERR no\r\n")),
            ("later", Replies.Text("{tag} NO [UNAVAILABLE] later\r\n")), ("bug", Replies.Text("{tag} NO [SERVERBUG] oops\r\n")), ("endless line", Replies.EndlessLine(bytes: 2 << 20)), ("half", Replies.Text("{tag} O", Replies.Close)),
        ];
        foreach (var (protocol, points) in new[] { (MailProtocol.Imap, new[] { "AUTHENTICATE", "LIST", "EXAMINE", "STATUS", "FETCH" }), (MailProtocol.Pop3, new[] { "AUTH", "STAT", "LIST", "UIDL", "RETR" }) })
            foreach (var point in points)
                foreach (var (name, reply) in bad)
                    await OneAsync(protocol, point, name, reply);
    }

    private async Task OneAsync(MailProtocol protocol, string point, string name, Func<ScriptedCommand, Task> reply)
    {
        using var certificate = _authority.Good("127.0.0.1");
        MailScript script = protocol == MailProtocol.Imap ? new ImapScript { StartTls = certificate } : new Pop3Script { StartTls = certificate };
        await using var server = ScriptedMailServer.Start(script.On(point, reply));
        using var assessor = Loopback.Assessor(_authority.Root);
        var subject = Loopback.Subject([Loopback.Endpoint(protocol, server.Port, ConnectionSecurity.StartTls)], Loopback.Credentials, samples: 2, deadlineSeconds: 3);
        var facts = await assessor.AssessAsync(subject, null, TestContext.Current.CancellationToken);
        var heading = new ReportHeading("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, AuthenticationKind.Password);
        var report = new AssessedRun(heading, facts, new Usage { Devices = 2 }).Report(Language.English);
        output.WriteLine($"=== {protocol} {point} {name}: {report.Summary.State} | {report.Summary.Headline} | fetch {facts.Imap?.Fetch is not null} {facts.Pop3?.Fetch is not null}");
        foreach (var line in report.Summary.Lines) output.WriteLine($"   {line}");
        output.WriteLine($"   # {string.Join(", ", report.Findings.Select(x => $"{x.Code}:{x.Severity}"))} steps {string.Join(", ", facts.Endpoints[0].SessionSteps.Where(x => x.Failure is not null).Select(x => $"{x.Step}:{x.Failure!.Kind}"))}");
    }

    public void Dispose() => _authority.Dispose();
}
