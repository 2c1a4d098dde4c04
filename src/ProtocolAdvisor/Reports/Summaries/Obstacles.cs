using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>
/// What stands in the way of the servers that cannot be used: what somebody must mend, and what kept us from finding out.
/// </summary>
internal sealed class Obstacles(AssessmentFacts facts, IReadOnlyList<Finding> findings)
{
    // The nearer to the answer, the earlier.
    private static readonly FindingCode[] OfTheSearch =
    [
        LookupImpossible, ProviderNoStandardProtocol, HostLikelyMisspelled, DomainNotFound, DiscoveryNothingFound, OtherWaysOnly, DnsLookupFailed, SettingsEmpty,
        AutoconfigInvalid, SettingsWebFault, TargetBusy, LocalFault, TargetNotAllowed, NotExamined,
        DeadlineReached, InternalFault, DnsAnswersForged, SrvNotOffered,
    ];

    private static readonly FindingCode[] Mendable =
        [ProviderNoStandardProtocol, HostLikelyMisspelled, DomainNotFound, DiscoveryNothingFound, OtherWaysOnly, SettingsEmpty, AutoconfigInvalid, SrvNotOffered];

    private readonly IReadOnlyList<LeadingCause> _causes = [.. LeadingCause.In(facts, findings).Where(x => ProtocolOf(x).ReadsMail())];

    /// <summary>The cause to be mended first: of the advised protocol, and there where least is left to be mended.</summary>
    /// <param name="protocol">The advised protocol; null for IMAP: mending that brings furthest.</param>
    /// <param name="alone">Whether only this protocol counts.</param>
    public CauseLine? ToFix(MailProtocol? protocol, bool alone = false) => First(CauseKind.ToFix, protocol, alone);

    /// <summary>What kept us from finding out.</summary>
    /// <inheritdoc cref="ToFix"/>
    public CauseLine? Unknown(MailProtocol? protocol, bool alone = false) => First(CauseKind.Unknown, protocol, alone);

    /// <summary>Whether a server of this protocol was not looked at, so that it may work.</summary>
    public bool IsOpen(MailProtocol? protocol) => _causes.Any(x => x.IsOurs && x.Endpoint.Probe.Endpoint.Protocol == protocol);

    /// <summary>That the provider speaks no standard protocol, which is behind whatever else fails; null where nothing is known of that.</summary>
    public CauseLine? OfProvider() =>
        findings.FirstOrDefault(x => x.Code == ProviderNoStandardProtocol) is { } cause ? Line(CauseKind.ToFix, cause) : null;

    /// <summary>Why the search led to no server: what is to be mended, or what kept us from finding out.</summary>
    public (CauseLine? ToFix, CauseLine? Unknown) OfSearch()
    {
        var ofReading = findings.Where(x => !x.IsOfSending).ToList();
        var cause = OfTheSearch.Select(code => ofReading.Find(x => x.Code == code)).FirstOrDefault(x => x is not null)
            ?? findings.FirstOrDefault(x => x.Severity == Severity.Blocking && x.Protocol?.ReadsMail() != false);
        if (cause is null) return (null, null);
        return Mendable.Contains(cause.Code) || !OfTheSearch.Contains(cause.Code)
            ? (Line(CauseKind.ToFix, cause), null) : (null, Line(CauseKind.Unknown, cause));
    }

    /// <summary>A cause with all its places.</summary>
    public CauseLine Line(CauseKind kind, Finding cause)
    {
        var places = _causes.Where(x => x.Finding.Code == cause.Code).Select(x => PlaceOf(x, cause))
            .Concat(findings.Where(x => x.Code == cause.Code).Select(x => x.Endpoint).OfType<string>());
        return new(kind, cause, [.. places.Distinct()]);
    }

    private CauseLine? First(CauseKind kind, MailProtocol? protocol, bool alone)
    {
        var wanted = protocol ?? MailProtocol.Imap;
        var first = _causes.Where(x => x.IsOurs == (kind == CauseKind.Unknown) && (!alone || ProtocolOf(x) == wanted))
            .OrderByDescending(x => ProtocolOf(x) == wanted).ThenByDescending(MayPass).ThenByDescending(x => x.StepsDone).FirstOrDefault();
        return first is null ? null : Line(MayPass(first) ? CauseKind.Unknown : kind, Slip(first.Finding));
    }

    // That a name leads nowhere has its cause in a slip, where one is found.
    private Finding Slip(Finding cause) => cause.Code is DnsNameNotFound or DnsNoAddress
        && findings.FirstOrDefault(x => x.Code == HostLikelyMisspelled) is { } slip ? slip : cause;

    // Of what passes by itself nobody need mend anything: it kept us from finding out.
    private static bool MayPass(LeadingCause cause) => AccessReading.MayPass(cause.Endpoint.Probe);

    private static MailProtocol ProtocolOf(LeadingCause cause) => cause.Endpoint.Probe.Endpoint.Protocol;

    private static string PlaceOf(LeadingCause x, Finding cause) => cause.Code is DnsNameNotFound or DnsNoAddress or DnsLookupFailed
        ? x.Endpoint.Probe.Endpoint.Host.Value : x.Endpoint.Probe.Endpoint.Authority;
}
