using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Findings;

/// <summary>What a run could not judge is told: the absence of such a finding says nothing.</summary>
public sealed class UnjudgedTests
{
    private static readonly FindingCode[] OfAddresses =
        [FindingCode.Ipv6BrokenIpv4Ok, FindingCode.Ipv4BrokenIpv6Ok, FindingCode.AddressesDisagree, FindingCode.AddressCertificateBad];

    [Fact]
    public void One_endpoint_speaks_for_its_host()
    {
        Assert.Empty(Of(Asked(Healthy(Imaps)), Healthy(Pop3s)));
        Assert.Equal([FindingCode.TlsLegacyOffered], Of(Healthy(Imaps), Healthy(Pop3s)));
        Assert.Equal([FindingCode.TlsLegacyOffered], Of(Asked(Healthy(Imaps)), Healthy(At(MailProtocol.Pop3, 995, ConnectionSecurity.ImplicitTls, "pop.example.com"))));
    }

    [Fact]
    public void Where_the_question_makes_no_sense_nothing_is_open() => Assert.Empty(Of(Healthy(At(MailProtocol.Imap, 143, ConnectionSecurity.StartTls))));

    [Theory]
    [InlineData(null, true)]
    [InlineData("-ERR TLS required to log in", false)]
    public void An_offer_of_user_before_tls_is_open_until_it_is_answered(string? reply, bool isOpen)
    {
        var probe = Healthy(At(MailProtocol.Pop3, 110, ConnectionSecurity.StartTls)) with { CapabilitiesBeforeTls = new(["USER", "STLS"]), UserInClearReply = reply };
        Assert.Equal(isOpen ? [FindingCode.PlaintextLoginAllowed] : [], Of(probe));
    }

    [Theory]
    [InlineData(StepOutcome.NotAttempted, null, true)]
    [InlineData(StepOutcome.NotAttempted, FailureKind.AddressBlocked, false)]
    [InlineData(StepOutcome.Failed, FailureKind.DeadlineReached, true)]
    [InlineData(StepOutcome.Failed, FailureKind.TargetBusy, true)]
    [InlineData(StepOutcome.Failed, FailureKind.ConnectionRefused, false)]
    [InlineData(StepOutcome.Completed, null, true)]
    public void An_address_that_was_not_looked_at_is_open(StepOutcome outcome, FailureKind? kind, bool isOpen)
    {
        var seen = new AddressResult("192.0.2.1", AddressFamilyName.Ipv4, StepOutcome.Completed, 10, null) { Greeting = "* OK" };
        var other = new AddressResult("192.0.2.2", AddressFamilyName.Ipv4, outcome, null, kind is { } failed ? new Failure(MailStep.Connect, failed, null, 0) : null);
        Assert.Equal(isOpen ? OfAddresses.Order() : [], Of(Asked(Healthy(Imaps)) with { Addresses = [seen, other] }));
    }

    private static ProbeResult Asked(ProbeResult probe) => probe with { LegacyTlsOffered = false };

    private static IReadOnlyList<FindingCode> Of(params ProbeResult[] probes) => Unjudged.Of(Run(probes));
}
