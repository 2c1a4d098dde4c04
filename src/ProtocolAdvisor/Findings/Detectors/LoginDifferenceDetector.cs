using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>The same credentials: accepted over one protocol, called wrong over the other. Where the server names another cause, or none, nothing is guessed.</summary>
internal static class LoginDifferenceDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from refused in c.Facts.Endpoints
        where refused.SignIn is { Outcome: SignInOutcome.Rejected, Reason: SignInReason.AuthBadCredentials, OrElse: null }
        where c.IsAcceptedBeside(refused.Probe.Endpoint.Protocol)
        select Found.At(
            refused.Probe,
            refused.Probe.Endpoint.Protocol.ReadsMail() ? FindingCode.LoginDiffersByProtocol : FindingCode.SubmissionSignInRefused,
            Seen.Quote(refused.SignIn.Reply),
            refused.Probe.Endpoint.Protocol.ReadsMail() ? FindingConfidence.Certain : FindingConfidence.Likely);
}
