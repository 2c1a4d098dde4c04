using System.Text;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Sessions;

/// <summary>A sign-in ends, its messages cannot be led astray by a name, and what it came to is told apart from what it will come to later.</summary>
public sealed class LongSignInTests
{
    [Fact]
    public async Task A_server_that_goes_on_asking_is_not_answered_for_ever()
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.1");
        var asked = 0;
        var script = new Pop3Script { ImplicitTls = certificate, Mechanisms = ["XOAUTH2"], AccessToken = "token" }.On("AUTH", async command =>
        {
            do
            {
                asked++;
                await command.Connection.WriteLineAsync("+ eyJzdGF0dXMiOiI0MDAifQ==");
            }
            while (asked < 1000 && await command.Connection.ReadLineAsync() is not null);
        });
        await using var server = ScriptedMailServer.Start(script);
        var facts = await Loopback.AssessAsync(
            server, MailProtocol.Pop3, ConnectionSecurity.ImplicitTls, authority.Root, Credentials.WithAccessToken(Loopback.Jane, new Secret("token")));
        Assert.NotEqual(SignInOutcome.Accepted, facts.SignIn.Outcome);
        Assert.InRange(asked, 1, 20);
    }

    [Fact]
    public void A_user_name_cannot_add_fields_to_the_message_of_OAUTHBEARER()
    {
        var endpoint = Loopback.Endpoint(MailProtocol.Pop3, 995, ConnectionSecurity.ImplicitTls, "mail.example.com");
        var message = OAuthBearer.Message(endpoint, Credentials.WithAccessToken("a=b,c", new Secret("token")));
        Assert.Equal("n,a=a=3Db=2Cc,\u0001host=mail.example.com\u0001port=995\u0001auth=Bearer token\u0001\u0001", Encoding.UTF8.GetString(Convert.FromBase64String(message)));
    }

    [Theory]
    [InlineData(SignInReason.AuthRateLimited, true)]
    [InlineData(SignInReason.AuthTooManyConnections, true)]
    [InlineData(SignInReason.AuthBandwidthExceeded, true)]
    [InlineData(SignInReason.AuthTemporaryFailure, true)]
    [InlineData(SignInReason.Pop3MailboxInUse, true)]
    [InlineData(SignInReason.Pop3LoginDelay, true)]
    [InlineData(SignInReason.ConnectionFailed, true)]
    [InlineData(SignInReason.AuthBadCredentials, false)]
    [InlineData(SignInReason.AccountLocked, false)]
    [InlineData(SignInReason.AuthTlsRequired, false)]
    public void What_means_not_now_says_nothing_against_the_protocol(SignInReason reason, bool passes) =>
        Assert.Equal(passes, new SignInResult(SignInOutcome.Rejected, Reason: reason).IsPassing);
}
