using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Sessions;

public class SignInRefusalTests
{
    private const string Good = "text | unsafe login | auth-client-id-required | NetEase | 2026-07 | https://example.com/ | NO SELECT Unsafe Login";

    public static TheoryData<string, SignInReason> Replies => [.. RefusalList.Official.Select(x => new TheoryDataRow<string, SignInReason>(Reply(x), x.Reason))];

    [Theory]
    [MemberData(nameof(Replies))]
    public void Every_known_wording_is_read_to_its_reason(string reply, SignInReason reason) => Assert.Equal(reason, SignInRefusal.Read(reply, isAccessToken: false));

    [Fact]
    public void Every_row_decides_something() => Assert.All(
        RefusalList.Official, row => Assert.Equal(row, RefusalList.Official.First(x => x.Sign == row.Sign && row.Words.Contains(x.Words, StringComparison.OrdinalIgnoreCase))));

    // Gmail, iCloud, web.de and GMX, Fastmail, NetEase, QQ: whatever is wrong, they say the same.
    [Theory]
    [InlineData("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)")]
    [InlineData("NO [AUTHENTICATIONFAILED] Authentication failed")]
    [InlineData("NO authentication failed")]
    [InlineData("NO Incorrect username or password.")]
    [InlineData("NO LOGIN Login error or password error")]
    [InlineData("NO Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy.")]
    public void A_reply_that_names_no_cause_is_of_wrong_credentials_or_an_invalid_token(string reply)
    {
        Assert.Null(SignInRefusal.Known(reply));
        Assert.Equal(SignInReason.AuthBadCredentials, SignInRefusal.Read(reply, isAccessToken: false));
        Assert.Equal(SignInReason.AuthTokenInvalid, SignInRefusal.Read(reply, isAccessToken: true));
    }

    [Fact]
    public void The_code_is_believed_before_the_words() =>
        Assert.Equal(SignInReason.Pop3MailboxInUse, SignInRefusal.Known("-ERR [IN-USE] Temporary authentication failure."));

    [Theory]
    [InlineData("text | unsafe login | auth-client-id-required | NetEase | 2026-07 | https://example.com/")]
    [InlineData("words | unsafe login | auth-client-id-required | NetEase | 2026-07 | https://example.com/ | -")]
    [InlineData("text |  | auth-client-id-required | NetEase | 2026-07 | https://example.com/ | -")]
    [InlineData("text | unsafe login | auth-no-such-reason | NetEase | 2026-07 | https://example.com/ | -")]
    [InlineData("text | unsafe login | 7 | NetEase | 2026-07 | https://example.com/ | -")]
    [InlineData("text | unsafe login | auth-client-id-required | NetEase | last summer | https://example.com/ | -")]
    [InlineData("text | unsafe login | auth-client-id-required | NetEase | 2026-07 |  | -")]
    public void A_row_that_cannot_be_read_is_named_by_its_line(string row)
    {
        using var list = new StringReader($"# head\n\n{Good}\n{row}\n");
        Assert.StartsWith("Line 4 ", Assert.Throws<FormatException>(() => RefusalList.Read(list)).Message, StringComparison.Ordinal);
    }

    // Where the source quotes no whole reply, the words alone must do.
    private static string Reply(KnownRefusal row) => row.Example ?? (row.Sign == RefusalSign.Text ? $"NO {row.Words}" : $"NO [{row.Words}] no");
}
