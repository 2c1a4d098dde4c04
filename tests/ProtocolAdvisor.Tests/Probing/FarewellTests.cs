using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Probing;

/// <summary>A server that says goodbye in the middle: its words are the cause, wherever they come.</summary>
public sealed class FarewellTests
{
    [Theory]
    [InlineData("CAPABILITY", "* CAPABILITY IMAP4rev1 STARTTLS\r\n* BYE Shutting down\r\n{tag} OK done\r\n", MailStep.Capability)]
    [InlineData("STARTTLS", "* BYE Shutting down\r\n{tag} OK go on\r\n", MailStep.StartTls)]
    public async Task A_goodbye_inside_a_reply_ends_the_conversation_with_the_servers_words(string verb, string reply, MailStep step)
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.1");
        await using var server = ScriptedMailServer.Start(new ImapScript { StartTls = certificate, Greeting = "* OK ready" }.On(verb, reply));
        var facts = await Loopback.AssessAsync(server, MailProtocol.Imap, ConnectionSecurity.StartTls, authority.Root);

        Assert.False(facts.Probe.Usable);
        Assert.Equal((step, "* BYE Shutting down"), (facts.Probe.Failure!.Step, facts.Probe.Failure.Reply));
        Assert.Contains(Diagnosis.Of(Facts.Run(facts), null), x => x.Severity == Severity.Blocking && x.Shown() == "* BYE Shutting down");
    }
}
