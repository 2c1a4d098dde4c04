using ProtocolAdvisor.Findings.Drift;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Findings;

/// <summary>One cause is told once: a finding that only says again, or against it, what another one says better is left out.</summary>
internal static class Repeats
{
    private static readonly Func<Finding, Finding, bool>[] Said =
    [
        // That something on the way seems to take the encryption off does not go with a server that has none.
        (one, again) => (one.Code, again.Code) is (StarttlsStrippedSuspected, CleartextOnly or SubmissionNoTls) && one.Protocol == again.Protocol,
        (one, again) => (one.Code, again.Code) is (CleartextOnly or SubmissionNoTls, StarttlsNotOffered) && one.Protocol == again.Protocol,

        // Why there is no encryption says more than that there is none.
        (one, again) => (one.Code, again.Code) is (StarttlsRefused, SubmissionNoTls) && one.Protocol == again.Protocol,

        // One sentence for all places, where every one of them is dead.
        (one, again) => (one.Code, again.Code) is (SubmissionNotAnswered, TcpRefused or TcpTimeout or TcpUnreachable or ConnectionReset or NoGreeting) && one.Protocol == again.Protocol,
        (one, again) => (one.Code, again.Code) is (ImplicitTlsMissing, TcpRefused or TcpTimeout or TcpUnreachable or ConnectionReset)
            && (one.Protocol, one.Endpoint) == (again.Protocol, again.Endpoint),

        // Where a server says itself what a provider is only known for, or that its provider has none, nothing is left to be guessed.
        (one, again) => (one.Code, again.Code) is (AuthAppPasswordRequired, ProviderWantsAppPassword or ProviderWantsAuthorisationCode)
            or (AuthBasicBlocked or AuthOauthOnly, ProviderOauthOnly),
        (one, again) => (one.Code, again.Code) is (ProviderNoStandardProtocol, DiscoveryNothingFound or OtherWaysOnly or NotExamined or SettingsEmpty or HostLikelyMisspelled),
        (one, again) => (one.Code, again.Code) is (HostLikelyMisspelled or DnsLookupFailed, DiscoveryNothingFound or OtherWaysOnly),
    ];

    /// <summary>The findings without those.</summary>
    /// <param name="findings">All that was found.</param>
    public static IReadOnlyList<Finding> LeftOut(IEnumerable<Finding> findings) =>
        Said.Aggregate<Func<Finding, Finding, bool>, IReadOnlyList<Finding>>([.. findings], (all, says) => [.. all.Where(x => !all.Any(y => says(y, x)))]);

    /// <summary>
    /// The same for a run: published settings that contradict nothing but a server that is told of by itself are no finding of their own.
    /// </summary>
    /// <param name="findings">All that was found.</param>
    /// <param name="c">The run.</param>
    public static IReadOnlyList<Finding> LeftOut(IEnumerable<Finding> findings, Case c)
    {
        var told = LeftOut(findings);
        return told.Any(x => x.Code == FindingCode.SettingsDrift)
            && Drift.SettingsDrift.Of(c.Facts.Discovery, c.Facts.Endpoints).All(x => x.Fact is DriftFact.Endpoint or DriftFact.Certificate)
            ? [.. told.Where(x => x.Code != FindingCode.SettingsDrift)] : told;
    }
}
