using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests;

/// <summary>What we could not look at is unknown; what we looked at in vain is not.</summary>
public sealed class UnexaminedTests
{
    [Theory]
    [InlineData(MailStep.Resolve, FailureKind.AddressBlocked)]
    [InlineData(MailStep.Resolve, FailureKind.LookupFailed)]
    [InlineData(MailStep.Resolve, FailureKind.LookupImpossible)]
    [InlineData(MailStep.Resolve, FailureKind.TimedOut)]
    [InlineData(MailStep.Connect, FailureKind.AddressBlocked)]
    [InlineData(MailStep.Connect, FailureKind.TargetBusy)]
    [InlineData(MailStep.Greeting, FailureKind.DeadlineReached)]
    [InlineData(MailStep.Greeting, FailureKind.Unexpected)]
    public void Our_own_limits_leave_a_protocol_unknown(MailStep step, FailureKind kind) =>
        Assert.Null(KnownFacts.From(Run(Failed(Imaps, step, kind), Failed(Imap, MailStep.Connect, FailureKind.ConnectionRefused))).Imap!.Usable);

    [Theory]
    [InlineData(MailStep.Resolve, FailureKind.HostNotFound)]
    [InlineData(MailStep.Connect, FailureKind.ConnectionRefused)]
    [InlineData(MailStep.Connect, FailureKind.TimedOut)]
    [InlineData(MailStep.Connect, FailureKind.HostUnreachable)]
    [InlineData(MailStep.TlsHandshake, FailureKind.TlsFailed)]
    public void What_the_server_or_its_names_said_does_not(MailStep step, FailureKind kind) =>
        Assert.False(KnownFacts.From(Run(Failed(Imaps, step, kind))).Imap!.Usable);

    [Fact]
    public void Addresses_to_which_our_machine_has_no_way_say_nothing_of_the_server() => Assert.Null(
        KnownFacts.From(Run(Failed(Imaps, MailStep.Connect, FailureKind.LocalFault) with { Addresses = [Address("2001:db8::1", StepOutcome.NotAttempted)] })).Imap!.Usable);
}
