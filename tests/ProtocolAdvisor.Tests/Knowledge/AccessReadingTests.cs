using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Knowledge;

/// <summary>Only a named cause that lasts makes a protocol unusable; what may pass, and what we could not do, leaves it unknown and says why.</summary>
public class AccessReadingTests
{
    [Theory]
    [InlineData(MailStep.Greeting, FailureKind.GreetingRejected, AccessCause.MayPass)]
    [InlineData(MailStep.Greeting, FailureKind.ConnectionReset, AccessCause.MayPass)]
    [InlineData(MailStep.TlsHandshake, FailureKind.TimedOut, AccessCause.MayPass)]
    [InlineData(MailStep.Greeting, FailureKind.TimedOut, AccessCause.MayPass)]
    [InlineData(MailStep.Capability, FailureKind.TimedOut, AccessCause.MayPass)]
    [InlineData(MailStep.Connect, FailureKind.TargetBusy, AccessCause.NotExamined)]
    [InlineData(MailStep.Connect, FailureKind.AddressBlocked, AccessCause.NotExamined)]
    [InlineData(MailStep.Resolve, FailureKind.LookupImpossible, AccessCause.NotExamined)]
    public void What_may_pass_and_what_we_could_not_do_changes_no_protocol(MailStep step, FailureKind kind, AccessCause reason)
    {
        var facts = Run(Failed(Imaps, step, kind), Healthy(Pop3s));
        Assert.Equal(Access.Unknown(reason), KnownFacts.From(facts).Imap!.Access);
        Assert.Equal(MailProtocol.Imap, Advise(facts));
    }

    [Theory]
    [InlineData(MailStep.Resolve, FailureKind.HostNotFound)]
    [InlineData(MailStep.Connect, FailureKind.ConnectionRefused)]
    [InlineData(MailStep.Connect, FailureKind.TimedOut)]
    [InlineData(MailStep.TlsHandshake, FailureKind.TlsFailed)]
    [InlineData(MailStep.Greeting, FailureKind.WrongProtocol)]
    [InlineData(MailStep.Capability, FailureKind.ProtocolViolation)]
    public void What_lasts_puts_the_protocol_out(MailStep step, FailureKind kind)
    {
        var facts = Run(Failed(Imaps, step, kind), Healthy(Pop3s));
        Assert.Equal(Access.Unusable(AccessCause.ServerFails), KnownFacts.From(facts).Imap!.Access);
        Assert.Equal(MailProtocol.Pop3, Advise(facts));
    }

    [Fact]
    public void A_stall_at_one_endpoint_leaves_the_protocol_open_beside_a_refused_port() => Assert.Equal(
        Access.Unknown(AccessCause.MayPass),
        KnownFacts.From(Run(Failed(Imap, MailStep.Connect, FailureKind.ConnectionRefused), Failed(Imaps, MailStep.Greeting, FailureKind.TimedOut))).Imap!.Access);

    // The last two are how runs kept before told a refused EXAMINE and a refused STAT.
    [Theory]
    [InlineData(FailureKind.MailboxRefused)]
    [InlineData(FailureKind.CapabilityMissing)]
    [InlineData(FailureKind.SignInRejected)]
    public void A_mailbox_is_shut_where_the_server_names_a_reason_that_lasts_and_may_open_where_it_names_none(FailureKind kind)
    {
        Assert.Equal(AccessState.Unusable, Opening(kind, "NO [NOPERM] IMAP is disabled for this account").State);
        Assert.Equal(Access.Unknown(AccessCause.MayPass), Opening(kind, "NO no"));
    }

    [Theory]
    [InlineData(FailureKind.FolderListRefused, AccessState.Usable)]
    [InlineData(FailureKind.TimedOut, AccessState.Unknown)]
    public void A_refused_list_of_folders_leaves_the_mailbox_open_and_a_stall_leaves_it_unknown(FailureKind kind, AccessState state) =>
        Assert.Equal(state, Opening(kind, "NO no").State);

    [Fact]
    public void A_mailbox_that_another_session_uses_may_open_later() => Assert.Equal(
        Access.Unknown(AccessCause.MayPass), KnownFacts.From(SignedIn(new(MailStep.OpenMailbox, FailureKind.MailboxRefused, "NO [INUSE] locked", 30))).Imap!.Opening);

    [Fact]
    public void What_a_caller_tells_is_told() =>
        Assert.Equal((Access.Usable, Access.Unusable(AccessCause.Told), default), (Told(true), Told(false), Told(null)));

    private static Access Opening(FailureKind kind, string reply) => KnownFacts.From(SignedIn(new(MailStep.OpenMailbox, kind, reply, 30))).Imap!.Opening;

    private static Access Told(bool? usable) => new ImapKnowledge { Usable = usable }.Access;

    private static AssessmentFacts SignedIn(Failure failure) => Run(With(
        Healthy(Imaps), new SignInResult(SignInOutcome.Accepted, "PLAIN", 50, "OK"), new StepResult(failure.Step, StepOutcome.Failed, 30, 1, failure)));

    // Where nothing is told of the use, it is IMAP, as long as that is not out.
    private static MailProtocol? Advise(AssessmentFacts facts) => Advisor.Advise(new Usage(), KnownFacts.From(facts)).Protocol;
}
