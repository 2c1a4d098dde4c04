using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Tests.Reports;

public class NameFormTests
{
    [Theory]
    [InlineData("Jane@Example.com", "jane@example.com", "%EMAILADDRESS%")]
    [InlineData("jane@müller.example", "jane@müller.example", "%EMAILADDRESS%")]
    [InlineData("jane@müller.example", "jane@xn--mller-kva.example", "%EMAILADDRESS%")]
    [InlineData("jane@xn--mller-kva.example", "jane@müller.example", "%EMAILADDRESS%")]
    [InlineData("JANE", "jane@example.com", "%EMAILLOCALPART%")]
    [InlineData(@"EXAMPLE\jane", "jane@example.com", "E***")]
    [InlineData("  jane@example.com", "jane@example.com", "j***")]
    [InlineData("   ", "jane@example.com", "***")]
    [InlineData("%EMAILADDRESS%", "jane@example.com", "%***")]
    [InlineData("jane@example.com", null, "j***")]
    public void A_name_is_shown_as_a_placeholder_or_masked_and_stated_only_as_the_first(string username, string? email, string shown)
    {
        Assert.Equal(shown, NameForm.Of(username, email is null ? null : EmailAddress.Parse(email)));
        Assert.Equal(shown.EndsWith('*') ? LoginNameBasis.OnlyUserKnows : LoginNameBasis.Known, NameForm.NameOf(shown).Basis);
    }
}
