using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Settings;

public class SettingsPhrasesTests
{
    public static TheoryData<Language> Every => [.. Language.All];

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_language_has_every_word(Language language)
    {
        var phrases = SettingsPhrases.Of(language);
        Assert.All(Enum.GetValues<CaveatCode>(), x => Assert.EndsWith(".", phrases.Caveats[x], StringComparison.Ordinal));
        Assert.All(MailProtocols.Compared, x => Assert.EndsWith(".", phrases.Recommended[x], StringComparison.Ordinal));
        Assert.All(Enum.GetValues<AuthenticationMethod>(), x => Assert.NotEmpty(phrases.Methods[x]));
        Assert.All(Enum.GetValues<PasswordKind>(), x => Assert.NotEmpty(phrases.Passwords[x]));
    }
}
