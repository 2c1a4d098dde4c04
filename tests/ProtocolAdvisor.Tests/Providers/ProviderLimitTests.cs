using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Tests.Coherence;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Tests.Fixtures.ProviderRuns;

namespace ProtocolAdvisor.Tests.Providers;

/// <summary>What a provider allows is told where the advice leads there, with the day on which it was looked up, and never as certain.</summary>
public class ProviderLimitTests
{
    [Fact]
    public void Connections_are_told_where_imap_is_recommended_in_report_text_and_both_languages()
    {
        var run = Run(At(Known("gmail")));
        Assert.Equal([], ReportCoherence.Of(run));
        foreach (var (language, words) in new[] { (Language.English, "at most 15 connections"), (Language.German, "höchstens 15 Verbindungen") })
        {
            var report = run.Report(language);
            var finding = Assert.Single(report.Findings, x => x.Code == FindingCode.ProviderLimits);
            Assert.Equal((Severity.Info, FindingConfidence.Likely), (finding.Severity, finding.Confidence));
            Assert.Contains(words, finding.Evidence, StringComparison.Ordinal);
            Assert.Contains("2026", finding.Evidence, StringComparison.Ordinal);
            Assert.Contains(words, TextReport.Write(report, language).ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_was_looked_up_long_ago_says_so()
    {
        var told = Limits(Run(At(Known("gmail")) with { StartedAt = new(2029, 1, 1, 0, 0, 0, TimeSpan.Zero) }));
        Assert.Contains("may have changed", told!.Evidence, StringComparison.Ordinal);
        Assert.DoesNotContain("may have changed", Limits(Run(At(Known("gmail"))))!.Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2_400_000_000L, false)]
    [InlineData(9_000_000_000L, true)]
    [InlineData(null, false)]
    public void How_much_may_be_fetched_in_a_day_is_told_only_of_a_mailbox_that_is_larger(long? bytes, bool told)
    {
        var run = Run(At(Known("google-workspace"), Accepted) with { Imap = new ImapMailbox { Messages = 90_000, InboxMessages = 90_000, Bytes = bytes, InboxBytes = bytes, Folders = 1 } });
        var limits = Limits(run);
        Assert.Equal(told, limits!.Evidence!.Contains("2,500\u00A0MB a day", StringComparison.Ordinal));
        Assert.Equal(told ? Severity.Low : Severity.Info, limits.Severity);
    }

    [Fact]
    public void A_limit_of_one_plan_names_the_plan() =>
        Assert.Contains("in the plan “Free”: at most 100 messages a day", Limits(Run(At(Known("hostinger"))))!.Evidence, StringComparison.Ordinal);

    [Fact]
    public void A_server_elsewhere_has_no_limits_of_whoever_receives_the_mail() => Assert.Null(Limits(Run(
        Facts.Run(Facts.Healthy(Facts.Imaps)) with { Discovery = Search(Known("google-workspace"), Published.Imaps("mail.example.com")) })));

    [Fact]
    public void A_provider_of_whom_no_limit_is_known_has_none() => Assert.Null(Limits(Run(At(Known("posteo")))));

    private static FindingReport? Limits(AssessedRun run) => run.Report(Language.English).Findings.SingleOrDefault(x => x.Code == FindingCode.ProviderLimits);
}
