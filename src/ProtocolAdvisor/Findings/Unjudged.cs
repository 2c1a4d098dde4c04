using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings;

/// <summary>
/// What a run could not judge of the questions that it asks behind its probes, for want of time, of a turn or of an answer. Such a finding's
/// absence says nothing: it is not mended; nor is it new where the run before could not judge it. Pure.
/// </summary>
internal static class Unjudged
{
    private static readonly FindingCode[] OfAddresses =
        [FindingCode.Ipv6BrokenIpv4Ok, FindingCode.Ipv4BrokenIpv6Ok, FindingCode.AddressesDisagree, FindingCode.AddressCertificateBad];

    /// <summary>The codes, in their order; empty for a run that has seen everything.</summary>
    internal static IReadOnlyList<FindingCode> Of(AssessmentFacts facts)
    {
        var probes = facts.Endpoints.Select(x => x.Probe).ToList();
        return [.. OfProbes().Distinct().Order()];

        IEnumerable<FindingCode> OfProbes()
        {
            if (probes.Where(MayTakeOldTls).GroupBy(x => x.Endpoint.Host).Any(host => host.All(x => x.LegacyTlsOffered is null))) yield return FindingCode.TlsLegacyOffered;
            if (probes.Exists(x => CleartextUserQuestion.FitsTo(x) && x.UserInClearReply is null)) yield return FindingCode.PlaintextLoginAllowed;
            if (!probes.Exists(x => x.Addresses.Count > 1 && x.Addresses.Any(IsOpen))) yield break;
            foreach (var code in OfAddresses) yield return code;
        }
    }

    private static bool MayTakeOldTls(ProbeResult probe) => probe is { Endpoint.Security: ConnectionSecurity.ImplicitTls, Tls: not null };

    // Not dialled to the end, or dialled and not spoken to. What must not be dialled is no question.
    private static bool IsOpen(AddressResult address) => address switch
    {
        { Outcome: StepOutcome.Completed } => address is { Greeting: null, Fault: null, CertificateStatus: [] },
        { Failure.Kind: FailureKind.AddressBlocked } => false,
        { Failure.Kind: FailureKind.DeadlineReached or FailureKind.TargetBusy or FailureKind.LocalFault } => true,
        _ => address.Outcome == StepOutcome.NotAttempted,
    };
}
