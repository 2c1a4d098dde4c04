using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Drift;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Reports;

/// <summary>One cause is one card, one count and one row, however many places it has.</summary>
public class FindingCausesTests
{
    private static readonly AssessmentFacts Refused = Run([.. MailEndpoint.StandardOf(Imaps.Host).Select(x => Failed(x, MailStep.Connect, FailureKind.ConnectionRefused))]);

    [Fact]
    public void One_refused_host_is_one_cause_and_one_row_of_drift()
    {
        var published = Refused with { Discovery = Published.Ranked(Published.Autoconfig([.. Refused.Endpoints.Select(x => Published.Claim(x.Probe.Endpoint.Protocol, x.Probe.Endpoint.Host.Value, x.Probe.Endpoint.Port, x.Probe.Endpoint.Security))])) };
        var report = Report(published);
        Assert.Equal(4, Assert.Single(ToDo.Of(report).Must).Count);
        Assert.Equal([FindingCode.OperatorPrefers], FindingCauses.All(report.Findings).Where(x => x[0].Severity != Severity.Blocking).Select(x => x[0].Code));
        var drift = Assert.Single(report.Discovery.Drift);
        Assert.Equal((DriftFact.Endpoint, "connection-refused"), (drift.Fact, drift.Values[^1].Value));
    }

    [Fact]
    public void The_same_words_of_one_machine_under_many_names_are_quoted_once()
    {
        var names = Enumerable.Range(1, 7).SelectMany(i => new[] { Imaps, Pop3s }.Select(x => x with { Host = HostName.Parse($"mail{i}.example.com") }));
        var report = Report(Run([.. names.Select(x => Failed(x, MailStep.Greeting, FailureKind.GreetingRejected, "* BYE not you"))]));
        var text = TextReport.Write(report, Language.English);
        Assert.Single(text.Split('\n'), x => x.Contains("Seen: ", StringComparison.Ordinal));
        Assert.Contains("12 more places", text.Replace('\n', ' ').Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_different_words_the_first_are_quoted_and_the_rest_is_counted()
    {
        var names = Enumerable.Range(1, 7).Select(i => Imaps with { Host = HostName.Parse($"mail{i}.example.com") });
        var report = Report(Run([.. names.Select((x, i) => Failed(x, MailStep.Greeting, FailureKind.GreetingRejected, $"* BYE not you, number {i}"))]));
        var text = TextReport.Write(report, Language.English);
        Assert.Equal(2, text.Split('\n').Count(x => x.Contains("Seen: ", StringComparison.Ordinal)));
        Assert.Contains("And 5 more like these", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cause_that_blocks_at_one_place_and_not_at_another_is_told_where_it_is_worst()
    {
        var report = Report(Run(Failed(Imap, MailStep.Connect, FailureKind.ConnectionRefused), Healthy(Imaps), Failed(Pop3, MailStep.Connect, FailureKind.ConnectionRefused)));
        var cause = Assert.Single(FindingCauses.All(report.Findings));
        Assert.Equal((2, Severity.Blocking), (cause.Count, cause[0].Severity));
    }

    private static AssessmentReport Report(AssessmentFacts facts) => new AssessedRun(
        new ReportHeading("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, null), facts, new Usage { Devices = 2 }).Report(Language.English);
}
