using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Reports of runs as they may come: endpoints × failures × sign-ins × use × how the servers were found. What breaks a rule is shrunk to the smallest run that does.</summary>
public class GeneratedCoherenceTests
{
    private static readonly (MailStep Step, FailureKind Kind)[] Failures =
    [
        (MailStep.Resolve, FailureKind.HostNotFound), (MailStep.Resolve, FailureKind.NoAddress), (MailStep.Resolve, FailureKind.LookupFailed), (MailStep.Resolve, FailureKind.TimedOut),
        (MailStep.Connect, FailureKind.ConnectionRefused), (MailStep.Connect, FailureKind.TimedOut), (MailStep.Connect, FailureKind.HostUnreachable), (MailStep.Connect, FailureKind.ConnectionReset),
        (MailStep.Connect, FailureKind.AddressBlocked), (MailStep.Connect, FailureKind.TargetBusy), (MailStep.Connect, FailureKind.DeadlineReached),
        (MailStep.TlsHandshake, FailureKind.TlsFailed), (MailStep.TlsHandshake, FailureKind.TimedOut), (MailStep.TlsHandshake, FailureKind.ConnectionReset), (MailStep.TlsHandshake, FailureKind.WrongProtocol),
        (MailStep.Greeting, FailureKind.TimedOut), (MailStep.Greeting, FailureKind.GreetingRejected), (MailStep.Greeting, FailureKind.WrongProtocol), (MailStep.Greeting, FailureKind.ResponseTooLarge),
        (MailStep.Greeting, FailureKind.ConnectionReset), (MailStep.Greeting, FailureKind.ProtocolViolation), (MailStep.Greeting, FailureKind.DeadlineReached),
        (MailStep.Capability, FailureKind.TimedOut), (MailStep.Capability, FailureKind.ProtocolViolation), (MailStep.Capability, FailureKind.ResponseTooLarge), (MailStep.Capability, FailureKind.ConnectionReset),
        (MailStep.Capability, FailureKind.Unexpected),
        (MailStep.StartTls, FailureKind.CapabilityMissing), (MailStep.StartTls, FailureKind.StartTlsRefused), (MailStep.StartTls, FailureKind.ProtocolViolation),
    ];

    private static readonly SignInReason[] Refusals = [.. Enum.GetValues<SignInReason>().Where(x => x is >= SignInReason.AuthBadCredentials and not (SignInReason.ConnectionFailed or SignInReason.AuthUnanswered or SignInReason.AuthNoUsableMechanism))];

    private static readonly SignInReason[] Untried = [SignInReason.SignInHeldBack, SignInReason.CredentialsWithheld, SignInReason.OtherProtocolRefused, SignInReason.DeadlineReached, SignInReason.AuthOauthOnly, SignInReason.AuthLegacyMechanismsOnly, SignInReason.AuthMechanismMissing, SignInReason.AuthNoUsableMechanism, SignInReason.ConnectionFailed];

    private static readonly CertificateStatus[] Faults = [.. Enum.GetValues<CertificateStatus>().Where(x => x != CertificateStatus.Trusted)];

    private static Gen<MailEndpoint> Endpoint { get; } = Gen.Select(
        OneOf(Imaps, Imap, Pop3s, Pop3), OneOf("mail.example.com", "mail.example.com", "mx.example.net"), (endpoint, host) => endpoint with { Host = HostName.Parse(host) });

    private static Gen<ProbeResult> Probe { get; } = Gen.Select(
        Endpoint, Gen.Int[0, 4], OneOf(Failures), OneOf(Faults),
        (endpoint, kind, failure, fault) => kind switch
        {
            <= 1 => Healthy(endpoint),
            2 => WithCertificate(endpoint, Certificate with { Status = [fault] }),
            _ => Fails(endpoint, failure.Step, failure.Kind),
        });

    private static Gen<SignInResult> SignIn { get; } = Gen.Select(
        Gen.Int[0, 4], OneOf(Refusals), OneOf(Untried),
        (outcome, refusal, untried) => outcome switch
        {
            0 or 1 => new SignInResult(SignInOutcome.Accepted, "PLAIN", 50, "OK"),
            2 => new(SignInOutcome.Rejected, "PLAIN", 50, "NO go away", refusal) { NameWasAddress = true },
            3 => new(SignInOutcome.Unanswered, "PLAIN", Reason: SignInReason.AuthUnanswered),
            _ => SignInResult.NotAttempted(untried),
        });

    private static Gen<(AssessmentFacts Facts, Usage Usage)> Run { get; } = Gen.Select(
        Gen.Select(Probe, SignIn).Array[0, 5], Gen.Bool, Gen.Int[0, 2], AdviceGen.Usage,
        (endpoints, signsIn, found, usage) => (Made([.. LookedUp(endpoints.DistinctBy(x => x.Item1.Endpoint))], signsIn, found), usage));

    [Fact]
    public void Whatever_a_run_learns_its_reports_are_coherent() => Run.Sample(
        x => Complaints(x.Facts, x.Usage).Count == 0, iter: 3_000,
        print: x => $"{string.Join("\n", Complaints(x.Facts, x.Usage).Select(y => $"{y.Rule}: {y.What}"))}\n{Shown(x.Facts)}\n{Json.Of(x.Usage)}");

    private static IReadOnlyList<Complaint> Complaints(AssessmentFacts facts, Usage usage)
    {
        var credentials = facts.Endpoints.Count > 0 && facts.Endpoints.Any(x => x.SignIn.Reason != SignInReason.NoCredentials);
        var heading = new ReportHeading("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, credentials ? AuthenticationKind.Password : null);
        return [.. ReportCoherence.Of(new AssessedRun(heading, facts, usage)).Where(x => !KnownBreaches.Covers(x.Rule, x.What))];
    }

    private static AssessmentFacts Made(IReadOnlyList<(ProbeResult Probe, SignInResult SignIn)> endpoints, bool signsIn, int found)
    {
        var facts = endpoints.Select(x => With(x.Probe, !signsIn ? null : x.Probe.Usable ? x.SignIn : SignInResult.NotAttempted(SignInReason.EndpointNotUsable))).ToList();
        var claims = endpoints.Select(x => new IncomingClaim(x.Probe.Endpoint, null, [])).ToArray();
        SourceAttempt[] attempts = found switch
        {
            0 => [new SourceAttempt { Source = DiscoverySource.Explicit, Location = "request", Outcome = SourceOutcome.Found, Incoming = claims }],
            1 when claims.Length > 0 => [Published.Autoconfig(claims)],
            _ when claims.Length > 0 => [Published.Missed(DiscoverySource.Autoconfig), Published.Guess(claims)],
            _ => [Published.Missed(DiscoverySource.Autoconfig)],
        };
        bool In(MailProtocol protocol) => facts.Exists(x => x.Probe.Endpoint.Protocol == protocol && x.SignIn.Outcome == SignInOutcome.Accepted);
        return new()
        {
            StartedAt = StartedAt,
            DurationMs = 850,
            Endpoints = facts,
            Discovery = Published.Ranked(attempts),
            Complete = !facts.Exists(x => x.Probe.Failure?.Kind == FailureKind.DeadlineReached || x.SignIn.Reason == SignInReason.DeadlineReached),
            Imap = In(MailProtocol.Imap) ? new ImapMailbox { Messages = 40, InboxMessages = 30, Folders = 3, Bytes = 400_000, InboxBytes = 300_000 } : null,
            Pop3 = In(MailProtocol.Pop3) ? new Pop3Maildrop { Messages = 30, Bytes = 300_000, Uidl = true } : null,
        };
    }

    // A host is looked up once for all its endpoints.
    private static IEnumerable<(ProbeResult Probe, SignInResult SignIn)> LookedUp(IEnumerable<(ProbeResult Probe, SignInResult SignIn)> endpoints) =>
        from host in endpoints.GroupBy(x => x.Probe.Endpoint.Host)
        let lost = host.Select(x => x.Probe.Failure).FirstOrDefault(x => x?.Step == MailStep.Resolve)
        from endpoint in host
        select lost is null ? endpoint : (Failed(endpoint.Probe.Endpoint, MailStep.Resolve, lost.Kind), endpoint.SignIn);

    // The nearest step that this endpoint takes at all.
    private static ProbeResult Fails(MailEndpoint endpoint, MailStep step, FailureKind kind)
    {
        var upgrade = step == MailStep.StartTls && endpoint.Security != ConnectionSecurity.StartTls;
        var probe = upgrade ? Failed(endpoint, MailStep.Connect, FailureKind.ConnectionRefused) : Failed(endpoint, step, kind, kind == FailureKind.GreetingRejected ? "* BYE no" : null);
        return kind == FailureKind.WrongProtocol ? probe with { Spoken = step == MailStep.TlsHandshake ? SpokenProtocol.Imap : SpokenProtocol.Smtp } : probe;
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Shown(AssessmentFacts facts) => string.Join("\n", facts.Endpoints.Select(x =>
        $"{x.Probe.Endpoint}: usable {x.Probe.Usable}, {x.Probe.Failure}, {string.Join(' ', x.Probe.Tls?.Certificate.Status ?? [])}; {x.SignIn}"));
}
