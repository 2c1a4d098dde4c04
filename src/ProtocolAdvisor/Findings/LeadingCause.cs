using ProtocolAdvisor.Findings.Detectors;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Findings;

/// <summary>
/// The one cause for which an endpoint cannot be used, or for which that could not be found out. Other findings at the same endpoint come
/// behind it.
/// </summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Finding">The cause.</param>
internal sealed record LeadingCause(EndpointFacts Endpoint, Finding Finding)
{
    // Each ends the way by itself; what else is told of an endpoint is only unpleasant.
    private static readonly HashSet<FindingCode> Ending =
    [
        ProtocolViolation, ResponseTooLarge, TlsClientCertRequired, StarttlsNotOffered,
        StarttlsRefused, StarttlsStrippedSuspected, StarttlsInjection, ImplicitTlsMissing, InternalFault,
    ];

    /// <summary>
    /// Whether it is a limit of ours, our resolver or our time that kept us from finding out: nothing is to be mended then.
    /// </summary>
    public bool IsOurs => Unexamined.Is(Endpoint);

    /// <summary>How far we came: the further, the less is left to be mended.</summary>
    public int StepsDone => Endpoint.Probe.Steps.Count(x => x.Outcome == StepOutcome.Completed);

    /// <summary>
    /// The leading cause of every endpoint that has one, in the order of the endpoints. Guesses that do not answer have none.
    /// </summary>
    /// <param name="facts">The run.</param>
    /// <param name="findings">What is told of it.</param>
    public static IEnumerable<LeadingCause> In(AssessmentFacts facts, IReadOnlyList<Finding> findings) =>
        from endpoint in facts.Endpoints
        where !endpoint.Probe.Usable
        let finding = Of(endpoint.Probe, findings)
        where finding is not null
        select new LeadingCause(endpoint, finding);

    /// <summary>
    /// The findings, those as blocking that lead where nothing of their protocol can be used: the catalogue's milder word is for an
    /// endpoint that works all the same.
    /// </summary>
    /// <param name="findings">What is told.</param>
    /// <param name="c">The run.</param>
    public static IReadOnlyList<Finding> Raised(IReadOnlyList<Finding> findings, Case c)
    {
        var leading = In(c.Facts, findings)
            .Where(x => !x.IsOurs && !x.Finding.IsOfSending && x.Finding.Confidence != FindingConfidence.Possible
                && !c.HasUsable(x.Endpoint.Probe.Endpoint.Protocol))
            .Select(x => x.Finding).ToHashSet();
        return [.. findings.Select(x => leading.Contains(x) ? x with { Severity = Severity.Blocking } : x)];
    }

    private static Finding? Of(ProbeResult probe, IReadOnlyList<Finding> findings)
    {
        var here = findings.Where(x => x.Protocol == probe.Endpoint.Protocol && x.Endpoint == probe.Endpoint.Authority).ToList();
        return OfHost(probe, findings)
            ?? here.Find(x => probe.Failure is not null && (Softening.IsOfReachability(x.Code) || Ending.Contains(x.Code)))
            ?? here.Find(x => IsOfCertificate(x.Code))
            ?? findings.FirstOrDefault(x => x.Code is CleartextOnly or SubmissionNoTls && x.Protocol == probe.Endpoint.Protocol && IsLeftInClear(probe))
            ?? findings.FirstOrDefault(x => x.Code == SubmissionNotAnswered && x.Protocol == probe.Endpoint.Protocol && SubmissionDetector.IsSilent(probe));
    }

    private static bool IsLeftInClear(ProbeResult probe) =>
        probe.Endpoint.Security != ConnectionSecurity.ImplicitTls && probe.Failure is null or { Step: MailStep.StartTls };

    private static Finding? OfHost(ProbeResult probe, IReadOnlyList<Finding> findings)
    {
        FindingCode[] codes = probe.Failure switch
        {
            { Kind: FailureKind.HostNotFound } => [DnsNameNotFound],
            { Kind: FailureKind.NoAddress } => [DnsNoAddress],
            { Kind: FailureKind.LookupImpossible } => [LookupImpossible],
            { Kind: FailureKind.LookupFailed } or { Kind: FailureKind.TimedOut, Step: MailStep.Resolve } =>
                [DnsLookupFailed, LookupImpossible],
            { Kind: FailureKind.AddressBlocked } => [TargetNotAllowed, NotExamined],
            { Kind: FailureKind.TargetBusy } => [TargetBusy],
            { Kind: FailureKind.LocalFault } => [LocalFault],
            { Kind: FailureKind.DeadlineReached } => [DeadlineReached],
            _ => [],
        };
        return findings.FirstOrDefault(x => x.Endpoint is null && codes.Contains(x.Code));
    }

    private static bool IsOfCertificate(FindingCode code) =>
        code is CertExpired or CertNotYetValid or CertNameMismatch or CertSelfSigned or CertUntrustedIssuer or CertChainIncomplete
        or CertWeakKey or CertWeakSignature or CertNoSan or CertWrongUsage;
}
