using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Sessions;

/// <summary>A server names how often SCRAM hashes the password; it must not set us to work for hours.</summary>
public sealed class ScramTests : IDisposable
{
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public ScramTests() => _certificate = _authority.Good("127.0.0.1");

    [Theory]
    [InlineData("SCRAM-SHA-1", "1000001")]
    [InlineData("SCRAM-SHA-256", "1000001")]
    [InlineData("SCRAM-SHA-512", "1000001")]
    [InlineData("SCRAM-SHA-256", "99999999999999999999")]
    [InlineData("SCRAM-SHA-256", "many")]
    public void Endless_work_is_refused(string mechanism, string iterations) =>
        Assert.Throws<CryptographicException>(() => Answer(mechanism, iterations));

    [Theory]
    [InlineData("SCRAM-SHA-1", "1000000")]
    [InlineData("SCRAM-SHA-256", "4096")]
    [InlineData("SCRAM-SHA-512", "4096")]
    public void What_servers_really_ask_for_is_done(string mechanism, string iterations) =>
        Assert.StartsWith("c=biws,r=", Answer(mechanism, iterations), StringComparison.Ordinal);

    [Fact]
    public async Task A_server_that_asks_for_endless_work_gets_no_proof_and_breaks_the_rules()
    {
        var script = new Pop3Script { ImplicitTls = _certificate, Mechanisms = ["SCRAM-SHA-256"] };
        script.On("AUTH", async command =>
        {
            var first = Decoded(command.Arguments.Split(' ')[1]);
            await command.Connection.WriteLineAsync($"+ {Encoded(FromServer(first, "1000001"))}");
            await command.Connection.ReadLineAsync();
        });
        script.On("CAPA", "+OK\r\nTOP\r\nUIDL\r\nSASL SCRAM-SHA-256\r\n.\r\n");
        await using var server = ScriptedMailServer.Start(script);
        var facts = await Loopback.AssessAsync(server, MailProtocol.Pop3, ConnectionSecurity.ImplicitTls, _authority.Root, Loopback.Credentials);

        Assert.Equal((MailStep.SignIn, FailureKind.ProtocolViolation), (facts.SessionSteps[0].Step, facts.SessionSteps[0].Failure!.Kind));
        var received = (await server.NextConnectionAsync(TestContext.Current.CancellationToken)).Received;
        Assert.StartsWith("AUTH SCRAM-SHA-256 ", received[^1].Text, StringComparison.Ordinal);
    }

    private static string Answer(string name, string iterations)
    {
        var mechanism = SignInMechanism.Create(name, Loopback.Credentials);
        return Decoded(mechanism.Challenge(Encoded(FromServer(Decoded(mechanism.Challenge("")), iterations))));
    }

    // The server's first message: the client's nonce with something behind it, a salt, and the count.
    private static string FromServer(string clientFirst, string iterations) => $"{clientFirst[clientFirst.IndexOf("r=", StringComparison.Ordinal)..]}more,s=c2FsdA==,i={iterations}";

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Decoded(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
