using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>The samples of both protocols, over one throttled line.</summary>
public sealed class SampleSeriesTests
{
    private const double Mbit = 20;
    private const double WidestMbit = 1_000_000;

    // Greetings, capabilities, sizes, TLS: what is no message.
    private const long Around = 20_000;
    private static readonly DateTimeOffset Day = DateTimeOffset.UnixEpoch;
    private static readonly ScriptedMessage[] Tiny = [.. Enumerable.Repeat(ScriptedMessage.OfSize(70, Day), 5)];
    private static readonly ScriptedMessage Huge = ScriptedMessage.OfSize(12 << 20, Day);

    [Fact]
    public async Task The_beginning_of_one_large_message_tells_the_line_where_all_others_are_tiny()
    {
        var facts = await AssessAsync([.. Tiny, Huge]);
        Assert.All([facts.Imap!.Fetch!, facts.Pop3!.Fetch!], fetch => Assert.Equal(CapacityKind.Reached, fetch.DownMbitKind));
        Assert.All([facts.Imap!.Fetch!, facts.Pop3!.Fetch!], fetch => Assert.InRange(fetch.DownMbit!.Value / Mbit, 0.92, 1.08));
    }

    [Fact]
    public async Task Nothing_but_a_large_message_is_sampled_in_part()
    {
        var facts = await AssessAsync([Huge]);
        Assert.All([facts.Imap!.Fetch!, facts.Pop3!.Fetch!], fetch => Assert.Equal((1, CapacityKind.Reached), (fetch.Samples, fetch.DownMbitKind)));
    }

    [Fact]
    public async Task One_welcome_mail_tells_nothing_of_the_line_and_nothing_rests_on_it()
    {
        var facts = await AssessAsync([ScriptedMessage.OfSize(3_000, Day)]);
        Assert.All([facts.Imap!.Fetch!, facts.Pop3!.Fetch!], fetch => Assert.Equal((1, null, null), (fetch.Samples, fetch.DownMbit, fetch.DownMbitKind)));
        var known = KnownFacts.From(facts);
        Assert.True(known is { Imap.CapacityMbit: null, Pop3.CapacityMbit: null });
        var forecast = Forecast.For(known, new UserLink(RoundTripMs: 50))!;
        Assert.Equal((LinkBasis.Assumed, 100), (forecast.Link.Basis, Math.Round(forecast.Link.DownMbit)));
        Assert.All(forecast.Tasks, task => Assert.Null(task.Spread));
    }

    // A written promise: no more message bytes than maxBytes for each protocol, whatever is looked for.
    [Theory]
    [InlineData(40_000)]
    [InlineData(300_000)]
    [InlineData(1_000_000)]
    public async Task No_more_is_fetched_than_was_allowed(long maxBytes)
    {
        // A line that wide is never full: everything is tried.
        var (imap, pop3) = (new ThrottledLine(WidestMbit), new ThrottledLine(WidestMbit));
        var facts = await AssessAsync([.. Tiny, ScriptedMessage.OfSize(15_000, Day), ScriptedMessage.OfSize(90_000, Day), Huge], imap, pop3, maxBytes);
        Assert.NotNull(facts.Imap!.Fetch);
        Assert.All([imap, pop3], line => Assert.InRange(line.Carried, 1, maxBytes + Around));
    }

    private static Task<AssessmentFacts> AssessAsync(ScriptedMessage[] messages)
    {
        var line = new ThrottledLine(Mbit);
        return AssessAsync(messages, line, line, AssessmentLimits.Default.MaxSampleBytes);
    }

    internal static async Task<AssessmentFacts> AssessAsync(ScriptedMessage[] messages, ThrottledLine imapLine, ThrottledLine pop3Line, long maxBytes)
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.1");
        await using var imap = ScriptedMailServer.Start(new ImapScript { ImplicitTls = certificate, Folders = [new ScriptedFolder("INBOX", messages)] }, line: imapLine);
        await using var pop3 = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = certificate, Messages = messages }, line: pop3Line);
        using var assessor = Loopback.Assessor(authority.Root);
        var subject = new AssessmentSubject(
            [
                Loopback.Endpoint(MailProtocol.Imap, imap.Port, ConnectionSecurity.ImplicitTls), Loopback.Endpoint(MailProtocol.Pop3, pop3.Port, ConnectionSecurity.ImplicitTls),
            ],
            Loopback.Credentials,
            AssessmentLimits.Default with { MaxSampleBytes = maxBytes });
        return await assessor.AssessAsync(subject, null, TestContext.Current.CancellationToken);
    }
}
