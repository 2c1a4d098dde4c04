using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Findings;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Reports;

/// <summary>A measured record is stored, sent and told again; only what the wire does with it differs.</summary>
public class SentMembersTests
{
    private static readonly LatencySummary Fetch = new(10, 20_000, 12.3456, 400.06, 1.005, 600, 900_000.6, true) { DownMbit = 19.98765, DownMbitKind = CapacityKind.Reached, ServerMs = 1.23456 };

    [Fact]
    public void Times_are_sent_rounded_and_kept_as_they_were_measured()
    {
        var sent = Sent(Fetch);
        Assert.Equal("12.3 400.1 1 900001 19.988 1.23", string.Join(' ', new[] { "medianMs", "p95Ms", "minMs", "throughputBytesPerSecond", "downMbit", "serverMs" }.Select(x => sent[x]!.ToJsonString())));
        Assert.Equal(Fetch, Json.Parse<LatencySummary>(Json.Of(Fetch)));
    }

    [Fact]
    public void What_stays_with_the_run_is_not_sent_and_is_kept()
    {
        var refused = new SignInResult(SignInOutcome.Rejected, "PLAIN", 20, "NO", SignInReason.AuthBadCredentials) { LooksMiscopied = true, KnownBy = RefusalSign.Code, OrElse = SignInReason.AuthServerFault };
        Assert.Equal(["outcome", "mechanism", "elapsedMs", "reply", "reason"], Sent(refused).Select(x => x.Key));
        Assert.Equal(refused, Json.Parse<SignInResult>(Json.Of(refused)));
        Assert.Equal(["kind", "reply", "detail"], Sent(new Failure(MailStep.Greeting, FailureKind.TimedOut, null, 5_000)).Select(x => x.Key));
    }

    [Fact]
    public void Whatever_mailbox_a_report_tells_is_a_fact_as_it_stands()
    {
        var tried = 0;
        foreach (var facts in ProducingRuns.All.Values.Where(x => x.Imap is not null || x.Pop3 is not null))
        {
            if (Told<ImapKnowledge>(facts.Imap) is { } imap) Assert.Equal(Json.Of(facts.Imap), Json.Of(imap.Mailbox));
            if (Told<Pop3Knowledge>(facts.Pop3) is { } pop3) Assert.Equal(Json.Of(facts.Pop3), Json.Of(pop3.Maildrop));
            tried++;
        }

        Assert.True(tried > 10);
    }

    [Fact]
    public void Whatever_endpoint_a_report_tells_is_a_fact_as_it_stands() => Assert.All(ProducingRuns.All.Values.SelectMany(x => x.Endpoints), endpoint =>
    {
        var told = JsonSerializer.Deserialize<EndpointReport>(JsonSerializer.Serialize(EndpointReport.From(endpoint, Language.English), WireJson.Options), WireJson.Options)!;
        var again = ToldEndpoint.Facts(told);
        Assert.Equal((endpoint.Probe.Endpoint, endpoint.Probe.Usable, endpoint.Trusted), (again.Probe.Endpoint, again.Probe.Usable, again.Trusted));
        Assert.Equal((endpoint.IsAccepted, endpoint.IsRefusedForGood, endpoint.MailboxStaysShut), (again.IsAccepted, again.IsRefusedForGood, again.MailboxStaysShut));
    });

    private static JsonObject Sent<T>(T value) => JsonSerializer.SerializeToNode(value, WireJson.Options)!.AsObject();

    private static T? Told<T>(object? mailbox)
        where T : class => mailbox is null ? null : JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(mailbox, mailbox.GetType(), WireJson.Options), WireJson.Options);
}
