using System.Net;
using System.Net.Sockets;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Dialing;

/// <summary>What our own machine cannot do is told as ours, and never as the server's. The broadcast address has no route for a connection on any machine.</summary>
public sealed class LocalFaultTests
{
    private const string NoRoute = "255.255.255.255";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly TargetOptions Everywhere = Loopback.Targets with { AllowedNetworks = [.. Loopback.Targets.AllowedNetworks, IPNetwork.Parse("255.255.255.255/32")] };

    [Theory]
    [InlineData(SocketError.TooManyOpenSockets)]
    [InlineData(SocketError.NoBufferSpaceAvailable)]
    [InlineData(SocketError.AddressNotAvailable)]
    [InlineData(SocketError.AddressFamilyNotSupported)]
    [InlineData(SocketError.AccessDenied)]
    public void What_the_kernel_says_of_our_own_machine_has_a_name_of_its_own(SocketError error)
    {
        using var deadline = new Deadline(TimeSpan.FromSeconds(5), TimeProvider.System, Cancel);
        Assert.Equal(FailureKind.LocalFault, FailureClassifier.KindOf(new SocketException((int)error), deadline));
        Assert.Equal(FailureKind.LocalFault, FailureClassifier.KindOf(new IOException("read", new SocketException((int)error)), deadline));
        Assert.True(FailureClassifier.IsLocal(new AggregateException(new InvalidOperationException("dns", new SocketException((int)error)))));
    }

    [Fact]
    public async Task An_address_to_which_we_have_no_way_hides_nothing_of_the_other_and_is_no_finding()
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("mail.example.com");
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = certificate });
        await using var dns = ScriptedDnsServer.Start();
        dns.Answer("mail.example.com", NoRoute, "127.0.0.1");
        var facts = await AssessAsync("mail.example.com", server.Port, dns.EndPoint, authority);

        var probe = facts.Endpoints[0].Probe;
        Assert.True(probe.Usable);
        var address = probe.Addresses.Single(x => x.Address == NoRoute);
        Assert.Equal((StepOutcome.NotAttempted, FailureKind.LocalFault), (address.Outcome, address.Failure!.Kind));
        Assert.DoesNotContain(Diagnosis.Of(facts, null), x => x.Code is FindingCode.AddressesDisagree or FindingCode.LocalFault or FindingCode.Ipv4BrokenIpv6Ok);
    }

    [Fact]
    public async Task A_host_to_which_we_have_no_way_at_all_could_not_be_found_out_about()
    {
        using var authority = new TestCertificates();
        await using var dns = ScriptedDnsServer.Start();
        dns.Answer("mail.example.com", NoRoute);
        var facts = await AssessAsync("mail.example.com", 993, dns.EndPoint, authority);

        Assert.Equal((MailStep.Connect, FailureKind.LocalFault), (facts.Endpoints[0].Probe.Failure!.Step, facts.Endpoints[0].Probe.Failure!.Kind));
        Assert.Equal(FindingCode.LocalFault, Assert.Single(Diagnosis.Of(facts, null)).Code);
        Assert.Equal(Access.Unknown(AccessCause.NotExamined), KnownFacts.From(facts).Imap!.Access);
        var heading = new ReportHeading("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, null);
        Assert.Equal(SummaryState.CouldNotFindOut, new AssessedRun(heading, facts, new()).Report(Language.English).Summary.State);
    }

    private static async Task<AssessmentFacts> AssessAsync(string host, int port, IPEndPoint dns, TestCertificates authority)
    {
        using var assessor = new ProtocolAdvisor.Running.MailboxAssessor(
            new ProtocolAdvisor.Running.AssessorOptions { Targets = Everywhere, DnsServers = [dns], TrustedRoots = [authority.Root] }, TimeProvider.System);
        return await assessor.AssessAsync(Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, port, ConnectionSecurity.ImplicitTls, host)], null), null, Cancel);
    }
}
