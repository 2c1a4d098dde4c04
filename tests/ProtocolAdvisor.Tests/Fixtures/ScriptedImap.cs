using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>Scripted IMAP servers with a good certificate, each assessed by itself.</summary>
internal sealed class ScriptedImap : IDisposable
{
    internal const string Done = "{tag} OK done\r\n";

    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    internal ScriptedImap() => _certificate = _authority.Good("127.0.0.1");

    /// <summary>What was taken for a fault of our own.</summary>
    internal List<Exception> Unexpected { get; } = [];

    /// <summary>What the client sent in the last run.</summary>
    internal IReadOnlyList<string> Received { get; private set; } = [];

    internal ImapScript Script(IReadOnlyList<ScriptedFolder> folders, params string[] capabilities) =>
        new() { ImplicitTls = _certificate, Folders = folders, Capabilities = ["IMAP4rev1", "SASL-IR", .. capabilities] };

    /// <summary>The same of a server that shows nothing before it knows who asks.</summary>
    internal ImapScript Script(IReadOnlyList<ScriptedFolder> folders, string beforeIntroduction, string[] capabilities) => new()
    {
        ImplicitTls = _certificate,
        Folders = folders,
        Capabilities = ["IMAP4rev1", "SASL-IR", .. capabilities],
        BeforeIntroduction = beforeIntroduction,
    };

    internal async Task<AssessmentFacts> AssessAsync(MailScript script, int samples = 10, Pop3Script? beside = null)
    {
        await using var server = ScriptedMailServer.Start(script);
        await using var pop3 = beside is null ? null : ScriptedMailServer.Start(beside);
        using var assessor = Loopback.Assessor(_authority.Root, unexpected: Unexpected);
        MailEndpoint[] endpoints =
        [
            Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.ImplicitTls),
            .. pop3 is null ? [] : new[] { Loopback.Endpoint(MailProtocol.Pop3, pop3.Port, ConnectionSecurity.ImplicitTls) },
        ];
        var facts = await assessor.AssessAsync(Loopback.Subject(endpoints, Loopback.Credentials, samples), null, TestContext.Current.CancellationToken);
        Received = [.. (await server.NextConnectionAsync(TestContext.Current.CancellationToken)).Received.Select(line => line.Text)];
        return facts;
    }

    internal Pop3Script Pop3() => new() { ImplicitTls = _certificate };

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
