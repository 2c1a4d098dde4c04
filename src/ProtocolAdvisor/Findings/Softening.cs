using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Findings;

/// <summary>
/// The catalogue's "blocking" is about one endpoint. Where another endpoint of the protocol works, nobody is blocked, and a closed port
/// beside the one in use must not frighten. Faults of certificates and of security stay as they are: they mislead and endanger all the
/// same.
/// </summary>
internal static class Softening
{
    private static readonly HashSet<FindingCode> OfReachability =
    [
        DnsNameNotFound, DnsNoAddress, DnsLookupFailed, TcpRefused, TcpTimeout, TcpUnreachable, ConnectionReset,
        NoGreeting, WrongProtocol, TlsSpokenToClearPort,
        ClearSpokenToTlsPort, GreetingRefused, GreetingBlocklisted, ServerBusy, ServerClosedEarly,
        CommandUnanswered, TlsHandshakeFailed, TlsHandshakeTimeout, TlsLegacyOnly,
    ];

    // RFC 8314 §4.1 has the clear-text ports closed in the end: closed beside a working TLS port, they are as they should be.
    private static readonly HashSet<FindingCode> OfClosedPorts = [TcpRefused, TcpTimeout, TcpUnreachable, ConnectionReset];

    /// <summary>Whether the code is about reaching an endpoint at all.</summary>
    public static bool IsOfReachability(FindingCode code) => OfReachability.Contains(code);

    public static Finding Of(Finding finding, Case c) => Capped(Softened(finding, c));

    // Whoever cannot send can read all the same: what blocks sending is high, and stands behind what blocks reading.
    private static Finding Capped(Finding finding) =>
        finding is { IsOfSending: true, Severity: Severity.Blocking } ? finding with { Severity = Severity.High } : finding;

    private static Finding Softened(Finding finding, Case c)
    {
        if (!OfReachability.Contains(finding.Code) || !OthersWork(finding, c)) return finding;
        var asItShouldBe = OfClosedPorts.Contains(finding.Code) && !IsImplicitTls(finding, c);
        return finding with { Severity = IsPublishedFirst(finding, c) ? Severity.Medium : asItShouldBe ? Severity.Info : Severity.Low };
    }

    // Mail programs that set themselves up take what a place names first: for them nothing works, whatever else is there.
    private static bool IsPublishedFirst(Finding finding, Case c) => (
        from attempt in c.Facts.Discovery.Attempts
        where attempt.Source is not (DiscoverySource.Explicit or DiscoverySource.Convention)
        from first in attempt.Incoming.Concat(attempt.Outgoing.Select(x => x.AsSubmission())).DistinctBy(x => x.Endpoint.Protocol)
        select finding.Endpoint is null
            ? first.Endpoint.Host.Value == finding.Subject
            : (first.Endpoint.Authority, first.Endpoint.Protocol) == (finding.Endpoint, finding.Protocol)).Contains(true);

    // The same endpoint may count as the working one: its probe was fine, and the session's connection failed later. That is not softened.
    private static bool OthersWork(Finding finding, Case c) => finding.Protocol is { } protocol
        ? c.Facts.Of(protocol).Any(x => x.Probe.Usable && x.Probe.Endpoint.Authority != finding.Endpoint)
        : c.Hosts.Where(host => host.Key.Value == finding.Subject).SelectMany(host => host).All(x => c.HasUsable(x.Endpoint.Protocol));

    private static bool IsImplicitTls(Finding finding, Case c) =>
        c.Probes.Any(x => x.Endpoint.Authority == finding.Endpoint && x.Endpoint.Security == ConnectionSecurity.ImplicitTls);
}
