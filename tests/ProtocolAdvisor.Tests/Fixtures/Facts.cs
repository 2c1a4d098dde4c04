using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>Runs as the assessor would report them: healthy endpoints, and endpoints that failed at a step.</summary>
internal static class Facts
{
    public static readonly DateTimeOffset StartedAt = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public static MailEndpoint Imaps { get; } = At(MailProtocol.Imap, 993, ConnectionSecurity.ImplicitTls);

    public static MailEndpoint Imap { get; } = At(MailProtocol.Imap, 143, ConnectionSecurity.StartTls);

    public static MailEndpoint Pop3s { get; } = At(MailProtocol.Pop3, 995, ConnectionSecurity.ImplicitTls);

    public static MailEndpoint Pop3 { get; } = At(MailProtocol.Pop3, 110, ConnectionSecurity.StartTls);

    public static MailEndpoint Submissions { get; } = At(MailProtocol.Submission, 465, ConnectionSecurity.ImplicitTls, "smtp.example.com");

    public static MailEndpoint Submission { get; } = At(MailProtocol.Submission, 587, ConnectionSecurity.StartTls, "smtp.example.com");

    public static CertificateDetails Certificate { get; } = new()
    {
        Subject = "CN=mail.example.com",
        Issuer = "CN=Example CA",
        Names = ["mail.example.com"],
        NotBefore = StartedAt.AddDays(-30),
        NotAfter = StartedAt.AddDays(60),
        KeyType = "ecdsa",
        KeyBits = 256,
        Signature = "sha256ECDSA",
        Sha256 = new string('a', 64),
        Status = [CertificateStatus.Trusted],
    };

    public static AssessmentFacts Run(params EndpointFacts[] endpoints) =>
        new() { StartedAt = StartedAt, DurationMs = 850, Complete = true, Endpoints = endpoints };

    public static AssessmentFacts Run(params ProbeResult[] probes) => Run([.. probes.Select(x => With(x))]);

    public static EndpointFacts With(ProbeResult probe, SignInResult? signIn = null, params StepResult[] sessionSteps) =>
        new(probe, signIn ?? SignInResult.NotAttempted(SignInReason.NoCredentials), sessionSteps);

    public static MailEndpoint At(MailProtocol protocol, int port, ConnectionSecurity security, string host = "mail.example.com") =>
        new(protocol, HostName.Parse(host), port, security);

    public static AddressResult Address(string address, StepOutcome outcome = StepOutcome.Completed, FailureKind kind = FailureKind.TimedOut) => new(
        address, address.Contains(':') ? AddressFamilyName.Ipv6 : AddressFamilyName.Ipv4, outcome,
        outcome == StepOutcome.Completed ? 20 : null, outcome == StepOutcome.Failed ? new(MailStep.Connect, kind, null, 3000) : null);

    /// <summary>An endpoint at which everything is as it should be.</summary>
    public static ProbeResult Healthy(MailEndpoint endpoint) => new()
    {
        Endpoint = endpoint,
        Addresses = [Address("192.0.2.1")],
        Steps = [.. Path(endpoint).Select(step => new StepResult(step, StepOutcome.Completed, 20, step == MailStep.Resolve ? null : 1))],
        RoundTripMs = 20,
        Greeting = Greeting(endpoint.Protocol),
        CapabilitiesBeforeTls = endpoint.Security == ConnectionSecurity.StartTls ? new(BeforeTls(endpoint.Protocol)) : null,
        Capabilities = new(InsideTls(endpoint.Protocol)),
        Tls = new("1.3", "TLS_AES_256_GCM_SHA384", Certificate),
        Conversation =
        [
            new(Speaker.Note, 20, "TLS 1.3 TLS_AES_256_GCM_SHA384"), new(Speaker.Server, 40.25, Greeting(endpoint.Protocol)),
            new(Speaker.Client, 40.3, "STAT"), new(Speaker.Server, 60, "", LeftOut: 1940),
        ],
    };

    /// <summary>An endpoint that did as it should until this step failed.</summary>
    public static ProbeResult Failed(MailEndpoint endpoint, MailStep step, FailureKind kind, string? reply = null)
    {
        var path = Path(endpoint);
        var failedAt = path.IndexOf(step);
        return new()
        {
            Endpoint = endpoint,
            Steps = [.. path.Select((x, i) => i < failedAt ? new StepResult(x, StepOutcome.Completed, 20, 1)
                : i == failedAt ? new StepResult(x, StepOutcome.Failed, 40, 1, new(x, kind, reply, 40)) : new StepResult(x, StepOutcome.NotAttempted))],
        };
    }

    /// <summary>A healthy endpoint whose certificate is of this kind.</summary>
    public static ProbeResult WithCertificate(MailEndpoint endpoint, CertificateDetails certificate)
    {
        var healthy = Healthy(endpoint);
        return healthy with { Tls = healthy.Tls! with { Certificate = certificate } };
    }

    private static string[] BeforeTls(MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap => ["IMAP4rev1", "STARTTLS", "LOGINDISABLED"],
        MailProtocol.Pop3 => ["UIDL", "STLS", "SASL"],
        MailProtocol.Submission => ["PIPELINING", "STARTTLS"],
    };

    private static string[] InsideTls(MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap => ["IMAP4rev1", "IDLE", "AUTH=PLAIN"],
        MailProtocol.Pop3 => ["UIDL", "TOP", "USER", "SASL PLAIN"],
        MailProtocol.Submission => ["PIPELINING", "SIZE 35882577", "AUTH PLAIN LOGIN"],
    };

    private static string Greeting(MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap => "* OK ready",
        MailProtocol.Pop3 => "+OK ready",
        MailProtocol.Submission => "220 smtp.example.com ESMTP",
    };

    private static List<MailStep> Path(MailEndpoint endpoint) => endpoint.Security switch
    {
        ConnectionSecurity.ImplicitTls => [MailStep.Resolve, MailStep.Connect, MailStep.TlsHandshake, MailStep.Greeting, MailStep.Capability],
        ConnectionSecurity.StartTls => [MailStep.Resolve, MailStep.Connect, MailStep.Greeting, MailStep.Capability, MailStep.StartTls, MailStep.TlsHandshake],
        _ => [MailStep.Resolve, MailStep.Connect, MailStep.Greeting, MailStep.Capability],
    };
}
