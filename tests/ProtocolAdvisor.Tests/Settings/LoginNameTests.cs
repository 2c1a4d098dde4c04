using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Tests.Settings;

public class LoginNameTests
{
    [Theory]
    [InlineData("")]
    [InlineData("%EMAILLOCALPART%\u0000b")]
    [InlineData("%EMAILLOCALPART%\r\nb")]
    [InlineData("%EMAILLOCALPART%\u202Eb")]
    [InlineData("%EMAILLOCALPART%\u2028b")]
    [InlineData("%EMAILLOCALPART%\uFFFEb")]
    [InlineData("%EMAILLOCALPART%\uD800b")]
    public void Text_that_no_client_could_show_is_left_to_the_user(string template) => Assert.Equal(LoginName.OnlyUserKnows, LoginName.Of(template));

    [Fact]
    public void Endless_text_is_left_to_the_user() => Assert.Equal(LoginName.OnlyUserKnows, LoginName.Of("%EMAILLOCALPART%" + new string('x', 321)));

    [Theory]
    [InlineData("office")]
    [InlineData("jane@example.com")]
    [InlineData("%USERNAME%")]
    public void A_name_that_does_not_follow_from_the_address_is_somebodys_own(string template) => Assert.Equal(LoginName.OnlyUserKnows, LoginName.Of(template));

    [Theory]
    [InlineData("%EMAILLOCALPART%@local.domain", "%EMAILLOCALPART%@local.domain")]
    [InlineData("%EMAILLOCALPART%@%EMAILDOMAIN%", "%EMAILADDRESS%")]
    public void A_form_with_placeholders_is_known(string template, string form) => Assert.Equal((form, LoginNameBasis.Known), (LoginName.Of(template).Template, LoginName.Of(template).Basis));
}
