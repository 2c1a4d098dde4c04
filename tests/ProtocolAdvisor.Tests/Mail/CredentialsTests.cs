using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Tests.Mail;

public sealed class CredentialsTests
{
    [Theory]
    [InlineData("jane\r\nDELE 1", "secret")]
    [InlineData("jane\nDELE 1", "secret")]
    [InlineData("jane\0", "secret")]
    [InlineData("jane", "secret\rDELE 1")]
    [InlineData("jane", "secret\n")]
    [InlineData("jane", "sec\0ret")]
    public void What_would_end_our_command_and_begin_another_is_refused(string username, string secret)
    {
        var refusals = new[]
        {
            Assert.Throws<ArgumentException>(() => Credentials.WithPassword(username, new Secret(secret))),
            Assert.Throws<ArgumentException>(() => Credentials.WithAccessToken(username, new Secret(secret))),
        };
        Assert.All(refusals, refusal => Assert.DoesNotContain("sec", refusal.Message.Replace("(Parameter 'secret')", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_else_is_taken_as_it_is() => Assert.Equal("jäne \t{5}\"", Credentials.WithPassword("jäne \t{5}\"", new Secret("\\ \"ü")).Username);
}
