using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>Runs as they may come: endpoints × failures × sign-ins × use × how the servers were found.</summary>
internal static class RunGen
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

    private static Gen<EndpointFacts> Sending { get; } = Gen.Select(
        OneOf(Submissions, Submission), Gen.Int[0, 2], OneOf(Failures), SignIn,
        (endpoint, kind, failure, signIn) => kind == 0 ? Facts.With(Fails(endpoint, failure.Step, failure.Kind), SignInResult.NotAttempted(SignInReason.EndpointNotUsable))
            : Facts.With(Healthy(endpoint), kind == 1 ? signIn : SignInResult.NotAttempted(SignInReason.OtherProtocolRefused)));

    // How a session that was let in ends: mostly well.
    private static readonly (MailStep Step, FailureKind Kind, string? Reply)?[] Ends =
    [
        null, null, null, null, (MailStep.OpenMailbox, FailureKind.ConnectionReset, null), (MailStep.OpenMailbox, FailureKind.MailboxRefused, "NO go away"), (MailStep.OpenMailbox, FailureKind.TimedOut, null),
        (MailStep.Measure, FailureKind.ConnectionReset, "* BYE gone"), (MailStep.Measure, FailureKind.ConnectionReset, null), (MailStep.Measure, FailureKind.TimedOut, null), (MailStep.Measure, FailureKind.CommandRefused, "NO no"), (MailStep.Measure, FailureKind.CommandRefused, "NO [LIMIT] FETCH Rate limit hit."),
        (MailStep.Measure, FailureKind.ProtocolViolation, null), (MailStep.Measure, FailureKind.ResponseTooLarge, null), (MailStep.Measure, FailureKind.DeadlineReached, null),
    ];

    private static Gen<LatencySummary?> Fetch { get; } = Gen.Bool.Select(x => x ? new LatencySummary(9, 20_000, 4, 5, 3, 6, null, false) : null);

    // Figures that contradict each other now and then: an Inbox with more than the whole, a folder opened and counted, STAT against LIST and UIDL.
    private static Gen<ImapMailbox> ImapFigures { get; } = Gen.Select(
        Gen.Select(Gen.Long[0, 50], Gen.Long[0, 60], Gen.Int[1, 4], Gen.Int[0, 5]), Gen.Select(Gen.Long[0, 3], Gen.Int[0, 2], Gen.Bool), Fetch,
        (counts, odd, fetch) => new ImapMailbox
        {
            Messages = counts.Item1,
            InboxMessages = counts.Item2,
            Folders = counts.Item3,
            FilledFolders = counts.Item4,
            FoldersCounted = counts.Item3,
            Bytes = counts.Item1 * 10_000,
            InboxBytes = counts.Item2 * 10_000,
            CountDifferences = odd.Item1 == 0 ? [new(FolderUse.Inbox, counts.Item2, counts.Item2 + 1)] : [],
            ImplausibleSizes = odd.Item2,
            AtLeast = odd.Item3,
            Fetch = fetch,
        });

    private static Gen<Pop3Maildrop> Pop3Figures { get; } = Gen.Select(
        Gen.Select(Gen.Long[0, 50], Gen.Long[0, 50], Gen.Long[0, 50], Gen.Int[0, 5]), Gen.Int[0, 2], Fetch,
        (counts, unreadable, fetch) =>
        {
            var (stat, list, uidl, same) = counts;
            var held = same > 1 ? new MaildropCounts(stat, stat, stat, stat) : new MaildropCounts(stat, list, uidl, Math.Min(uidl, list), same) { StatBytes = stat * 10_000, ListedBytes = list * 9_000 };
            return new Pop3Maildrop { Messages = held.Provable, Bytes = held.Provable * 10_000, Counts = held, Uidl = uidl > 10, Unreadable = fetch is null && stat == 0 ? 0 : unreadable, Fetch = fetch };
        });

    private static Gen<(ProbeResult Probe, SignInResult SignIn, (MailStep, FailureKind, string?)? End, bool Odd)> Visit { get; } =
        Gen.Select(Probe, SignIn, OneOf(Ends), Gen.Int[0, 9], (probe, signIn, end, odd) => (probe, signIn, end, odd == 0));

    /// <summary>Runs that look at reading only.</summary>
    public static Gen<(AssessmentFacts Facts, Usage Usage)> Run { get; } = Gen.Select(
        Visit.Array[0, 5], Gen.Bool, Gen.Int[0, 3], AdviceGen.Usage, ImapFigures, Pop3Figures,
        (visits, signsIn, found, usage, imap, pop3) => (Made([.. LookedUp(visits.DistinctBy(x => x.Probe.Endpoint))], signsIn, found, imap, pop3), usage));

    /// <summary>Runs that tried a server for sending as well, at domains of which some are a known provider's.</summary>
    public static Gen<(AssessmentFacts Facts, Usage Usage)> Whole { get; } = Gen.Select(
        Run, Sending, OneOf("example.com", "gmail.com", "t-online.de", "gmx.de", "tuta.com"), (run, sending, domain) => (WithSending(run.Facts, sending, HostName.Parse(domain)), run.Usage));

    /// <summary>The heading of such a run.</summary>
    public static ReportHeading Heading(AssessmentFacts facts) => new(
        "id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true,
        facts.Endpoints.Any(x => x.SignIn.Reason != SignInReason.NoCredentials) ? AuthenticationKind.Password : null);

    private static AssessmentFacts WithSending(AssessmentFacts facts, EndpointFacts sending, HostName domain) => facts with
    {
        Endpoints = [.. facts.Endpoints, sending],
        Discovery = facts.Discovery with { MailDomain = domain, Outgoing = [new(OutgoingClaim.At(sending.Probe.Endpoint), [DiscoverySource.Autoconfig], true)] },
    };

    // An endpoint that was judged unusable after it had let the user in is odd, and may come: a second look, or a run of an earlier version.
    private static AssessmentFacts Made(
        IReadOnlyList<(ProbeResult Probe, SignInResult SignIn, (MailStep, FailureKind, string?)? End, bool Odd)> endpoints, bool signsIn, int found, ImapMailbox imap, Pop3Maildrop pop3)
    {
        // One endpoint of a protocol is signed in to, at most.
        var tried = endpoints.Where(x => x.Probe.Usable || x is { Odd: true, SignIn.Outcome: SignInOutcome.Accepted }).DistinctBy(x => x.Probe.Endpoint.Protocol).Select(x => x.Probe.Endpoint).ToList();
        var facts = endpoints.Select(x => !signsIn ? With(x.Probe)
            : x.Probe.Usable && !tried.Contains(x.Probe.Endpoint) ? With(x.Probe, SignInResult.NotAttempted(SignInReason.OtherEndpointPreferred))
            : tried.Contains(x.Probe.Endpoint) ? With(x.Probe, x.SignIn, Session(x.SignIn, x.Probe.Usable ? x.End : null))
            : With(x.Probe, SignInResult.NotAttempted(SignInReason.EndpointNotUsable))).ToList();
        var claims = endpoints.Select(x => new IncomingClaim(x.Probe.Endpoint, null, [])).ToArray();
        var dead = endpoints.Where(x => x.Probe.Failure is { Step: <= MailStep.Connect }).Select(x => new IncomingClaim(x.Probe.Endpoint, null, [])).ToArray();
        var alive = claims.ExceptBy(dead.Select(x => x.Endpoint), x => x.Endpoint).ToArray();
        SourceAttempt[] attempts = found switch
        {
            0 => [new SourceAttempt { Source = DiscoverySource.Explicit, Location = "request", Outcome = SourceOutcome.Found, Incoming = claims }],
            1 when claims.Length > 0 => [Published.Autoconfig(claims)],
            3 when dead.Length > 0 && alive.Length > 0 => [Published.Autoconfig(dead), Published.Guess(alive)],
            _ when claims.Length > 0 => [Published.Missed(DiscoverySource.Autoconfig), Published.Guess(claims)],
            _ => [Published.Missed(DiscoverySource.Autoconfig)],
        };
        bool In(MailProtocol protocol) => facts.Exists(x => x.Probe.Endpoint.Protocol == protocol && x.SignIn.Outcome == SignInOutcome.Accepted);
        return new()
        {
            StartedAt = StartedAt,
            DurationMs = 850,
            Endpoints = facts,
            Discovery = Ranking.Of(attempts, Published.Domain, publishedIsDead: found == 3),
            Complete = !facts.Exists(x => x.Probe.Failure?.Kind == FailureKind.DeadlineReached || x.SignIn.Reason == SignInReason.DeadlineReached || x.SessionSteps.Any(step => step.Failure?.Kind == FailureKind.DeadlineReached)),
            Imap = In(MailProtocol.Imap) ? imap with { Fetch = Ended(MailProtocol.Imap) ? null : imap.Fetch } : null,
            Pop3 = In(MailProtocol.Pop3) ? pop3 with { Fetch = Ended(MailProtocol.Pop3) ? null : pop3.Fetch } : null,
        };

        bool Ended(MailProtocol protocol) => facts.Exists(x => x.Probe.Endpoint.Protocol == protocol && x.SessionSteps.Any(step => step.Failure is not null));
    }

    private static StepResult[] Session(SignInResult signIn, (MailStep Step, FailureKind Kind, string? Reply)? end)
    {
        if (signIn.Outcome == SignInOutcome.Unanswered) return [Broken(MailStep.SignIn, FailureKind.TimedOut, null)];
        if (signIn.Outcome != SignInOutcome.Accepted) return [];
        StepResult done = new(MailStep.SignIn, StepOutcome.Completed, 50, 1), opened = new(MailStep.OpenMailbox, StepOutcome.Completed, 50, 1);
        return end switch
        {
            null => [done, opened, new(MailStep.Measure, StepOutcome.Completed, 50, 1)],
            { Step: MailStep.Measure } => [done, opened, Broken(end.Value.Step, end.Value.Kind, end.Value.Reply)],
            _ => [done, Broken(end.Value.Step, end.Value.Kind, end.Value.Reply)],
        };
    }

    private static StepResult Broken(MailStep step, FailureKind kind, string? reply) => new(step, StepOutcome.Failed, 40, 1, new(step, kind, reply, 40));

    // A host is looked up once for all its endpoints.
    private static IEnumerable<(ProbeResult Probe, SignInResult SignIn, (MailStep, FailureKind, string?)? End, bool Odd)> LookedUp(
        IEnumerable<(ProbeResult Probe, SignInResult SignIn, (MailStep, FailureKind, string?)? End, bool Odd)> visits) =>
        from host in visits.GroupBy(x => x.Probe.Endpoint.Host)
        let lost = host.Select(x => x.Probe.Failure).FirstOrDefault(x => x?.Step == MailStep.Resolve)
        from visit in host
        select lost is null ? visit : visit with { Probe = Failed(visit.Probe.Endpoint, MailStep.Resolve, lost.Kind) };

    // The nearest step that this endpoint takes at all.
    private static ProbeResult Fails(MailEndpoint endpoint, MailStep step, FailureKind kind)
    {
        var upgrade = step == MailStep.StartTls && endpoint.Security != ConnectionSecurity.StartTls;
        var probe = upgrade ? Failed(endpoint, MailStep.Connect, FailureKind.ConnectionRefused) : Failed(endpoint, step, kind, kind == FailureKind.GreetingRejected ? "* BYE no" : null);
        return kind == FailureKind.WrongProtocol ? probe with { Spoken = step == MailStep.TlsHandshake ? SpokenProtocol.Imap : SpokenProtocol.Smtp } : probe;
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
