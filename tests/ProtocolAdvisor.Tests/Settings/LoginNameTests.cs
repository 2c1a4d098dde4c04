using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Tests.Settings;

public class LoginNameTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a\u0000b")]
    [InlineData("a\r\nb")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u2028b")]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uD800b")]
    public void Text_that_no_client_could_show_is_left_to_the_user(string template) => Assert.Equal(LoginName.OnlyUserKnows, LoginName.Of(template));

    [Fact]
    public void Endless_text_is_left_to_the_user() => Assert.Equal(LoginName.OnlyUserKnows, LoginName.Of(new string('x', 321)));

    [Fact]
    public void A_name_with_a_placeholder_is_nobodys_own()
    {
        Assert.Null(LoginName.Of("%EMAILLOCALPART%@local.domain").Literal);
        Assert.Null(LoginName.OnlyUserKnows.Literal);
        Assert.Equal("büro 😀", LoginName.Of("büro 😀").Literal);
    }
}
