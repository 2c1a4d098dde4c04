using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Web.Console;

/// <summary>What a report's run has looked at: that it does not tell of the rest says nothing of it. Pure.</summary>
internal sealed class RunSight(AssessmentReport report)
{
    /// <summary>Whether the run would have met a server of another report's, had it been there to be found: the search has heard out whoever named it.</summary>
    public bool WouldMeet(EndpointReport server, AssessmentReport other) => WouldMeet((server.Protocol, server.Host, server.Port, server.Security), other);

    /// <summary>Whether the run would have had a server of another report's to advise: it has found it, or would have.</summary>
    public bool WouldAdvise(RecommendedEndpoint named, AssessmentReport other)
    {
        var server = (named.Protocol, named.Host, named.Port, named.Security);
        return report.Endpoints.FirstOrDefault(x => (x.Protocol, x.Host, x.Port, x.Security) == server) is { } here
            ? !here.IsUnexamined : Named(report, server).Any() || WouldMeet(server, other);
    }

    private bool WouldMeet((MailProtocol Protocol, string Host, int Port, ConnectionSecurity Security) server, AssessmentReport other) =>
        IsWhole(report) && !Named(report, server).Any() && Named(other, server).All(WasAsked);

    /// <summary>Whether the run would have noticed what another report's did.</summary>
    public bool WouldNotice(FindingReport finding, AssessmentReport other)
    {
        if (report.Summary.State == SummaryState.CouldNotFindOut || !report.Complete || report.NotJudged.Contains(finding.Code)) return false;
        // What is no server's own was seen in the mailbox, or in the search.
        if (finding.Endpoint is not { } place) return (other.Mailbox is null || report.Mailbox is not null) && (IsWhole(report) || !IsWhole(other));
        return At(report, place) is { Usable: true } here && (At(other, place)?.SignIn.Outcome is null or SignInOutcome.NotAttempted || here.SignIn.Outcome != SignInOutcome.NotAttempted);
    }

    /// <summary>Whether the run came as far at a server as another report's, which found there what keeps the server from being used.</summary>
    public bool CameAsFar(FindingReport finding, AssessmentReport other) => finding.Endpoint is { } place && At(other, place) is { Usable: false } there
        && At(report, place) is { IsUnexamined: false } here && Completed(here) >= Completed(there);

    /// <summary>Whether a finding tells of us instead of a server: of one that we did not come to look at.</summary>
    public bool IsOfOurs(FindingReport finding) =>
        finding.Endpoint is { } place ? At(report, place) is { IsUnexamined: true } : report.Summary.State == SummaryState.CouldNotFindOut;

    // A search in which all have answered; servers that were named are looked at alone.
    private static bool IsWhole(AssessmentReport report) => report.Discovery.Unheard.Count == 0 && report.Discovery.Sources.All(x => x.Source != DiscoverySource.Explicit);

    private bool WasAsked(DiscoverySource source) => report.Discovery.Sources.Any(x => x.Source == source && x.Outcome is SourceOutcome.Found or SourceOutcome.NotFound);

    private static IEnumerable<DiscoverySource> Named(AssessmentReport by, (MailProtocol Protocol, string Host, int Port, ConnectionSecurity Security) server) =>
    [
        .. by.Discovery.Candidates.Where(x => (x.Protocol, x.Host, x.Port, x.Security) == server).SelectMany(x => x.Sources),
        .. by.Discovery.Outgoing.Where(x => !server.Protocol.ReadsMail() && (x.Host, x.Port, x.Security) == (server.Host, server.Port, server.Security)).SelectMany(x => x.Sources),
    ];

    private static EndpointReport? At(AssessmentReport report, string place) => report.Endpoints.FirstOrDefault(x => $"{x.Host}:{x.Port}" == place);

    private static int Completed(EndpointReport endpoint) => endpoint.Steps.Count(x => x.Outcome == StepOutcome.Completed);
}
