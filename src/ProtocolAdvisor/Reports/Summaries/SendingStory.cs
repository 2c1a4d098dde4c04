using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Detectors;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>What became of sending mail.</summary>
/// <param name="Fate">What became of it.</param>
/// <param name="Cause">The finding that tells why; null where there is none.</param>
/// <param name="Places">The servers that it stands in the way of.</param>
internal sealed record SendingStory(SendingFate Fate, Finding? Cause, IReadOnlyList<string> Places)
{
    /// <summary>The story of a run; null where sending was not looked at, or nothing is known of it but that servers answer.</summary>
    public static SendingStory? In(AssessmentFacts facts, IReadOnlyList<Finding> findings)
    {
        var tried = facts.Of(MailProtocol.Submission).ToList();
        if (tried.Exists(x => x.IsAccepted)) return new(SendingFate.Works, null, []);
        var usable = tried.FindAll(x => x.Probe.Usable);
        return usable.Count > 0 ? usable.Select(x => OfSignIn(x, findings)).OfType<SendingStory>().FirstOrDefault() : Unusable(facts, findings);
    }

    // What we could not look at, and names that we guessed and that nobody answers at, say nothing of sending.
    private static SendingStory? Unusable(AssessmentFacts facts, IReadOnlyList<Finding> findings)
    {
        if (findings.FirstOrDefault(x => x.Code == FindingCode.SubmissionPort25Only) is { } named) return new(SendingFate.DoesNotWork, named, []);
        var causes = LeadingCause.In(facts, findings).Where(x => !x.Endpoint.Probe.Endpoint.Protocol.ReadsMail()).ToList();
        if (causes.Exists(x => x.IsOurs) || causes.MaxBy(x => x.StepsDone) is not { } first || first.Finding.Confidence == FindingConfidence.Possible) return null;
        var places = causes.Where(x => x.Finding.Code == first.Finding.Code).Select(x => x.Endpoint.Probe.Endpoint.Authority).Distinct();
        return new(AccessReading.MayPass(first.Endpoint.Probe) ? SendingFate.NotJustNow : SendingFate.DoesNotWork, first.Finding, [.. places]);
    }

    private static SendingStory? OfSignIn(EndpointFacts endpoint, IReadOnlyList<Finding> findings)
    {
        var here = findings.Where(x => x.IsOfSending && x.Endpoint == endpoint.Probe.Endpoint.Authority).ToList();
        SendingFate? fate = endpoint.SignIn switch
        {
            { Outcome: SignInOutcome.Rejected, IsPassing: true } => SendingFate.RefusedForNow,
            { Outcome: SignInOutcome.Rejected } => SendingFate.Refused,
            { Outcome: SignInOutcome.Unanswered } or { Reason: SignInReason.ConnectionFailed } => SendingFate.Unanswered,
            _ when SubmissionDetector.OffersNothing(endpoint.Probe) => SendingFate.NoSignIn,
            { Reason: SignInReason.AuthNoUsableMechanism or SignInReason.AuthLegacyMechanismsOnly or SignInReason.AuthOauthOnly or SignInReason.AuthMechanismMissing } => SendingFate.NoSignIn,
            _ => null,
        };
        return fate is null ? null : new(fate.Value, here.Find(x => x.Code == CodeOf(endpoint)) ?? here.Find(IsOfSignIn), [endpoint.Probe.Endpoint.Authority]);
    }

    private static FindingCode? CodeOf(EndpointFacts endpoint) =>
        SubmissionDetector.OffersNothing(endpoint.Probe) ? FindingCode.SubmissionNoAuth
        : endpoint.SignIn.Reason is { } reason ? SignInDetector.CodeOf(reason) : null;

    // The same credentials were right for reading, or the connection broke in the middle.
    private static bool IsOfSignIn(Finding finding) => finding.Code is FindingCode.SubmissionSignInRefused or FindingCode.ServerClosedEarly or FindingCode.ServerBusy
        or FindingCode.ProtocolViolation or FindingCode.ResponseTooLarge or FindingCode.CommandUnanswered;
}
