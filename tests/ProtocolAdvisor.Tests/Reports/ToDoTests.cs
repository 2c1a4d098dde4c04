using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Summaries;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Reports;

/// <summary>What must be done, what should be, and how an account stands: the same for every reader of a report.</summary>
public sealed class ToDoTests
{
    [Theory]
    [MemberData(nameof(GoldenReportTests.Mailboxes), MemberType = typeof(GoldenReportTests))]
    public void Every_finding_is_told_once_and_the_cause_that_stands_first_is_the_first_to_be_done(string name)
    {
        var report = GoldenReportTests.Report(name, Language.English);
        var toDo = ToDo.Of(report);
        var all = toDo.Must.Concat(toDo.Should).Concat(toDo.Noticed).ToList();
        Assert.Equal(report.Findings.Count, all.Sum(x => x.Count));
        if (report.Summary.LeadingCause is { } leading) Assert.Equal(leading, toDo.Must.Concat(toDo.Should).First()[0].Code);
        if (report.Summary.State == SummaryState.Works) Assert.Empty(toDo.Must);
        if (report.Summary.State == SummaryState.DoesNotWork) Assert.NotEmpty(toDo.Must);
    }

    [Theory]
    [MemberData(nameof(GoldenReportTests.Mailboxes), MemberType = typeof(GoldenReportTests))]
    public void One_sentence_stands_below_the_headline_and_nothing_is_said_twice(string name)
    {
        foreach (var language in Language.All)
        {
            var summary = GoldenReportTests.Report(name, language).Summary;
            Assert.EndsWith(".", summary.Lead, StringComparison.Ordinal);
            Assert.NotEmpty(summary.StandingText);
            Assert.DoesNotContain(summary.Lead, summary.Notes);
            Assert.Equal(summary.Notes.Distinct(), summary.Notes);
        }
    }

    [Theory]
    [InlineData("company-with-folders", Standing.Works)]
    [InlineData("quota-nearly-full", Standing.ToMend)]
    [InlineData("without-credentials", Standing.MailboxUntested)]
    [InlineData("wrong-password", Standing.SignInRefused)]
    [InlineData("expired-certificate", Standing.DoesNotWork)]
    [InlineData("mailbox-refused-behind-the-sign-in", Standing.DoesNotWork)]
    internal void An_account_stands_as_its_state_and_its_sign_in_say(string name, Standing standing) =>
        Assert.Equal(standing, GoldenReportTests.Report(name, Language.English).Summary.Standing);

    [Theory]
    [MemberData(nameof(GoldenReportTests.Mailboxes), MemberType = typeof(GoldenReportTests))]
    public void A_list_counts_as_many_to_be_done_as_the_report_tells(string name)
    {
        var run = GoldenReportTests.Run(name);
        foreach (var language in Language.All) Assert.Equal(ToDo.Of(run.Report(language)).Must.Count, RunGist.Of(run, language).Must);
    }

    // A full mailbox keeps nothing from working as yet, and a port that is shut keeps nobody from the protocol that is advised.
    [Fact]
    public void A_list_counts_what_is_high_and_not_what_is_wrong_elsewhere()
    {
        var run = GoldenReportTests.Run("quota-nearly-full") with { Usage = new() { Devices = 2 } };
        var full = run with { Facts = run.Facts with { Imap = run.Facts.Imap! with { Quota = new Quota(100_000_000, 100_000_000) } } };
        Assert.Contains(ToDo.Of(full.Report(Language.English)).Must, x => x[0].Code == FindingCode.QuotaFull);
        Assert.Equal(1, RunGist.Of(full, Language.English).Must);
        var shut = Facts.Run(Facts.Healthy(Facts.Imaps), Facts.Failed(Facts.Pop3s, MailStep.Connect, FailureKind.ConnectionRefused)) with
        {
            Discovery = Published.Ranked(Published.Autoconfig(Published.Claim(MailProtocol.Imap, "mail.example.com", 993, Facts.Imaps.Security), Published.Claim(MailProtocol.Pop3, "mail.example.com", 995, Facts.Pop3s.Security))),
        };
        var elsewhere = run with { Facts = shut };
        Assert.Contains(ToDo.Of(elsewhere.Report(Language.English)).Should, x => x[0].Severity == Severity.Blocking);
        Assert.Equal(0, RunGist.Of(elsewhere, Language.English).Must);
    }

    [Fact]
    public void What_is_wrong_with_the_protocol_that_is_not_advised_must_not_be_done()
    {
        var report = GoldenReportTests.Report("company-with-folders", Language.English);
        FindingReport Blocking(MailProtocol protocol) =>
            new(FindingCode.TcpRefused, Severity.Blocking, FindingConfidence.Certain, protocol, "mail.example.com:1", "Refused", "Nobody listens.", "Open the port.", null);
        Assert.Equal((0, 1), Counts(ToDo.Of(report with { Findings = [Blocking(MailProtocol.Pop3)] })));
        Assert.Equal((1, 0), Counts(ToDo.Of(report with { Findings = [Blocking(MailProtocol.Imap)] })));
        Assert.Equal((1, 0), Counts(ToDo.Of(report with { Findings = [Blocking(MailProtocol.Submission)] })));
        Assert.Equal((1, 0), Counts(ToDo.Of(report with { Findings = [Blocking(MailProtocol.Pop3), Blocking(MailProtocol.Imap)] })));
    }

    private static (int Must, int Should) Counts(ToDo toDo) => (toDo.Must.Count, toDo.Should.Count);
}
