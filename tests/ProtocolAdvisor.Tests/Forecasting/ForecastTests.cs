using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Forecasting;

public class ForecastTests
{
    private static readonly UserLink Line = new(100, 20);

    [Fact]
    public void Checks_cost_what_was_counted_on_the_wire()
    {
        var check = Forecast.For(Known.Facts, Line)![MailTask.CheckNothingNew];
        Assert.Equal((8, 11), (check.Imap!.Value.RoundTrips, check.Pop3!.Value.RoundTrips));
    }

    [Fact]
    public void A_first_sync_costs_three_round_trips_for_each_folder_with_mail_and_one_for_an_empty_one()
    {
        var one = RoundTrips(Known.Imap);
        Assert.Equal(one + (3 * 4), RoundTrips(Known.Imap with { Messages = 2000, Bytes = 140_000_000, Folders = 5, FilledFolders = 5 }));
        Assert.Equal(one + 4, RoundTrips(Known.Imap with { Folders = 5, FilledFolders = 1 }));
    }

    // isync 1.4.4 and mpop 1.4.18 with 400 messages of 30 MB, 240 of them (17.5 MB) in the Inbox, as they were timed in the lab.
    [Theory]
    [InlineData(20, 5, 51.30, 29.64)]
    [InlineData(200, 5, 58.15, 32.31)]
    [InlineData(50, 20, 14.43, 8.09)]
    [InlineData(200, 20, 20.36, 10.63)]
    [InlineData(20, 100, 3.47, 1.83)]
    [InlineData(100, 100, 6.25, 3.33)]
    [InlineData(200, 100, 10.37, 5.58)]
    public void A_first_sync_takes_what_real_programs_took(double roundTripMs, double downMbit, double imapSeconds, double pop3Seconds)
    {
        var facts = Known.Sides(
            Known.ImapSide.At(x => x with { SignInServerMs = 20 }) with { Mailbox = Known.Imap with { Messages = 400, Bytes = 30_131_446, InboxMessages = 240, InboxBytes = 17_507_949, Folders = 8, FilledFolders = 8 } },
            Known.Pop3Side.At(x => x with { SignInServerMs = 20 }) with { Maildrop = Known.Pop3 with { Messages = 240, Bytes = 17_507_949 } });
        var sync = Forecast.For(facts, new UserLink(roundTripMs, downMbit))![MailTask.FirstSync];
        Assert.InRange(sync.Imap!.Value.Ms / 1000, 0.93 * imapSeconds, 1.07 * imapSeconds);
        Assert.InRange(sync.Pop3!.Value.Ms / 1000, 0.93 * pop3Seconds, 1.07 * pop3Seconds);
    }

    [Fact]
    public void New_mail_of_an_empty_Inbox_is_taken_to_be_as_usual_the_same_over_both_protocols_and_said_to_be_assumed()
    {
        var (imap, pop3) = (Known.Imap with { InboxMessages = 0, InboxBytes = 0 }, Known.Pop3 with { Messages = 0, Bytes = 0 });
        var check = Forecast.For(Known.With(imap, pop3), Line)![MailTask.CheckNewMail];
        Assert.All([check.Imap, check.Pop3], x => Assert.InRange(x!.Value.Bytes, 500_000, 1_000_000)); // ten messages
        Assert.Equal(ForecastBasis.Assumed, check.Basis);
        Assert.Equal(ForecastBasis.Assumed, Forecast.For(Known.With(imap, pop3), Line, newMessagesPerDay: 10)![MailTask.CheckNewMail].Basis);

        // Where one protocol shows mail, it is of that size.
        var seen = Forecast.For(Known.With(Known.Imap, pop3), Line)![MailTask.CheckNewMail];
        Assert.InRange(seen.Pop3!.Value.Bytes / (double)seen.Imap!.Value.Bytes, 0.9, 1.1);
        Assert.NotEqual(check.Pop3!.Value.Bytes, seen.Pop3.Value.Bytes);
    }

    [Fact]
    public void Without_a_round_trip_time_there_is_no_forecast() =>
        Assert.Null(Forecast.For(Known.Sides(Known.ImapSide.At(x => x with { RoundTripMs = null }), Known.Pop3Side.At(x => x with { RoundTripMs = null })), new UserLink(DownMbit: 20)));

    [Fact]
    public void Without_any_mailbox_there_is_no_forecast() => Assert.Null(Forecast.For(new KnownFacts { Imap = new() { Server = new() { RoundTripMs = 20 } }, Pop3 = new() }, Line));

    [Fact]
    public void A_protocol_that_cannot_be_used_is_not_forecast()
    {
        var forecast = Forecast.For(Known.Sides(pop3: Known.Pop3Side with { Usable = false }), Line)!;
        Assert.All(forecast.Tasks, x => Assert.True(x is { Imap: not null, Pop3: null }));
    }

    [Fact]
    public void The_users_line_is_given_ours_is_measured_and_an_unknown_capacity_is_assumed()
    {
        Assert.Equal(new LinkModel(100, 20, LinkBasis.Given, LinkBasis.Given), Forecast.For(Known.Facts, Line)!.Link);
        Assert.Equal(new LinkModel(20, 50, LinkBasis.Measured, LinkBasis.Measured), Forecast.For(Known.Facts)!.Link);
        var unknown = Known.Sides(
            Known.ImapSide with { DownMbit = null, ThroughputBytesPerSecond = null }, Known.Pop3Side with { DownMbit = null, ThroughputBytesPerSecond = null });
        var assumed = Forecast.For(unknown)!;
        Assert.Equal(LinkBasis.Assumed, assumed.Link.Basis);
        Assert.All(assumed.Tasks, x => Assert.Equal((ForecastBasis.Assumed, null), (x.Basis, x.Spread)));
    }

    [Fact]
    public void A_lower_bound_is_no_capacity()
    {
        var bound = Known.Sides(Known.ImapSide with { DownMbit = 0.6, DownMbitAtLeast = true }, Known.Pop3Side with { DownMbit = 3, DownMbitAtLeast = true });
        var assumed = Forecast.For(bound)!;
        Assert.Equal(new LinkModel(20, 100, LinkBasis.Measured, LinkBasis.Assumed), assumed.Link);
        Assert.All(assumed.Tasks, x => Assert.Equal((ForecastBasis.Assumed, null), (x.Basis, x.Spread)));
        Assert.Equal(LinkBasis.Given, Forecast.For(bound, Line)!.Link.Basis);
    }

    [Fact]
    public void Each_figure_of_the_line_has_its_own_basis()
    {
        var bound = Known.Sides(Known.ImapSide with { DownMbit = 0.6, DownMbitAtLeast = true }, Known.Pop3Side with { DownMbit = 3, DownMbitAtLeast = true });
        Assert.Equal(new LinkModel(300, 100, LinkBasis.Given, LinkBasis.Assumed), Forecast.For(bound, new UserLink(300))!.Link);
        Assert.Equal(new LinkModel(300, 50, LinkBasis.Given, LinkBasis.Measured), Forecast.For(Known.Facts, new UserLink(300))!.Link);
        Assert.Equal(new LinkModel(20, 8, LinkBasis.Measured, LinkBasis.Given), Forecast.For(bound, new UserLink(DownMbit: 8))!.Link);
    }

    [Fact]
    public void A_throughput_that_the_caller_tells_counts_and_the_basis_names_it() => Assert.Equal(
        new LinkModel(20, 8, LinkBasis.Measured, LinkBasis.Told), Forecast.For(Known.Sides(Known.ImapSide with { DownMbit = null }, Known.Pop3Side with { DownMbit = null, ThroughputBytesPerSecond = null }))!.Link);

    [Fact]
    public void A_server_that_compresses_sends_less_to_a_program_that_asks_for_it()
    {
        var (plain, deflated) = (Sync(Known.ImapSide), Sync(Known.ImapSide with { Deflate = new(0.5, 0.1) }));
        Assert.Equal(0.5, deflated.Imap!.Value.Bytes / (double)plain.Imap!.Value.Bytes, 0.01);
        Assert.Equal(plain.Pop3, deflated.Pop3);
        Assert.Equal(plain.Imap!.Value.RoundTrips + 1, deflated.Imap!.Value.RoundTrips);
        Assert.True(deflated.Spread > plain.Spread);
        static TaskForecast Sync(ImapKnowledge imap) => Forecast.For(Known.Sides(imap), Line)![MailTask.FirstSync];
    }

    // Cyrus and Courier as their conversations with isync 1.4.4 and mpop 1.4.18 were read off the wire (20, 100 and 200 ms, 20 Mbit/s; medians of three, other work on the machine).
    [Theory]
    [InlineData(20, 0.36, 0.34, 0.33, 0.31)]
    [InlineData(100, 1.32, 1.35, 1.34, 1.19)]
    [InlineData(200, 2.59, 2.61, 2.51, 2.30)]
    public void Checks_know_what_programs_meet_at_Cyrus_and_Courier(double roundTripMs, double cyrusImap, double cyrusPop3, double courierImap, double courierPop3)
    {
        var cyrus = Check(
            Known.ImapSide.At(x => x with { Implementation = "Cyrus", ConnectRoundTrips = 4, HelloRetried = true, HeldBackConnecting = 1 }) with { HoldsLongAnswers = true, Deflate = new(0.55, 0.1), InitialResponse = true, Mailbox = Known.Imap with { InboxMessages = 180 } },
            Known.Pop3Side.At(x => x with { Implementation = "Cyrus", ConnectRoundTrips = 5, HelloRetried = true, HeldBackConnecting = 1 }) with { Maildrop = Known.Pop3 with { Messages = 180 } });
        var courier = Check(
            Known.ImapSide.At(x => x with { Implementation = "Courier", ConnectRoundTrips = 3, HeldBackConnecting = 1, HeldBackInHandshake = 1, ConnectServerMs = 31 }) with { HoldsLongAnswers = true, InitialResponse = false, Mailbox = Known.Imap with { InboxMessages = 180 } },
            Known.Pop3Side.At(x => x with { Implementation = "Courier", ConnectRoundTrips = 4, HeldBackConnecting = 1, HeldBackInHandshake = 1, ConnectServerMs = 20 }) with { HoldsLongAnswers = true, Maildrop = Known.Pop3 with { Messages = 180 } });
        Assert.All(
            [(cyrus.Imap, cyrusImap), (cyrus.Pop3, cyrusPop3), (courier.Imap, courierImap), (courier.Pop3, courierPop3)],
            pair => Assert.InRange(pair.Item1!.Value.Ms / 1000, pair.Item2 - Allowed(pair.Item2), pair.Item2 + Allowed(pair.Item2)));
        double Allowed(double real) => Math.Max(0.15 * real, roundTripMs / 1000);
        TaskForecast Check(ImapKnowledge imap, Pop3Knowledge pop3) => Forecast.For(Known.Sides(imap, pop3), new UserLink(roundTripMs, 20))![MailTask.CheckNothingNew];
    }

    [Fact]
    public void What_is_not_known_of_the_server_is_assumed_and_said_so()
    {
        Assert.Equal(ForecastBasis.Modelled, NewMail(Known.Facts, 20).Basis);
        Assert.Equal(ForecastBasis.Assumed, NewMail(Known.Facts, null).Basis);
        Assert.Equal(ForecastBasis.Assumed, NewMail(Known.Sides(Known.ImapSide.At(x => x with { SignInServerMs = null })), 20).Basis);
        Assert.Equal(ForecastBasis.Assumed, NewMail(Known.With(pop3: Known.Pop3 with { Pipelining = null }), 20).Basis);
        static TaskForecast NewMail(KnownFacts facts, int? perDay) => Forecast.For(facts, Line, perDay)![MailTask.CheckNewMail];
    }

    [Fact]
    public void Samples_that_strayed_widen_the_spread() => Assert.True(
        Forecast.For(Known.Sides(Known.ImapSide with { JitterMs = 40 }), Line)![MailTask.CheckNothingNew].Spread > Forecast.For(Known.Facts, Line)![MailTask.CheckNothingNew].Spread);

    [Fact]
    public void A_server_that_sends_much_more_slowly_over_one_protocol_stays_slow_on_a_wide_line()
    {
        var slow = Forecast.For(Known.Sides(pop3: Known.Pop3Side with { DownMbit = 2 }), new UserLink(20, 100))![MailTask.FirstSync];
        Assert.True(slow.Pop3!.Value.Ms > 20 * slow.Imap!.Value.Ms);
    }

    private static long RoundTrips(ImapMailbox imap) => Forecast.For(Known.With(imap), Line)![MailTask.FirstSync].Imap!.Value.RoundTrips;
}
