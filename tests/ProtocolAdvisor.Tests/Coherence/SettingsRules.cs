using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Rule 8: settings that can work, as far as is known.</summary>
internal static class SettingsRules
{
    private static readonly FindingCode[] NoPassword = [FindingCode.AuthOauthOnly, FindingCode.AuthBasicBlocked];

    private static readonly FindingCode[] Refused =
        [FindingCode.AuthBadCredentials, FindingCode.AuthAppPasswordRequired, FindingCode.AuthSecondFactor, FindingCode.AuthClientIdRequired, FindingCode.PasswordExpired];

    // What a password can be given to. SCRAM's names begin alike.
    private static readonly string[] ForPasswords = ["PLAIN", "LOGIN", "CRAM-MD5", "DIGEST-MD5", "NTLM"];

    public static IEnumerable<Complaint> Of(AssessmentReport report) => Passwords(report).Concat(Names(report));

    /// <summary>Beside a refusal of user name or password, "the password" is the refused one.</summary>
    public static IEnumerable<Complaint> Of(AssessmentReport report, Language language)
    {
        if (report.Settings is not { } settings || report.Endpoints.Any(x => x.SignIn.Outcome == SignInOutcome.Accepted) || !report.Findings.Any(x => Refused.Contains(x.Code))) yield break;
        var plain = SettingsPhrases.Of(language).Passwords[PasswordKind.Own];
        var said = PlainTextWriter.Blocks(settings, language).SelectMany(x => x.Lines).FirstOrDefault(x => x.Text == plain || x.Text.StartsWith($"{plain} (", StringComparison.Ordinal));
        if (said is not null) yield return new(CoherenceRule.PasswordCanWork, $"a password was refused, and the settings say: {said.Text}");
    }

    private static IEnumerable<Complaint> Passwords(AssessmentReport report)
    {
        if (report.Recommendation.Endpoint is not { Authentication: AuthenticationKind.Password } told) yield break;
        var endpoint = report.Endpoints.First(x => (x.Protocol, x.Host, x.Port) == (told.Protocol, told.Host, told.Port));
        var candidate = report.Discovery.Candidates.FirstOrDefault(x => (x.Protocol, x.Host, x.Port) == (told.Protocol, told.Host, told.Port));
        var accepted = report.Endpoints.Any(x => x.Protocol == told.Protocol && x.SignIn.Outcome == SignInOutcome.Accepted);
        if (!accepted && report.Findings.Any(x => x.Protocol == told.Protocol && NoPassword.Contains(x.Code)))
            yield return new(CoherenceRule.PasswordCanWork, "a password is to be typed in, and a finding says that none is taken");
        if (candidate is { Authentication: { Count: > 0 } methods } && methods.All(x => x == AuthenticationMethod.OAuth2) && !accepted)
            yield return new(CoherenceRule.PasswordCanWork, "a password is to be typed in, and only OAuth2 is published");
        if (!TakesPasswords(endpoint)) yield return new(CoherenceRule.PasswordCanWork, $"a password is to be typed in, and {StepRules.Authority(endpoint)} offers {string.Join(", ", endpoint.SaslMechanisms)} only");
    }

    private static bool TakesPasswords(EndpointReport endpoint) =>
        endpoint.Capabilities.Count == 0
        || (endpoint.Protocol == MailProtocol.Imap ? !endpoint.Capabilities.Contains("LOGINDISABLED") : endpoint.Capabilities.Contains("USER") || endpoint.SaslMechanisms.Count == 0)
        || endpoint.SaslMechanisms.Any(x => ForPasswords.Contains(x) || x.StartsWith("SCRAM-", StringComparison.Ordinal));

    private static IEnumerable<Complaint> Names(AssessmentReport report) =>
        report.Settings is { } settings
            ? from server in settings.Incoming
              let published = report.Discovery.Candidates.FirstOrDefault(x => (x.Protocol, x.Host, x.Port) == (server.Endpoint.Protocol, server.Endpoint.Host.Value, server.Endpoint.Port))
              where published is { Username: { } name } && !name.EndsWith("***", StringComparison.Ordinal) && server.LoginName != LoginName.Of(name)
              select new Complaint(CoherenceRule.UserNameIsTheProtocolsOwn, $"{server.Endpoint.Authority}: the settings do not give the published user name")
            : [];
}
