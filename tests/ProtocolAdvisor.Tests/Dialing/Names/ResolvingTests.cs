using System.Net;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Dialing.Names;

/// <summary>Names through a real resolver on loopback: every answer is judged, and what was judged is what is dialled.</summary>
public sealed class ResolvingTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gone.example.com", FailureKind.HostNotFound)]
    [InlineData("empty.example.com", FailureKind.NoAddress)]
    [InlineData("broken.example.com", FailureKind.LookupFailed)]
    [InlineData("silent.example.com", FailureKind.LookupFailed)]
    [InlineData("private.example.com", FailureKind.AddressBlocked)]
    [InlineData("mixed.example.com", FailureKind.AddressBlocked)]
    [InlineData("translated.example.com", FailureKind.AddressBlocked)]
    [InlineData("64:ff9b::7f00:1", FailureKind.AddressBlocked)] // nobody names such an address himself
    public async Task Each_answer_that_leads_nowhere_is_named(string name, FailureKind expected)
    {
        await using var dns = ScriptedDnsServer.Start();
        dns.Answer("empty.example.com", DnsAnswer.Of(Array.Empty<DnsRecord>()))
            .Answer("broken.example.com", DnsAnswer.ServerFailure)
            .Answer("silent.example.com", DnsAnswer.None)
            .Answer("private.example.com", "192.168.1.1")
            .Answer("mixed.example.com", "127.0.0.1", "10.0.0.1")
            .Answer("translated.example.com", "127.0.0.1", "64:ff9b::10.0.0.1");
        var facts = await AssessAsync(dns, name, 1);

        var failure = facts.Probe.Failure!;
        Assert.Equal((MailStep.Resolve, expected), (failure.Step, failure.Kind));
        Assert.Empty(facts.Probe.Addresses);
    }

    [Fact]
    public async Task A_question_that_got_lost_is_asked_again()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript());
        await using var dns = ScriptedDnsServer.Start();
        dns.Answer("lossy.example.com", DnsAnswer.None, DnsAnswer.Of("127.0.0.1"));
        var facts = await AssessAsync(dns, "lossy.example.com", server.Port);
        Assert.Equal("127.0.0.1", facts.Probe.Addresses.Single().Address);
    }

    [Theory]
    [InlineData(DnsResponse.None)]
    [InlineData(DnsResponse.ServerFailure)]
    public async Task A_resolver_that_cannot_answer_for_ipv6_does_not_hide_the_ipv4_address(DnsResponse toAaaa)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript());
        await using var dns = ScriptedDnsServer.Start();
        dns.Answer("mail.example.com", "127.0.0.1").Answer("mail.example.com", DnsType.Aaaa, new DnsAnswer(toAaaa, []));
        var facts = await AssessAsync(dns, "mail.example.com", server.Port);
        Assert.Equal("127.0.0.1", facts.Probe.Addresses.Single().Address);
    }

    [Fact]
    public async Task A_name_that_points_elsewhere_the_second_time_gains_nothing()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript());
        await using var dns = ScriptedDnsServer.Start();
        dns.Answer("rebind.example.com", DnsAnswer.Of("127.0.0.1"), DnsAnswer.Of("127.0.0.1"), DnsAnswer.Of("10.0.0.1"));
        var facts = await AssessAsync(dns, "rebind.example.com", server.Port);
        Assert.Equal("127.0.0.1", facts.Probe.Addresses.Single().Address);
        Assert.Equal(2, dns.Queries.Count); // A and AAAA once: what was judged was dialled
    }

    // A network without IPv4 of its own has its resolver make IPv6 addresses of IPv4 ones (DNS64, RFC 6147): the server behind both is one.
    [Theory]
    [InlineData("127.0.0.1", "64:ff9b::7f00:1")]
    [InlineData("64:ff9b::7f00:1")] // the other question got lost
    public async Task An_address_that_the_network_made_of_another_is_dialled_as_that_one(params string[] addresses)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript());
        await using var dns = ScriptedDnsServer.Start();
        dns.Answer("mail.example.com", addresses);
        var facts = await AssessAsync(dns, "mail.example.com", server.Port);
        Assert.Equal(("127.0.0.1", StepOutcome.Completed), Assert.Single(facts.Probe.Addresses) is var only ? (only.Address, only.Outcome) : default);
    }

    [Fact]
    public async Task All_addresses_are_dialled_and_a_dead_one_does_not_delay_a_live_one_for_long()
    {
        await using var server = ScriptedMailServer.Start(new ImapScript());
        await using var dns = ScriptedDnsServer.Start();
        dns.Answer("mail.example.com", "127.0.0.9", "127.0.0.1");
        var facts = await AssessAsync(dns, "mail.example.com", server.Port);

        Assert.Equal(["127.0.0.1", "127.0.0.9"], facts.Probe.Addresses.Select(x => x.Address).Order());
        Assert.Equal(StepOutcome.Completed, facts.Probe.Addresses.Single(x => x.Address == "127.0.0.1").Outcome);
        Assert.Equal(FailureKind.ConnectionRefused, facts.Probe.Addresses.Single(x => x.Address == "127.0.0.9").Failure!.Kind);
        Assert.Equal(StepOutcome.Completed, facts.Probe.Steps.Single(x => x.Step == MailStep.Connect).Outcome);
    }

    [Fact]
    public async Task The_address_that_answers_second_is_reported_too()
    {
        await using var first = ScriptedMailServer.Start(new ImapScript());
        await using var second = ScriptedMailServer.Start(new ImapScript(), IPAddress.Parse("127.0.0.2"), first.Port);
        await using var dns = ScriptedDnsServer.Start();
        dns.Answer("mail.example.com", "127.0.0.1", "127.0.0.2");
        var facts = await AssessAsync(dns, "mail.example.com", first.Port);
        Assert.All(facts.Probe.Addresses, x => Assert.Equal(StepOutcome.Completed, x.Outcome));
    }

    [Fact]
    public async Task A_port_outside_the_policy_is_not_dialled()
    {
        using var assessor = new MailboxAssessor(new AssessorOptions { Targets = new TargetOptions { AllowedNetworks = Loopback.Targets.AllowedNetworks } }, TimeProvider.System);
        await using var server = ScriptedMailServer.Start(new ImapScript());
        var facts = await assessor.AssessAsync(Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.StartTls)]), null, Cancel);
        Assert.Equal(FailureKind.AddressBlocked, facts.Endpoints[0].Probe.Failure!.Kind);
        Assert.Empty(server.Connections);
    }

    private static async Task<EndpointFacts> AssessAsync(ScriptedDnsServer dns, string name, int port)
    {
        using var assessor = Loopback.Assessor(dns: dns.EndPoint);
        var facts = await assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, port, ConnectionSecurity.StartTls, name)]), null, Cancel);
        return facts.Endpoints[0];
    }
}
