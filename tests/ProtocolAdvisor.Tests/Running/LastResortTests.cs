using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Coherence;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>Published servers that are dead, and conventional names that are not: settings that were forgotten when the servers moved.</summary>
public sealed class LastResortTests(Discovery.Providers providers) : IClassFixture<Discovery.Providers>
{
    private const string Jane = "jane@moved.example";

    [Fact]
    public async Task Where_every_published_server_is_dead_the_usual_names_are_tried_behind_them()
    {
        Assert.SkipUnless(StandardPorts.Available, StandardPorts.Missing);
        List<AssessmentEvent> told = [];
        var facts = await providers.AssessAsync(Jane, told: told.Add);
        Assert.Equal(["old.moved.example", "old.moved.example"], facts.Endpoints.Take(2).Select(x => x.Probe.Endpoint.Host.Value));
        Assert.All(facts.Endpoints.Take(2), x => Assert.False(x.Probe.Usable));
        Assert.All(facts.Discovery.Candidates.Skip(2), x => Assert.Equal([DiscoverySource.Convention], x.Sources));
        Assert.InRange(facts.Endpoints.Count, 4, ProbePool.Most);
        Assert.All(MailProtocols.Compared, x => Assert.Contains(facts.Of(x), y => y.Probe.Usable));
        Assert.Equal(facts.Discovery.Candidates.Count, told.OfType<AssessmentEvent.Discovered>().Last().Result.Candidates.Count);
        Assert.Contains(Diagnosis.Of(facts, null), x => x is { Code: FindingCode.TcpRefused, Endpoint: "old.moved.example:1025" });
    }

    [Fact]
    public async Task A_guess_of_the_domains_own_gets_the_password_and_the_report_says_what_it_is()
    {
        Assert.SkipUnless(StandardPorts.Available, StandardPorts.Missing);
        var facts = await providers.AssessAsync(Jane, "secret");
        Assert.Equal(2, facts.Incoming.Count(x => x.SignIn.Outcome == SignInOutcome.Accepted));
        var report = SearchWorld.ReportOn(facts, Jane);
        Assert.Equal(SummaryState.ToMend, report.Summary.State);
        Assert.StartsWith("The servers that your provider publishes do not answer. imap.moved.example:993 does", report.Summary.Lines[0], StringComparison.Ordinal);
        Assert.Equal("imap.moved.example", report.Recommendation.Endpoint?.Host);
        Assert.Equal([], ReportCoherence.Of(report, Language.English));
    }

    [Fact]
    public async Task A_strangers_mail_exchanger_is_tried_and_gets_no_password()
    {
        Assert.SkipUnless(StandardPorts.Available, StandardPorts.Missing);
        var facts = await providers.AssessAsync("jane@left.example", "secret");
        var guesses = facts.Endpoints.Where(x => x.Probe.Endpoint.Host.Value != "old.left.example").ToList();
        Assert.Contains(guesses, x => x is { Probe.Usable: true, SignIn.Reason: SignInReason.CredentialsWithheld });
        Assert.DoesNotContain(guesses, x => x.SignIn.Outcome != SignInOutcome.NotAttempted);
    }

    [Fact]
    public async Task Where_one_published_server_lives_nobody_guesses()
    {
        var facts = await providers.AssessAsync("jane@torn.example");
        Assert.DoesNotContain(facts.Discovery.Candidates, x => x.Sources.SequenceEqual([DiscoverySource.Convention]));
    }
}
