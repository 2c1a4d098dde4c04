using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>The sign-in goes to the best endpoint, and not to the quickest.</summary>
public sealed class PatienceTests
{
    [Fact]
    public async Task A_better_endpoint_that_answers_a_little_later_gets_the_sign_in()
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.1");
        await using var quick = ScriptedMailServer.Start(new ImapScript { StartTls = certificate });
        var late = new ImapScript { ImplicitTls = certificate, Greeting = "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready" };

        // It greets only once the quick one was spoken to and has had time to be done.
        late.On(MailScript.AtGreeting, async command =>
        {
            await (await quick.NextConnectionAsync(command.Connection.Stopped)).Transcript.LineAsync("STARTTLS").WaitAsync(command.Connection.Stopped);
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, command.Connection.Stopped);
            await command.Connection.WriteLineAsync(late.Greeting);
        });
        await using var better = ScriptedMailServer.Start(late);
        using var assessor = Loopback.Assessor(authority.Root);
        var facts = await assessor.AssessAsync(
            Loopback.Subject(
                [
                    Loopback.Endpoint(MailProtocol.Imap, better.Port, ConnectionSecurity.ImplicitTls),
                    Loopback.Endpoint(MailProtocol.Imap, quick.Port, ConnectionSecurity.StartTls),
                ],
                Loopback.Credentials),
            null, TestContext.Current.CancellationToken);

        Assert.Equal([SignInOutcome.Accepted, SignInOutcome.NotAttempted], facts.Endpoints.Select(x => x.SignIn.Outcome));
        Assert.Equal(SignInReason.OtherEndpointPreferred, facts.Endpoints[1].SignIn.Reason);
    }
}
