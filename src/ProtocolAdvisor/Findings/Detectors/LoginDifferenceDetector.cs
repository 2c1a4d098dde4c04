using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>The same credentials: accepted over one protocol, refused for good over the other. Where the server says itself that the protocol is switched off, nothing is left to guess.</summary>
internal static class LoginDifferenceDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from refused in c.Facts.Endpoints
        where refused.SignIn is { Outcome: SignInOutcome.Rejected, IsPassing: false, Reason: not (SignInReason.AccountImapDisabled or SignInReason.AccountPop3Disabled) }
        let protocol = refused.Probe.Endpoint.Protocol
        where c.Facts.Endpoints.Any(x => x.SignIn.Outcome == SignInOutcome.Accepted && x.Probe.Endpoint.Protocol != protocol)
        select Found.At(refused.Probe, FindingCode.LoginDiffersByProtocol, refused.SignIn.Reply);
}
