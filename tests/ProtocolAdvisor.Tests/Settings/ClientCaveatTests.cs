using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Settings;

public class ClientCaveatTests
{
    [Fact]
    public void Nothing_stands_against_Imap_with_a_password() => Assert.Empty(Of(Sample.ImapFirst));

    [Fact]
    public void OAuth_stands_against_Apples_profiles_and_over_Pop3_against_Thunderbird_for_Android()
    {
        Assert.Equal([CaveatCode.ThunderbirdOAuthOnlyWhereKnown, CaveatCode.AppleProfileWithoutOAuth], Of(Sample.ImapFirst with { Incoming = [Sample.Server(Facts.Imaps, LoginName.Address, AuthenticationMethod.OAuth2)] }));
        Assert.Equal(
            [CaveatCode.ThunderbirdOAuthOnlyWhereKnown, CaveatCode.AppleProfileWithoutOAuth, CaveatCode.ThunderbirdAndroidPop3WithoutOAuth],
            Of(Sample.ImapFirst with { Incoming = [Sample.Server(Facts.Pop3s, LoginName.Address, AuthenticationMethod.OAuth2)] }));
    }

    [Fact]
    public void Thunderbird_has_OAuth_at_the_providers_that_it_knows() => Assert.DoesNotContain(
        CaveatCode.ThunderbirdOAuthOnlyWhereKnown,
        Of(Sample.ImapFirst with { Incoming = [Sample.Server(Facts.At(MailProtocol.Imap, 993, ConnectionSecurity.ImplicitTls, "imap.gmail.com"), LoginName.Address, AuthenticationMethod.OAuth2)] }));

    [Fact]
    public void Scram_stands_against_Thunderbird() =>
        Assert.Equal([CaveatCode.ThunderbirdWithoutScram], Of(Sample.ImapFirst with { Incoming = [Sample.Server(Facts.Imaps, LoginName.Address, AuthenticationMethod.PasswordEncrypted) with { LacksCramMd5 = true }] }));

    [Fact]
    public void Leaving_messages_on_the_server_stands_against_Apples_profiles()
    {
        Assert.Equal([CaveatCode.AppleProfileWithoutLeaveOnServer, CaveatCode.ThunderbirdAndroidRemovesNothing], Of(Sample.Pop3First));
        Assert.Equal([CaveatCode.ThunderbirdAndroidRemovesNothing], Of(Sample.Pop3First with { LeaveOnServerDays = 0 }));
    }

    [Fact]
    public void Every_caveat_says_when_and_where_it_was_seen()
    {
        Assert.Equal(Enum.GetValues<CaveatCode>(), ClientCaveat.All.Select(x => x.Code));
        Assert.All(ClientCaveat.All, x => Assert.True(x.Observed.Year >= 2024 && Uri.IsWellFormedUriString(x.Source, UriKind.Absolute)));
    }

    private static IEnumerable<CaveatCode> Of(ClientSettings settings) => ClientCaveat.Of(settings).Select(x => x.Code);
}
