using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>What is publicly known of a provider: never certain, never against what was seen, and nothing beside it that leads elsewhere.</summary>
internal static class ProviderRules
{
    private static readonly PreparationCode[] ForAPassword =
    [
        PreparationCode.CreateAppPassword, PreparationCode.CreateAppPasswordWithSecondFactor, PreparationCode.CheckAppPassword,
        PreparationCode.CreateAuthorisationCode, PreparationCode.SetMailPassword, PreparationCode.UseOauth2,
    ];

    public static IEnumerable<Complaint> Of(AssessmentReport report, Language language) => Proof(report).Concat(Followed(report, language)).Concat(Prepared(report));

    private static IEnumerable<Complaint> Proof(AssessmentReport report)
    {
        var told = report.Findings.Where(x => WireName.Of(x.Code).StartsWith("provider-", StringComparison.Ordinal)).ToList();
        if (told.Count > 0 && report.Provider is null) yield return new(CoherenceRule.ProviderIsNoProof, $"{told[0].Code} is told, and no provider");
        foreach (var finding in told.Where(x => x.Confidence == FindingConfidence.Certain)) yield return new(CoherenceRule.ProviderIsNoProof, $"{finding.Code} is called certain");
        var letIn = report.Endpoints.Any(x => x.SignIn.Outcome == SignInOutcome.Accepted);
        foreach (var cause in told.Where(x => ProviderCause.Is(x.Code)))
        {
            if (letIn) yield return new(CoherenceRule.ProviderIsNoProof, $"{cause.Code} is told, and the sign-in worked");
            var endpoint = report.Endpoints.FirstOrDefault(x => StepRules.IsAt(cause, x));
            if (endpoint?.SignIn is not { Outcome: SignInOutcome.Rejected, Reason: SignInReason.AuthBadCredentials or SignInReason.AuthRefusedUnknown })
                yield return new(CoherenceRule.ProviderIsNoProof, $"{cause.Code} is told, and the server names {endpoint?.SignIn.Reason}");
        }

        if (told.Exists(x => x.Code == FindingCode.ProviderNoStandardProtocol) && report.Endpoints.Any(x => x.Usable))
            yield return new(CoherenceRule.ProviderIsNoProof, "no protocol is said to be spoken, and a server speaks it");
    }

    private static IEnumerable<Complaint> Followed(AssessmentReport report, Language language)
    {
        var usual = FindingWords.In(language).Of(FindingCode.AuthBadCredentials).Remedy;
        foreach (var cause in report.Findings.Where(x => ProviderCause.Is(x.Code) && x.Confidence == FindingConfidence.Likely))
        {
            if (report.Findings.Any(x => x.Code == FindingCode.AuthBadCredentials && x.Endpoint == cause.Endpoint && x.Remedy == usual))
                yield return new(CoherenceRule.ProviderCauseIsFollowed, $"{cause.Code} is likely, and the user name is to be changed");
            if (cause.Code == FindingCode.ProviderOauthOnly && report.Recommendation.Endpoint is { Authentication: AuthenticationKind.Password } told && told.Protocol == cause.Protocol)
                yield return new(CoherenceRule.PasswordCanWork, "a password is to be typed in, and the provider is said to take none");
        }
    }

    private static IEnumerable<Complaint> Prepared(AssessmentReport report)
    {
        if (report.BeforeYouBegin.Count > 0 && report.Provider is null) yield return new(CoherenceRule.ProviderIsNoProof, "something is to be done first, at no provider");
        if (report.Endpoints.Any(x => x.SignIn.Outcome == SignInOutcome.Accepted))
            foreach (var step in report.BeforeYouBegin.Where(x => ForAPassword.Contains(x.Code)))
                yield return new(CoherenceRule.RemedyIsNew, $"{step.Code} is to be done first, and the sign-in worked");
    }
}
