using System.Runtime.CompilerServices;
using System.Text.Json;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Findings;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Coherence;

public class ReportCoherenceTests(ITestOutputHelper output)
{
    private static readonly ReportHeading Heading = new("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, AuthenticationKind.Password);

    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<Complaint>>> Complaints = new(() => Runs.ToDictionary(x => x.Key, x => ReportCoherence.Of(x.Value)));

    private static IReadOnlyDictionary<string, AssessedRun> Runs => new Dictionary<string, AssessedRun>(
        Directory.EnumerateFiles(Path.Combine(Here(), "..", "Reports", "Golden"), "*.run.json").Order(StringComparer.Ordinal)
            .Select(file => KeyValuePair.Create(Path.GetFileName(file), JsonSerializer.Deserialize<AssessedRun>(File.ReadAllText(file), WireJson.IgnoringUnknown)!))
            .Concat(ProducingRuns.All.Select(x => KeyValuePair.Create(x.Key.ToString(), new AssessedRun(Heading, x.Value, new Usage())))));

    public static TheoryData<string> Rules => [.. Enum.GetNames<CoherenceRule>()];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_kept_and_produced_report_keeps_the_rule_or_breaks_it_where_we_know(string name)
    {
        var rule = Enum.Parse<CoherenceRule>(name);
        var broken = Complaints.Value.SelectMany(run => run.Value.Where(x => x.Rule == rule).Select(x => $"{run.Key}: {x.What}")).ToList();
        broken.ForEach(output.WriteLine);
        Assert.Equal([], broken.Where(x => !KnownBreaches.Covers(rule, x)));
    }

    [Fact]
    public void A_known_breach_that_was_mended_is_taken_off_the_list() => Assert.Equal(
        [], KnownBreaches.All.Where(known => !Complaints.Value.Any(run => run.Value.Any(x => x.Rule == known.Rule && known.Covers($"{run.Key}: {x.What}")))));

    [Fact]
    public void A_sound_report_has_no_complaints()
    {
        var signedIn = new SignInResult(SignInOutcome.Accepted, "PLAIN", 61);
        var run = Run(With(Healthy(Imaps), signedIn), With(Healthy(Pop3s), signedIn)) with { Imap = new() { Messages = 3, InboxMessages = 3, Idle = true }, Pop3 = new() { Messages = 3, Uidl = true } };
        Assert.Equal([], ReportCoherence.Of(new AssessedRun(Heading, run, new Usage { Devices = 2 })));
    }

    [Fact]
    public void Silence_of_the_report_about_a_failed_step_is_a_complaint() => Broken(
        CoherenceRule.FailedStepIsExplained, Of(Run(Failed(Imaps, MailStep.Greeting, FailureKind.TimedOut))) with { Findings = [] });

    [Fact]
    public void A_wrong_name_for_a_cause_is_a_complaint()
    {
        var report = Of(Run(Failed(Imaps, MailStep.Connect, FailureKind.ConnectionRefused)));
        Broken(CoherenceRule.FailedStepIsExplained, report with { Findings = [.. report.Findings.Select(x => x with { Code = FindingCode.TcpTimeout })] });
    }

    [Fact]
    public void None_without_the_cause_in_its_headline_is_a_complaint()
    {
        var report = Of(ProducingRuns.All[FindingCode.CertExpired]);
        Broken(CoherenceRule.NoneNamesTheCause, report with { Summary = report.Summary with { Lines = ["The mail server must answer over an encrypted connection."] } });
        Broken(CoherenceRule.NoneNamesTheCause, report with { Summary = report.Summary with { Lines = [.. report.Summary.Lines.Select(x => x.Replace("mail.example.com", "the server", StringComparison.Ordinal))] } });
    }

    [Fact]
    public void Silence_about_the_sign_in_is_a_complaint() => Assert.All(
        new[] { FindingCode.AuthBadCredentials, FindingCode.AuthUnanswered, FindingCode.AuthRateLimited, FindingCode.SignInHeldBack, FindingCode.CertExpired },
        code =>
        {
            var report = Of(ProducingRuns.All[code]);
            Broken(CoherenceRule.FirstLinesTellOfTheSignIn, report with { Summary = report.Summary with { Lines = ["Nothing."] } });
        });

    [Fact]
    public void A_state_that_was_not_seen_is_a_complaint()
    {
        var report = Of(ProducingRuns.All[FindingCode.AuthBadCredentials]);
        Broken(CoherenceRule.StateIsTrue, report with { Summary = report.Summary with { State = SummaryState.Works } });
        var busy = Of(ProducingRuns.All[FindingCode.TargetBusy]);
        Broken(CoherenceRule.StateIsTrue, busy with { Summary = busy.Summary with { State = SummaryState.DoesNotWork } });
    }

    [Fact]
    public void A_remedy_that_was_tried_is_a_complaint()
    {
        var report = Of(Run(With(Healthy(Imaps), new(SignInOutcome.Rejected, "PLAIN", 50, "NO", SignInReason.AuthBadCredentials))));
        Broken(CoherenceRule.RemedyIsNew, report with { Findings = [.. report.Findings.Select(x => x with { Remedy = "Try the whole e-mail address as user name." })] });
    }

    [Fact]
    public void A_text_that_was_read_is_never_certain()
    {
        var report = Of(ProducingRuns.All[FindingCode.AuthBadCredentials]);
        Broken(CoherenceRule.CertainIsUnmistakable, report with { Findings = [.. report.Findings.Select(x => x with { Confidence = FindingConfidence.Certain })] });
    }

    [Fact]
    public void A_code_that_can_mean_nothing_else_is_certain_by_the_rule_as_well() => Assert.All(RefusalList.Official.Where(x => x.Sign == RefusalSign.Code), row =>
    {
        var endpoint = row.Words is "IN-USE" or "LOGIN-DELAY" ? Pop3s : Imaps;
        var reply = $"{(endpoint == Pop3s ? "-ERR" : "NO")} [{row.Words}] no";
        var report = Of(Run(With(Healthy(endpoint), SignInResult.Refused("PLAIN", 9, reply, SignInRefusal.Read(reply, endpoint.Protocol)))));
        Assert.Contains(report.Findings, x => x.Confidence == FindingConfidence.Certain && x.Evidence == reply);
        Assert.Equal([], ReportCoherence.Of(report, Language.English));
    });

    [Fact]
    public void A_password_where_none_is_taken_is_a_complaint()
    {
        var report = Of(Run(Healthy(Imaps)));
        Broken(CoherenceRule.PasswordCanWork, report with { Endpoints = [.. report.Endpoints.Select(x => x with { Capabilities = ["LOGINDISABLED"], SaslMechanisms = ["GSSAPI"] })] });
    }

    [Fact]
    public void A_cause_that_is_listed_twice_is_a_complaint()
    {
        var report = Of(ProducingRuns.All[FindingCode.CertExpired]);
        Broken(CoherenceRule.CauseIsToldOnce, report with { Findings = [.. report.Findings, .. report.Findings] });
    }

    [Fact]
    public void What_only_one_language_says_is_a_complaint()
    {
        var report = Of(ProducingRuns.All[FindingCode.CertExpired]);
        Assert.Contains(LanguageRules.Between(report, report with { Findings = [] }, Language.English), x => x.Rule == CoherenceRule.LanguagesSayTheSame);
    }

    [Fact]
    public void English_evidence_in_another_language_is_a_complaint()
    {
        var run = new AssessedRun(Heading, ProducingRuns.All[FindingCode.CertExpired], new Usage());
        var (english, german) = (run.Report(Language.English), run.Report(Language.German));
        var mixed = german with { Findings = [.. german.Findings.Zip(english.Findings, (one, other) => one with { Evidence = other.Evidence })] };
        Assert.Contains(LanguageRules.Between(english, mixed, Language.German), x => x.Rule == CoherenceRule.EvidenceIsInTheReadersLanguage);
        Assert.DoesNotContain(LanguageRules.Between(english, german, Language.German), x => x.Rule == CoherenceRule.EvidenceIsInTheReadersLanguage);
    }

    private static AssessmentReport Of(AssessmentFacts facts) => new AssessedRun(Heading, facts, new Usage()).Report(Language.English);

    private static void Broken(CoherenceRule rule, AssessmentReport report) => Assert.Contains(ReportCoherence.Of(report, Language.English), x => x.Rule == rule);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
