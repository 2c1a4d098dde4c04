using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>POP3 servers that refuse their lists, never end them, or tell absurd numbers: what STAT told stays known.</summary>
public sealed class HardMaildropTests : IDisposable
{
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public HardMaildropTests() => _certificate = _authority.Good("127.0.0.1");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refused_lists_leave_the_count_and_no_fault(bool pipelining)
    {
        var script = Script(pipelining).On("LIST", "-ERR not here\r\n").On("UIDL", "-ERR nor that\r\n");
        var facts = await AssessAsync(script);
        Assert.Equal((3, false, null, null), (facts.Pop3!.Messages, facts.Pop3.Uidl, facts.Pop3.LargestMessageBytes, facts.Pop3.Fetch));
        Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Null(step.Failure));
    }

    [Theory]
    [InlineData("LIST", true)]
    [InlineData("LIST", false)]
    [InlineData("UIDL", true)]
    public async Task A_connection_lost_in_a_list_leaves_the_count(string verb, bool pipelining)
    {
        var facts = await AssessAsync(Script(pipelining).On(verb, Replies.Text("+OK\r\n1 10\r\n", Replies.Close)));
        Assert.Equal(3, facts.Pop3!.Messages);
        Assert.Equal(MailStep.OpenMailbox, Assert.Single(facts.Endpoints[0].SessionSteps, step => step.Failure is not null).Step);
    }

    [Fact]
    public async Task Lists_too_long_to_keep_that_were_asked_for_ahead_are_passed_over()
    {
        const int messages = Pop3Session.MaxListed + 1;
        var lines = string.Concat(Enumerable.Range(1, messages).Select(n => $"{n} 10\r\n"));
        var script = Script().On("STAT", $"+OK {messages} 5000000\r\n").On("LIST", $"+OK\r\n{lines}.\r\n").On("UIDL", $"+OK\r\n{lines}.\r\n");
        var facts = await AssessAsync(script);
        Assert.Equal((messages, 5_000_000, true, null), (facts.Pop3!.Messages, facts.Pop3.Bytes, facts.Pop3.Uidl, facts.Pop3.Fetch));
        Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Null(step.Failure));
    }

    [Theory]
    [InlineData("3 9007199254740993")]
    [InlineData("9223372036854775807 3")]
    [InlineData("3 18446744073709551615")]
    public async Task A_count_beyond_belief_breaks_the_protocol(string numbers)
    {
        var facts = await AssessAsync(Script().On("STAT", $"+OK {numbers}\r\n"));
        Assert.Null(facts.Pop3?.Bytes);
        var failure = Assert.Single(facts.Endpoints[0].SessionSteps, step => step.Failure is not null).Failure!;
        Assert.Equal((MailStep.OpenMailbox, FailureKind.ProtocolViolation), (failure.Step, failure.Kind));
    }

    [Fact]
    public async Task A_messages_size_beyond_belief_makes_the_list_worth_nothing()
    {
        var facts = await AssessAsync(Script().On("LIST", "+OK\r\n1 10\r\n2 9007199254740993\r\n3 10\r\n.\r\n"));
        Assert.Equal((3, true, null, null), (facts.Pop3!.Messages, facts.Pop3.Uidl, facts.Pop3.LargestMessageBytes, facts.Pop3.Fetch));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }

    private Pop3Script Script(bool pipelining = true) =>
        new Pop3Script { ImplicitTls = _certificate, Capabilities = pipelining ? ["TOP", "UIDL", "PIPELINING"] : ["TOP", "UIDL"] };

    private async Task<AssessmentFacts> AssessAsync(MailScript script)
    {
        await using var server = ScriptedMailServer.Start(script);
        using var assessor = Loopback.Assessor(_authority.Root);
        var endpoint = Loopback.Endpoint(MailProtocol.Pop3, server.Port, ConnectionSecurity.ImplicitTls);
        return await assessor.AssessAsync(Loopback.Subject([endpoint], Loopback.Credentials), null, TestContext.Current.CancellationToken);
    }
}
