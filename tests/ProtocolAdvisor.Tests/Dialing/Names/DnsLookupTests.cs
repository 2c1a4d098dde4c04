using System.Net;
using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Dialing.Names;

/// <summary>Questions to a real name server on loopback.</summary>
public sealed class DnsLookupTests : IAsyncLifetime
{
    private const string Service = "_imaps._tcp.example.com";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly HostName Domain = HostName.Parse("example.com");

    private readonly ScriptedDnsServer _server = ScriptedDnsServer.Start();
    private readonly List<DnsLookup> _lookups = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _lookups.ForEach(lookup => lookup.Dispose());
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Service_records_come_as_the_zone_has_them()
    {
        _server.Answer(Service, DnsAnswer.Of(DnsRecord.Srv(10, 5, 993, "imap.example.com"), DnsRecord.Srv(20, 0, 9993, "backup.example.net")));
        var reply = await Lookup().ServicesAsync(Service, Cancel);
        Assert.Equal([new ServiceRecord(10, 5, 993, "imap.example.com"), new ServiceRecord(20, 0, 9993, "backup.example.net")], reply.Records);
        Assert.Null(reply.Failure);
    }

    [Fact]
    public async Task A_single_dot_says_that_a_service_or_mail_is_decidedly_not_there()
    {
        _server.Answer(Service, DnsAnswer.Of(DnsRecord.Srv(0, 0, 0, "."))).Answer("example.com", DnsAnswer.Of(DnsRecord.Mx(0, ".")));
        Assert.Equal("", (await Lookup().ServicesAsync(Service, Cancel)).Records.Single().Target);
        Assert.Equal(new MailExchanger(0, ""), (await Lookup().MailExchangersAsync(Domain, Cancel)).Records.Single());
    }

    [Fact]
    public async Task The_strings_of_a_text_record_are_joined()
    {
        _server.Answer("example.com", DnsAnswer.Of(DnsRecord.Txt("v=UAAC1; a=sha256; d=" + new string('x', 400)), DnsRecord.Txt("")));
        Assert.Equal(["v=UAAC1; a=sha256; d=" + new string('x', 400), ""], (await Lookup().TextsAsync("example.com", Cancel)).Records);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_left_out_and_not_cut()
    {
        _server.TruncatesUdp = true;
        _server.Answer("example.com", DnsAnswer.Of(DnsRecord.Txt(new string('x', 5000)), DnsRecord.Txt("short")));
        Assert.Equal(["short"], (await Lookup().TextsAsync("example.com", Cancel)).Records);
    }

    [Fact]
    public async Task Odd_bytes_in_one_record_do_not_spoil_the_others()
    {
        _server.Answer(Service, DnsAnswer.Of(DnsRecord.Srv(1, 1, 993, "\u0001\"; evil.example.com"), DnsRecord.Srv(2, 1, 993, "xn--0.example.com"), DnsRecord.Srv(3, 1, 993, "imap.example.com")))
            .Answer("example.com", DnsAnswer.Of(DnsRecord.Txt("\u00ff\u0000\u001b[2J"), DnsRecord.Txt("sound")));

        var services = (await Lookup().ServicesAsync(Service, Cancel)).Records;
        Assert.Equal(3, services.Count);
        Assert.False(HostName.TryParse(services[0].Target, null, out _));
        Assert.Equal("imap.example.com", services[2].Target);
        Assert.Equal("sound", (await Lookup().TextsAsync("example.com", Cancel)).Records[1]);
    }

    [Fact]
    public async Task An_internationalised_domain_is_asked_in_its_ascii_form()
    {
        _server.Answer("_imaps._tcp.xn--bcher-kva.example", DnsAnswer.Of(DnsRecord.Srv(0, 0, 993, "mail.xn--bcher-kva.example")));
        var reply = await Lookup().ServicesAsync("_imaps._tcp." + HostName.Parse("bücher.example").Value, Cancel);
        Assert.Equal("mail.xn--bcher-kva.example", reply.Records.Single().Target);
    }

    [Theory]
    [InlineData(DnsResponse.NonexistentDomain, FailureKind.HostNotFound)]
    [InlineData(DnsResponse.ServerFailure, FailureKind.LookupFailed)]
    [InlineData(DnsResponse.Refused, FailureKind.LookupFailed)]
    [InlineData(DnsResponse.None, FailureKind.LookupFailed)]
    public async Task No_answer_is_named(DnsResponse response, FailureKind expected)
    {
        _server.Answer("example.com", new DnsAnswer(response, []));
        var reply = await Lookup(timeoutSeconds: 1).MailExchangersAsync(Domain, Cancel);
        Assert.Equal((0, expected), (reply.Records.Count, reply.Failure));
    }

    [Fact]
    public async Task A_name_without_such_records_is_no_failure()
    {
        _server.Answer("example.com", "127.0.0.1");
        var reply = await Lookup().MailExchangersAsync(Domain, Cancel);
        Assert.Equal((0, null), (reply.Records.Count, reply.Failure));
    }

    [Theory]
    [InlineData("")]
    [InlineData("C00C")]
    [InlineData("3F3F3F3F")]
    [InlineData("07786E2D2D2D2D2D00000F000107786E2D2D2D2D2D00000F0001")]
    public async Task A_reply_that_cannot_be_read_is_a_failed_lookup(string garbage)
    {
        _server.Answer("example.com", new DnsAnswer(DnsResponse.Answer, [DnsRecord.Mx(1, "mx.example.com")]) { Garbage = Convert.FromHexString(garbage) });
        Assert.Equal(FailureKind.LookupFailed, (await Lookup().MailExchangersAsync(Domain, Cancel)).Failure);
    }

    [Fact]
    public async Task A_name_that_is_too_long_for_dns_does_not_exist_and_is_not_asked_for()
    {
        var reply = await Lookup().ServicesAsync("_imaps._tcp." + string.Join('.', Enumerable.Repeat(new string('a', 49), 5)), Cancel);
        Assert.Equal(FailureKind.HostNotFound, reply.Failure);
        Assert.Empty(_server.Queries);
    }

    [Theory]
    [InlineData(DnsResponse.None)]
    [InlineData(DnsResponse.ServerFailure)]
    public async Task A_question_that_failed_is_asked_once_more(DnsResponse first)
    {
        _server.Answer("example.com", new DnsAnswer(first, []), DnsAnswer.Of(DnsRecord.Mx(10, "mx.example.com")));
        Assert.Equal("mx.example.com", (await Lookup(timeoutSeconds: 1).MailExchangersAsync(Domain, Cancel)).Records.Single().Exchange);
        Assert.Equal(2, _server.Queries.Count);
    }

    [Fact]
    public async Task A_truncated_answer_is_fetched_whole_over_tcp()
    {
        _server.TruncatesUdp = true;
        _server.Answer("example.com", DnsAnswer.Of(DnsRecord.Mx(10, "mx.example.com")));
        Assert.Single((await Lookup().MailExchangersAsync(Domain, Cancel)).Records);
        Assert.Equal([false, true], _server.Queries.Select(query => query.OverTcp));
    }

    [Fact]
    public async Task Of_an_answer_without_end_only_the_beginning_is_used()
    {
        _server.TruncatesUdp = true;
        _server.Answer("example.com", DnsAnswer.Of([.. Enumerable.Range(0, 1_000).Select(i => DnsRecord.Mx((ushort)i, $"mx{i}.example.com"))]));
        Assert.Equal(32, (await Lookup().MailExchangersAsync(Domain, Cancel)).Records.Count);
    }

    [Fact]
    public async Task A_chain_of_names_ends_at_its_records_and_a_loose_end_is_no_failure()
    {
        var last = DnsRecord.Address(IPAddress.Parse("192.0.2.1")) with { Owner = "c.example.net" };
        _server.Answer("mail.example.com", DnsAnswer.Of(DnsRecord.Cname("b.example.net"), DnsRecord.Cname("c.example.net") with { Owner = "b.example.net" }, last))
            .Answer("loose.example.com", DnsAnswer.Of(DnsRecord.Cname("nowhere.example.net")));
        Assert.Equal([IPAddress.Parse("192.0.2.1")], (await Lookup().AddressesAsync(HostName.Parse("mail.example.com"), Cancel)).Records);
        var loose = await Lookup().AddressesAsync(HostName.Parse("loose.example.com"), Cancel);
        Assert.Equal((0, null), (loose.Records.Count, loose.Failure));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public async Task Authenticated_is_what_a_trusted_resolver_says_of_every_answer(bool trusted, bool ofIpv6Too, bool expected)
    {
        var four = DnsAnswer.Of("192.0.2.1") with { Authenticated = true };
        _server.Answer("example.com", four).Answer("example.com", DnsType.Aaaa, DnsAnswer.Of("2001:db8::1") with { Authenticated = ofIpv6Too });
        var lookup = Lookup(trusted);
        var reply = await lookup.AddressesAsync(Domain, Cancel);
        Assert.Equal((2, expected), (reply.Records.Count, reply.Authenticated));
        Assert.All(_server.Queries, query => Assert.Equal(trusted, query.WantsDnssec));
    }

    [Fact]
    public async Task The_names_of_this_machine_are_known_where_no_resolver_is_set()
    {
        using var lookup = new DnsLookup([], TimeSpan.FromSeconds(2), TimeProvider.System);
        Assert.All((await lookup.AddressesAsync(HostName.Parse("localhost"), Cancel)).Records, address => Assert.True(IPAddress.IsLoopback(address)));
    }

    [Fact]
    public async Task A_question_whose_time_is_up_before_all_name_servers_were_asked_is_answered_all_the_same()
    {
        // Four of 100 ms each are more than the 300 ms that two attempts may take.
        var silent = Enumerable.Range(0, 4).Select(_ => ScriptedDnsServer.Start()).ToList();
        silent.ForEach(server => server.Otherwise = DnsAnswer.None);
        using var lookup = new DnsLookup([.. silent.Select(server => server.EndPoint)], TimeSpan.FromMilliseconds(100), TimeProvider.System);
        Assert.Equal(FailureKind.LookupImpossible, (await lookup.ServicesAsync(Service, Cancel)).Failure);
        foreach (var server in silent) await server.DisposeAsync();
    }

    [Fact]
    public async Task A_dead_first_name_server_costs_the_first_question_a_moment_and_no_question_its_answer()
    {
        await using var dead = ScriptedDnsServer.Start();
        dead.Otherwise = DnsAnswer.None;
        _server.Answer("example.com", DnsAnswer.Of(DnsRecord.Mx(10, "mx.example.com"))).Answer("mx.example.com", "192.0.2.1");
        using var lookup = new DnsLookup([dead.EndPoint, _server.EndPoint], TimeSpan.FromSeconds(30), TimeProvider.System);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var first = lookup.MailExchangersAsync(Domain, Cancel);
        Assert.Same(first, await Task.WhenAny(first, Task.Delay(TimeSpan.FromSeconds(20), TimeProvider.System, limit.Token)));
        Assert.Equal("mx.example.com", (await first).Records.Single().Exchange);
        Assert.True(await lookup.AnswersAsync());

        var asked = dead.Queries.Count;
        Assert.Equal(IPAddress.Parse("192.0.2.1"), (await lookup.AddressesAsync(HostName.Parse("mx.example.com"), Cancel)).Records.Single());
        Assert.Equal(asked, dead.Queries.Count); // who was late stands behind for a while
        await limit.CancelAsync();
    }

    [Fact]
    public async Task Name_servers_that_answer_share_the_questions()
    {
        await using var second = ScriptedDnsServer.Start();
        using var lookup = new DnsLookup([_server.EndPoint, second.EndPoint], TimeSpan.FromSeconds(30), TimeProvider.System);
        for (var i = 0; i < 40; i++) await lookup.ServicesAsync($"_imaps._tcp.customer{i}.example.com", Cancel);
        Assert.InRange(_server.Queries.Count, 15, 40);
        Assert.InRange(second.Queries.Count, 15, 40);
    }

    [Fact]
    public async Task A_question_that_all_name_servers_leave_unanswered_is_the_domains_failure_as_long_as_they_answer_others()
    {
        await using var second = ScriptedDnsServer.Start();
        foreach (var server in new[] { _server, second }) server.Answer("example.com", DnsAnswer.None);
        using var lookup = new DnsLookup([_server.EndPoint, second.EndPoint], TimeSpan.FromSeconds(0.5), TimeProvider.System);
        Assert.Equal(FailureKind.LookupFailed, (await lookup.MailExchangersAsync(Domain, Cancel)).Failure);
        Assert.True(await lookup.AnswersAsync());
    }

    private DnsLookup Lookup(bool trustAuthenticated = false, double timeoutSeconds = 5)
    {
        var lookup = new DnsLookup([_server.EndPoint], TimeSpan.FromSeconds(timeoutSeconds), TimeProvider.System, trustAuthenticated);
        _lookups.Add(lookup);
        return lookup;
    }
}
