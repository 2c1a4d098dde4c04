using System.Text.Json;
using CsCheck;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Forecasting;

public class ForecastProperties
{
    private const double Rounding = 1e-6;

    [Fact]
    public void A_longer_way_never_is_faster() => Gen.Select(ForecastGen.Facts, ForecastGen.Link, Gen.Double[0, 300]).Sample((facts, link, more) =>
        NeverFaster(facts, link, facts, link with { RoundTripMs = link.RoundTripMs + more }), print: Printed);

    [Fact]
    public void A_wider_line_never_is_slower() => Gen.Select(ForecastGen.Facts, ForecastGen.Link, Gen.Double[0, 300]).Sample((facts, link, more) =>
        NeverFaster(facts, link with { DownMbit = link.DownMbit + more }, facts, link), print: Printed);

    [Fact]
    public void More_bytes_are_never_fetched_sooner() => Gen.Select(ForecastGen.Facts, ForecastGen.Link, Gen.Double[0, 5e7]).Sample((facts, link, more) =>
        NeverFaster(facts, link, Larger(facts, (long)more), link), print: Printed);

    [Fact]
    public void An_inbox_that_opens_the_window_for_many_folders_saves_them_no_more_than_it_took()
    {
        var facts = JsonSerializer.Deserialize<KnownFacts>("""
            {"imap":{"usable":true,"inboxMessages":89,"inboxBytes":272251,"messages":4455,"bytes":13627845,"folders":31,"filledFolders":28,"medianMessageBytes":3000,"largeMessageBytes":90000,
              "connectRoundTrips":5,"signInServerMs":14,"commandServerMs":1.4,"downMbit":100},
             "pop3":{"usable":true,"pipelining":false,"messages":89,"bytes":272251,"connectRoundTrips":5,"signInServerMs":14,"commandServerMs":1.4,"downMbit":100}}
            """, WireJson.Options)!;
        var line = new UserLink { RoundTripMs = 11, DownMbit = 878.78125 };
        Assert.True(NeverFaster(facts, line, Larger(facts, 3351283), line));
    }

    [Fact]
    public void Pop3_mail_opens_at_once() => Gen.Select(ForecastGen.Facts, ForecastGen.Link).Sample((facts, link) =>
        Forecast.For(facts, link) is { } forecast && forecast[MailTask.OpenLargeMessage].Pop3 == default(TaskCost) && forecast[MailTask.OpenOldMessage].Pop3 == default(TaskCost));

    [Fact]
    public void No_figure_is_negative() => Gen.Select(ForecastGen.Facts, ForecastGen.Link).Sample((facts, link) => Forecast.For(facts, link)!.Tasks.All(x =>
        x is { Imap: { Ms: >= 0, RoundTrips: >= 0, Bytes: >= 0 }, Pop3: { Ms: >= 0, RoundTrips: >= 0, Bytes: >= 0 } } && x.Spread is null or >= 0));

    [Fact]
    public void The_same_facts_give_the_same_forecast() => Gen.Select(ForecastGen.Facts, ForecastGen.Link).Sample((facts, link) =>
        Json.Of(Forecast.For(facts, link)) == Json.Of(Forecast.For(Json.Parse<KnownFacts>(Json.Of(facts)), link with { })));

    [Fact]
    public void Waiting_for_every_message_never_is_faster() => Gen.Select(ForecastGen.Facts, ForecastGen.Link).Sample((facts, link) => NeverFaster(
        Pipelining(facts, true), link, Pipelining(facts, false), link));

    private static string Printed((KnownFacts Facts, UserLink Link, double More) x) => $"{Json.Of(x.Facts)} {x.Link} {x.More}";

    private static bool NeverFaster(KnownFacts facts, UserLink link, KnownFacts slower, UserLink slowerLink) =>
        Forecast.For(facts, link)!.Tasks.Zip(Forecast.For(slower, slowerLink)!.Tasks).All(x =>
            x.Second.Imap!.Value.Ms >= x.First.Imap!.Value.Ms - Rounding && x.Second.Pop3!.Value.Ms >= x.First.Pop3!.Value.Ms - Rounding);

    private static KnownFacts Larger(KnownFacts facts, long more) => facts with
    {
        Imap = facts.Imap! with { Mailbox = Larger(facts.Imap.Mailbox, more) },
        Pop3 = facts.Pop3! with { Maildrop = facts.Pop3.Maildrop with { Bytes = facts.Pop3.Maildrop.Bytes + more } },
    };

    private static ImapMailbox Larger(ImapMailbox imap, long more) =>
        imap with { Bytes = imap.Bytes + more, InboxBytes = imap.InboxBytes + more, LargeMessageBytes = imap.LargeMessageBytes + more };

    private static KnownFacts Pipelining(KnownFacts facts, bool offered) => facts with { Pop3 = facts.Pop3! with { Maildrop = facts.Pop3.Maildrop with { Pipelining = offered } } };
}
