using System.Text;
using CsCheck;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Sessions;

public sealed class ScrubberTests
{
    [Fact]
    public void A_secret_does_not_come_through_in_base64_whatever_it_is_wrapped_in() => Gen.Select(
        Gen.String[Gen.Char["abcXYZ0189+/=%&ä "], 6, 24], Gen.Byte.Array[0, 40], Gen.Byte.Array[0, 40]).Sample((secret, before, after) =>
    {
        var scrubber = new Scrubber(Credentials.WithAccessToken("jane@example.com", new Secret(secret)));
        var bytes = Encoding.UTF8.GetBytes(secret);
        var shown = scrubber.Clean("error " + Convert.ToBase64String([.. before, .. bytes, .. after]));

        // Of the secret's own characters at most those at its edges are left, which its neighbours share.
        for (var lead = 0; lead < 3; lead++)
        {
            var own = Convert.ToBase64String([.. new byte[lead], .. bytes])[((lead * 8 + 5) / 6)..((lead + bytes.Length) * 8 / 6)];
            Assert.DoesNotContain(own, shown, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void The_users_address_does_not_come_through_where_the_user_name_is_another()
    {
        var scrubber = new Scrubber(Credentials.WithPassword("u4711", new Secret("secret")), EmailAddress.Parse("jane.doe@example.com"));
        Assert.Equal("-ERR [AUTH] mailbox ***: bad password for ***", scrubber.Clean("-ERR [AUTH] mailbox jane.doe@example.com: bad password for Jane.Doe"));
    }

    [Fact]
    public void Scrubbing_comes_before_cutting()
    {
        var scrubber = new Scrubber(Credentials.WithPassword("jane@example.com", new Secret("S3cretPassw0rd!")));
        var shown = scrubber.Clean(new string('x', 505) + "S3cretPassw0rd!");
        Assert.DoesNotContain("S3cret", shown, StringComparison.Ordinal);
    }
}
