using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>What a server told its user by ALERT: a client must show it (RFC 9051 §7.1). What is a refusal's evidence already is not told again.</summary>
internal static class AlertDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from endpoint in c.Facts.Endpoints
        let alerts = endpoint.Probe.Alerts.Where(x => !IsTold(endpoint, x)).ToList()
        where alerts.Count > 0
        select Found.At(endpoint.Probe, FindingCode.ServerAlert, Seen.All(alerts.Select(Seen.Quoted)));

    private static bool IsTold(EndpointFacts endpoint, string alert) =>
        (endpoint.SignIn is { Outcome: SignInOutcome.Rejected, Reply: { } reply } && reply.Contains(alert, StringComparison.Ordinal))
        || endpoint.Probe.Steps.Concat(endpoint.SessionSteps).Any(x => x.Failure?.Reply?.Contains(alert, StringComparison.Ordinal) == true);
}
