using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Reports;

/// <summary>Every kind of run fits on one screen, in every language and width, and still says the state, the cause and where the rest is.</summary>
public sealed class BriefReportTests
{
    private const string Rest = "Everything: --full.";

    public static TheoryData<string, Language, int> Screens =>
    [
        .. from mailbox in GoldenReportTests.Mailboxes
           from language in Language.All
           from width in new[] { 60, 80, 100 }
           select new TheoryDataRow<string, Language, int>(mailbox.Data, language, width),
    ];

    [Theory]
    [MemberData(nameof(Screens))]
    public void A_typical_mailbox_fits_on_a_screen_and_says_what_matters(string mailbox, Language language, int width)
    {
        var report = GoldenReportTests.Report(mailbox, language);
        var lines = Lines(report, language, width);
        Assert.InRange(lines.Length, 3, BriefReport.MostLines);
        Assert.All(lines, x => Assert.InRange(x.Length, 0, width));
        Assert.All(lines, x => Assert.Equal(x.TrimEnd(), x));
        Assert.StartsWith($"{StateMark.Of(report.Summary.State)} ", lines[0], StringComparison.Ordinal);
        Assert.Equal(Rest, lines[^1]);
        var text = OneLine(lines);
        Assert.Contains(report.Summary.Headline, text, StringComparison.Ordinal);
        Assert.Contains($"{report.Summary.StandingText}.", text, StringComparison.Ordinal);
        foreach (var code in report.Summary.Causes) Assert.Contains($"[{WireName.Of(code)}]", text, StringComparison.Ordinal);
        if (report.Settings is { } settings) Assert.Contains(OwnLetters.Of(settings.Best.Endpoint.Host.Value), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SignInReason.NoCredentials, "The servers work; the mailbox was not tested.")]
    [InlineData(SignInReason.SignInHeldBack, "Sign-in paused for safety.")]
    public void A_mailbox_that_nobody_opened_is_not_said_to_work_and_a_paused_sign_in_is_called_so(SignInReason reason, string standing)
    {
        var text = OneLine(Lines(Report(Facts.Run(Facts.With(Facts.Healthy(Facts.Imaps), SignInResult.NotAttempted(reason)))), Language.English, 80));
        Assert.Contains(standing, text, StringComparison.Ordinal);
        Assert.DoesNotContain("It works.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("No clear result.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_counted_and_the_cause_and_the_settings_stay()
    {
        var servers = Enumerable.Range(0, 60).Select(i => Facts.Failed(Facts.At(MailProtocol.Imap, 993, ConnectionSecurity.ImplicitTls, $"mail{i}.example.com"), MailStep.Connect, FailureKind.ConnectionRefused));
        var lines = Lines(Report(Facts.Run([Facts.Healthy(Facts.Imaps), .. servers])), Language.English, 80);
        Assert.InRange(lines.Length, 30, BriefReport.MostLines);
        Assert.Contains(lines, x => x.StartsWith("  … and ", StringComparison.Ordinal));
        Assert.Contains(lines, x => x.TrimStart().StartsWith("Server ", StringComparison.Ordinal) && x.Contains("mail.example.com", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_name_loses_its_middle_and_never_the_outcome()
    {
        var host = $"{string.Join('.', Enumerable.Repeat("a-rather-long-label", 6))}.example.com";
        var dead = Facts.Failed(Facts.At(MailProtocol.Imap, 993, ConnectionSecurity.ImplicitTls, host), MailStep.Connect, FailureKind.ConnectionRefused);
        var line = Lines(Report(Facts.Run(dead)), Language.English, 80).Single(x => x.StartsWith("✗ IMAP", StringComparison.Ordinal));
        Assert.EndsWith("the connection was refused", line, StringComparison.Ordinal);
        Assert.Matches(@"^✗ IMAP a-rather[^ ]+…[^ ]*\.example\.com:993  ", line);
    }

    [Fact]
    public void What_we_could_not_look_at_is_unknown_and_not_broken()
    {
        var unseen = Facts.Failed(Facts.Imaps, MailStep.Connect, FailureKind.TargetBusy);
        Assert.Contains(Lines(Report(Facts.Run(unseen)), Language.English, 80), x => x.StartsWith("? IMAP", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_all_is_well_it_says_so_in_one_line()
    {
        var lines = Lines(GoldenReportTests.Report("sending-tested", Language.English), Language.English, 80);
        Assert.Equal("Nothing has to be done.", lines[Array.IndexOf(lines, "What must be done") + 1]);
    }

    private static AssessmentReport Report(AssessmentFacts facts) =>
        new AssessedRun(new ReportHeading("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), null, true, null), facts, new()).Report(Language.English);

    private static string[] Lines(AssessmentReport report, Language language, int width) =>
        BriefReport.Joined(BriefReport.Sections(report, language, width, Rest)).TrimEnd('\n').Split('\n');

    private static string OneLine(IEnumerable<string> lines) => string.Join(' ', lines.Select(x => x.Trim()));
}
