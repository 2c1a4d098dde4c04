using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Sessions;

/// <summary>The one mechanism of a sign-in, and how its message goes over the line.</summary>
public sealed class SignInMechanismTests : IDisposable
{
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public SignInMechanismTests() => _certificate = _authority.Good("127.0.0.1");

    [Theory]
    [InlineData("LOGIN PLAIN", "USER", "PLAIN")]
    [InlineData("SCRAM-SHA-256 LOGIN", "USER", "LOGIN")]
    [InlineData("SCRAM-SHA-256 XOAUTH2", "USER", "USER")]
    [InlineData("SCRAM-SHA-1 SCRAM-SHA-512 SCRAM-SHA-256", null, "SCRAM-SHA-512")]
    [InlineData("SCRAM-SHA-1 SCRAM-SHA-256", null, "SCRAM-SHA-256")]
    [InlineData("SCRAM-SHA-1 CRAM-MD5", null, "SCRAM-SHA-1")]
    public void A_password_goes_by_the_shortest_way_that_nobody_can_crack(string offered, string? ownCommand, string expected) =>
        Assert.Equal((expected, null), SignInMechanism.Choose(offered.Split(' '), Loopback.Credentials, ownCommand));

    [Theory]
    [InlineData("CRAM-MD5 NTLM GSSAPI", SignInReason.AuthLegacyMechanismsOnly)]
    [InlineData("XOAUTH2 OAUTHBEARER", SignInReason.AuthOauthOnly)]
    [InlineData("XOAUTH2 GSSAPI", SignInReason.AuthOauthOnly)]
    [InlineData("GSSAPI", SignInReason.AuthNoUsableMechanism)]
    public void Without_a_way_for_passwords_the_reason_is_what_is_offered_instead(string offered, SignInReason reason) =>
        Assert.Equal((null, reason), SignInMechanism.Choose(offered.Split(' '), Loopback.Credentials, null));

    [Theory]
    [InlineData("XOAUTH2 PLAIN OAUTHBEARER", "OAUTHBEARER", null)]
    [InlineData("PLAIN XOAUTH2", "XOAUTH2", null)]
    [InlineData("PLAIN LOGIN", null, SignInReason.AuthMechanismMissing)]
    public void A_token_is_never_given_as_a_password(string offered, string? expected, SignInReason? reason) => Assert.Equal(
        (expected, reason), SignInMechanism.Choose(offered.Split(' '), Credentials.WithAccessToken(Loopback.Jane, new Secret("token")), "USER"));

    // RFC 5034 §4: 255 octets, the line's end included. With this user name a token of 144 letters makes just that.
    [Theory]
    [InlineData(144, true)]
    [InlineData(145, false)]
    public async Task A_message_beyond_255_octets_waits_for_the_servers_plus(int letters, bool rides)
    {
        var token = new string('t', letters);
        await using var server = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = _certificate, Mechanisms = ["XOAUTH2"], AccessToken = token });
        var facts = await Loopback.AssessAsync(
            server, MailProtocol.Pop3, ConnectionSecurity.ImplicitTls, _authority.Root, Credentials.WithAccessToken(Loopback.Jane, new Secret(token)));

        Assert.Equal(SignInOutcome.Accepted, facts.SignIn.Outcome);
        var sent = (await server.NextConnectionAsync(TestContext.Current.CancellationToken)).Received.Select(line => line.Text).ToList();
        var command = sent.FindIndex(line => line.StartsWith("AUTH XOAUTH2", StringComparison.Ordinal));
        Assert.Equal(rides ? 253 : "AUTH XOAUTH2".Length, sent[command].Length);
        Assert.Equal(!rides, sent[command + 1].Length > 240);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
