using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Findings;

/// <summary>What keeps a client from a server, and how much it matters where another way is open.</summary>
public class ReachabilityFindingTests
{
    [Fact]
    public void Addresses_are_told_by_the_family_that_fails()
    {
        Assert.Equal((FindingCode.Ipv6BrokenIpv4Ok, "mail.example.com:993: no connection to 2001:db8::1"), One(Address("192.0.2.1"), Address("2001:db8::1", StepOutcome.Failed)));
        Assert.Equal((FindingCode.Ipv4BrokenIpv6Ok, "mail.example.com:993: no connection to 192.0.2.1"), One(Address("192.0.2.1", StepOutcome.Failed), Address("2001:db8::1")));
        Assert.Equal(
            (FindingCode.AddressesDisagree, "mail.example.com:993: no connection to 192.0.2.2, 2001:db8::1"),
            One(Address("192.0.2.1"), Address("192.0.2.2", StepOutcome.Failed), Address("2001:db8::1", StepOutcome.Failed)));

        static (FindingCode, string?) One(params ProtocolAdvisor.Dialing.Wire.AddressResult[] addresses) =>
            Of(Healthy(Imaps) with { Addresses = addresses }).Select(x => (x.Code, x.Shown())).Single();
    }

    [Fact]
    public void A_silent_family_is_blamed_on_the_server_only_where_we_are_seen_to_reach_others_over_it()
    {
        var dual = Healthy(Imaps) with { Addresses = [Address("192.0.2.1"), Address("2001:db8::1", StepOutcome.Failed)] };
        Assert.Equal(FindingConfidence.Possible, Only(Run(dual)).Confidence);

        var elsewhere = Healthy(Pop3s) with { Addresses = [Address("2001:db8::2")] };
        Assert.Equal(FindingConfidence.Certain, Only(Run(dual, elsewhere)).Confidence);

        static Finding Only(AssessmentFacts facts) => Assert.Single(Diagnosis.Of(facts, null), x => x.Code == FindingCode.Ipv6BrokenIpv4Ok);
    }

    [Theory]
    [InlineData(FailureKind.AddressBlocked)]
    [InlineData(FailureKind.DeadlineReached)]
    [InlineData(FailureKind.TargetBusy)]
    public void What_we_held_back_says_nothing_against_an_address(FailureKind kind) =>
        Assert.Empty(Of(Healthy(Imaps) with { Addresses = [Address("192.0.2.1"), Address("192.0.2.2", StepOutcome.Failed, kind)] }));

    [Fact]
    public void A_line_is_judged_by_its_shortest_round_trip_and_not_by_our_own_time()
    {
        Assert.Empty(Timed(300, 3000));
        Assert.Empty(Timed([null]));
        Assert.Empty(Of(Healthy(Imaps) with { RoundTripMs = 40, Addresses = [Address("192.0.2.1") with { ConnectMs = 440 }] }));
        var slow = Assert.Single(Timed(3000, 301));
        Assert.Equal((FindingCode.ConnectSlow, "mail.example.com: 301 ms there and back"), (slow.Code, slow.Shown()));

        static IReadOnlyList<Finding> Timed(params double?[] times) => Of([.. times.Zip([Imaps, Imap], (time, endpoint) => Healthy(endpoint) with { RoundTripMs = time })]);
    }

    [Theory]
    [InlineData("554 blocked using zen.spamhaus.org")]
    [InlineData("* BYE your address is on our block list")]
    [InlineData("* BYE blacklisted")]
    [InlineData("* BYE on the deny-list")]
    [InlineData("* BYE listed by an RBL")]
    [InlineData("* BYE see dnsbl.example.net")]
    [InlineData("* BYE banned for abuse")]
    [InlineData("* BYE Barracuda says no")]
    [InlineData("* BYE bl.spamcop.net")]
    public void A_refusal_that_names_a_block_list_is_probably_that(string reply)
    {
        var finding = Assert.Single(Of(Failed(Imaps, MailStep.Greeting, FailureKind.GreetingRejected, reply)));
        Assert.Equal((FindingCode.GreetingBlocklisted, FindingConfidence.Likely, reply), (finding.Code, finding.Confidence, finding.Shown()));
    }

    [Theory]
    [InlineData(993, ConnectionSecurity.StartTls, true)]
    [InlineData(995, ConnectionSecurity.Cleartext, true)]
    [InlineData(143, ConnectionSecurity.StartTls, false)]
    public void Silence_to_text_is_a_wrong_setting_only_on_the_ports_of_TLS(int port, ConnectionSecurity security, bool wrongSetting) => Assert.Equal(
        wrongSetting, Of(Failed(At(MailProtocol.Imap, port, security), MailStep.Greeting, FailureKind.TimedOut)).Any(x => x.Code == FindingCode.ClearSpokenToTlsPort));

    [Theory]
    [InlineData(MailStep.Capability, FailureKind.TimedOut, FindingCode.CommandUnanswered, FindingConfidence.Certain)]
    [InlineData(MailStep.Greeting, FailureKind.ConnectionReset, FindingCode.ServerClosedEarly, FindingConfidence.Certain)]
    [InlineData(MailStep.Connect, FailureKind.ConnectionReset, FindingCode.ConnectionReset, FindingConfidence.Certain)]
    [InlineData(MailStep.Capability, FailureKind.ProtocolViolation, FindingCode.ProtocolViolation, FindingConfidence.Certain)]
    [InlineData(MailStep.Capability, FailureKind.ResponseTooLarge, FindingCode.ResponseTooLarge, FindingConfidence.Certain)]
    public void A_conversation_that_breaks_off_is_told_with_its_words_or_its_place(MailStep step, FailureKind kind, FindingCode code, FindingConfidence confidence)
    {
        var silent = Assert.Single(Of(Failed(Imaps, step, kind)));
        Assert.Equal((code, confidence), (silent.Code, silent.Confidence));
        Assert.Equal("its words", Assert.Single(Of(Failed(Imaps, step, kind, "its words"))).Shown());
    }

    [Fact]
    public void A_missing_port_for_TLS_is_told_beside_the_same_service_only()
    {
        Assert.True(Missing(Healthy(Imap)));
        Assert.False(Missing(Healthy(Pop3)));
        Assert.False(Missing(Healthy(At(MailProtocol.Imap, 143, ConnectionSecurity.StartTls, "other.example.com"))));
        Assert.False(Missing(Failed(Imap, MailStep.Connect, FailureKind.ConnectionRefused)));
        Assert.False(Missing(Healthy(Imap), FailureKind.AddressBlocked));

        static bool Missing(ProbeResult other, FailureKind kind = FailureKind.ConnectionRefused) =>
            Of(Failed(Imaps, MailStep.Connect, kind), other).Any(x => x.Code == FindingCode.ImplicitTlsMissing);
    }

    [Fact]
    public void A_lost_name_is_a_blemish_only_where_each_protocol_works_elsewhere()
    {
        var (imap, pop3) = (At(MailProtocol.Imap, 993, ConnectionSecurity.ImplicitTls, "old.example.com"), At(MailProtocol.Pop3, 995, ConnectionSecurity.ImplicitTls, "old.example.com"));
        var lost = new[] { Failed(imap, MailStep.Resolve, FailureKind.HostNotFound), Failed(pop3, MailStep.Resolve, FailureKind.HostNotFound) };
        Assert.Equal(Severity.Low, Of([.. lost, Healthy(Imaps), Healthy(Pop3s)]).Single(x => x.Code == FindingCode.DnsNameNotFound).Severity);
        Assert.Equal(Severity.Blocking, Of([.. lost, Healthy(Imaps)]).Single(x => x.Code == FindingCode.DnsNameNotFound).Severity);
    }

    [Theory]
    [InlineData(FailureKind.ConnectionRefused, FindingCode.TcpRefused)]
    [InlineData(FailureKind.TimedOut, FindingCode.TcpTimeout)]
    [InlineData(FailureKind.HostUnreachable, FindingCode.TcpUnreachable)]
    [InlineData(FailureKind.ConnectionReset, FindingCode.ConnectionReset)]
    public void A_closed_clear_port_is_as_it_should_be_and_a_closed_TLS_port_a_blemish(FailureKind kind, FindingCode code)
    {
        Assert.Equal(Severity.Info, Of(Failed(Pop3, MailStep.Connect, kind), Healthy(Pop3s)).Single(x => x.Code == code).Severity);
        Assert.Equal(Severity.Low, Assert.Single(Of(Failed(Pop3s, MailStep.Connect, kind), Healthy(Pop3)), x => x.Code is FindingCode.ImplicitTlsMissing || x.Code == code).Severity);
        Assert.Equal(Severity.Blocking, Of(Failed(Pop3s, MailStep.Connect, kind), Healthy(Imap)).Single(x => x.Code == code).Severity);
    }

    [Fact]
    public void An_open_clear_port_that_misbehaves_is_no_closed_one() => Assert.Equal(
        Severity.Low, Of(Failed(Imap, MailStep.Greeting, FailureKind.GreetingRejected), Healthy(Imaps)).Single(x => x.Code == FindingCode.GreetingRefused).Severity);

    [Theory]
    [InlineData("XXXXXXXA", true)]
    [InlineData("XXXX", true)]
    [InlineData("XXA", false)]
    [InlineData("XLIST", false)]
    public void An_offer_that_was_overwritten_on_the_way_is_known_by_its_letters(string token, bool stripped) => Assert.Equal(
        stripped, Of(ProducingRuns.NoStartTls("IMAP4rev1", token)).Any(x => x.Code == FindingCode.StarttlsStrippedSuspected && x.Shown() == token));

    private static IReadOnlyList<Finding> Of(params ProbeResult[] probes) => Diagnosis.Of(Run(probes), null);
}
