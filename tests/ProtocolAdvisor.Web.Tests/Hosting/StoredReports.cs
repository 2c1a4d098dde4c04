using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Web.OpenApi;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Tests.Hosting;

/// <summary>Reports of a healthy mail server, without a run: POP3 is recommended, IMAP works as well.</summary>
internal static class StoredReports
{
    /// <summary>The contract's own example.</summary>
    public static AssessmentReport Example { get; } =
        JsonSerializer.Deserialize<AssessmentReport>(Examples.Text("OpenAssessment.200.json")!, WireJson.Options)!;

    /// <summary>Its outgoing server, which a trusted source names.</summary>
    public static OutgoingReport Submission => Example.Discovery.Outgoing.Single();

    public static MailEndpoint Imaps { get; } = new(MailProtocol.Imap, HostName.Parse("mail.example.com"), 993, ConnectionSecurity.ImplicitTls);

    public static MailEndpoint Pop3s { get; } = Imaps with { Protocol = MailProtocol.Pop3, Port = 995 };

    /// <summary>A run by someone with one device and no backup, who wants speed, at these endpoints; at both without any.</summary>
    public static AssessedRun Run(params MailEndpoint[] endpoints) => new(
        new ReportHeading(ReportId.New(), TimeSpan.FromDays(1), new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, null),
        new AssessmentFacts
        {
            StartedAt = TimeProvider.System.GetUtcNow(),
            DurationMs = 850,
            Complete = true,
            Discovery = new DiscoveryResult { Attempts = [], Candidates = [], Outgoing = [Outgoing] },
            Endpoints = [.. (endpoints is [] ? [Imaps, Pop3s] : endpoints).Select(Healthy)],
        },
        new Usage { Devices = 1, People = 1, Webmail = false, Priority = Priority.Speed, Backup = Backup.None });

    /// <summary>The same where the user name is the part before the @, which a reply to Outlook need not say.</summary>
    public static AssessedRun RunWithLocalPart()
    {
        var run = Run();
        var smtp = Outgoing with { Server = Outgoing.Server with { Username = null } };
        return run with
        {
            Heading = run.Heading with { ShownUsername = "%EMAILLOCALPART%" },
            Facts = run.Facts with { Discovery = run.Facts.Discovery with { Outgoing = [smtp] } },
        };
    }

    /// <summary>Keeps the run where the service finds it; its settings are under the returned path.</summary>
    public static async Task<string> StoreAsync(this Advisor advisor, AssessedRun run)
    {
        await advisor.Services.GetRequiredService<ReportArchive>().StoreAsync(run, null, TestContext.Current.CancellationToken);
        return $"/v1/assessments/{run.Heading.Id}/settings";
    }

    private static OutgoingCandidate Outgoing { get; } = new(
        new OutgoingClaim(HostName.Parse(Submission.Host), Submission.Port, Submission.Security, Submission.Username, Submission.Authentication),
        Submission.Sources,
        Submission.Trusted);

    private static EndpointFacts Healthy(MailEndpoint endpoint) => new(
        new ProbeResult
        {
            Endpoint = endpoint,
            Steps = [new StepResult(MailStep.Capability, StepOutcome.Completed, 20, 1)],
            Capabilities = new CapabilitySet(endpoint.Protocol == MailProtocol.Imap ? ["IMAP4rev1", "AUTH=PLAIN"] : ["UIDL", "TOP", "SASL PLAIN"]),
            Tls = new TlsDetails("1.3", "TLS_AES_256_GCM_SHA384", Certificate),
        },
        SignInResult.NotAttempted(SignInReason.NoCredentials),
        []);

    private static CertificateDetails Certificate { get; } = new()
    {
        Subject = "CN=mail.example.com",
        Issuer = "CN=Example CA",
        Names = ["mail.example.com"],
        NotBefore = DateTimeOffset.UnixEpoch,
        NotAfter = DateTimeOffset.MaxValue,
        KeyType = "ecdsa",
        KeyBits = 256,
        Signature = "sha256ECDSA",
        Sha256 = new string('a', 64),
        Status = [CertificateStatus.Trusted],
    };
}
