using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>
/// A refused password that looks miscopied. Told once: the same password was refused everywhere. Where the server named another cause, it is that; where it was accepted, it is right.
/// </summary>
internal static class SecretFormatDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        c.Facts.Endpoints.Any(x => x.SignIn is { Reason: SignInReason.AuthBadCredentials, LooksMiscopied: true }) && !c.Facts.Endpoints.Any(x => x.SignIn.Outcome == SignInOutcome.Accepted)
            ? [Found.Once(FindingCode.SecretFormatSuspect, confidence: FindingConfidence.Possible)] : [];
}
