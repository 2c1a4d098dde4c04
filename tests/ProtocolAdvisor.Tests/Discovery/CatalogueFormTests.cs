using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using static ProtocolAdvisor.Tests.Fixtures.SettingsFiles;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>
/// A file with every element and every value that Thunderbird's catalogue uses for servers, counted over 54 of its providers
/// (github.com/thunderbird/autoconfig at c6ad796, looked at on 27 November 2026): nothing in it may be lost, or called odd.
/// </summary>
public sealed class CatalogueFormTests
{
    private static readonly PublishedSettings Settings = Read("""
        <clientConfig version="1.1">
          <!-- The catalogue's files have comments wherever their authors wanted them, -->
          <emailProvider id="example.com">
            <domain>example.com</domain>
            <domain>example.net</domain> <!-- this one of which is not asked for -->

            <displayName>Exempel &amp; Söner</displayName>
            <displayShortName>Exempel</displayShortName>
            <incomingServer type="imap">
              <hostname>imap.example.com</hostname>
              <port>993</port>
              <socketType>SSL</socketType>
              <authentication>OAuth2</authentication>
              <authentication>password-cleartext</authentication>
              <username>%EMAILADDRESS%</username>
            </incomingServer>
            <incomingServer type="imap">
              <hostname>imap.example.com</hostname>
              <port>143</port>
              <socketType>STARTTLS</socketType>
              <username>%EMAILLOCALPART%</username>
              <authentication>password-encrypted</authentication>
            </incomingServer>
            <incomingServer type="pop3">
              <hostname>pop.example.com</hostname>
              <port>995</port>
              <socketType>SSL</socketType>
              <username>%EMAILLOCALPART%.%EMAILDOMAIN%</username>
              <authentication>password-cleartext</authentication>
              <pop3>
                <leaveMessagesOnServer>true</leaveMessagesOnServer>
              </pop3>
            </incomingServer>
            <incomingServer type="pop3">
              <hostname>pop.example.com</hostname>
              <port>110</port>
              <socketType>plain</socketType>
              <username>%EMAILLOCALPART%</username>
              <authentication>password-cleartext</authentication>
            </incomingServer>
            <outgoingServer type="smtp">
              <hostname>smtp.example.com</hostname>
              <port>465</port>
              <socketType>SSL</socketType>
              <username>%EMAILADDRESS%</username>
              <authentication>OAuth2</authentication>
              <authentication>password-cleartext</authentication>
              <addThisServer>true</addThisServer>
              <useGlobalPreferredServer>false</useGlobalPreferredServer>
            </outgoingServer>
            <outgoingServer type="smtp">
              <hostname>smtp.example.com</hostname>
              <port>25</port>
              <socketType>plain</socketType>
              <username>%EMAILLOCALPART%</username>
              <authentication>password-cleartext</authentication>
            </outgoingServer>
            <documentation url="https://help.example.com/mail">
              <descr lang="sv">Inställningar</descr>
            </documentation>
            <instruction url="https://help.example.com/allow">
              <descr lang="en">Allow mail programs first.</descr>
            </instruction>
            <enable visiturl="https://my.example.com/">
              <instruction>Sign in and allow IMAP.</instruction>
              <instruction lang="sv">Logga in och tillåt IMAP.</instruction>
            </enable>
          </emailProvider>
          <oAuth2>
            <issuer>id.example.com</issuer>
            <scope>mail</scope>
            <authURL>https://id.example.com/authorize</authURL>
            <tokenURL>https://id.example.com/token</tokenURL>
          </oAuth2>
          <enable visiturl="https://my.example.com/"><instruction>Allow it.</instruction></enable>
          <webMail>
            <loginPage url="https://webmail.example.com/" />
            <loginPageInfo url="https://webmail.example.com/login">
              <username>%EMAILADDRESS%</username>
              <usernameField id="user" name="user" />
              <passwordField id="pass" name="pass" />
              <loginButton id="go" name="go" />
            </loginPageInfo>
          </webMail>
        </clientConfig>
        """);

    [Fact]
    public void None_of_its_servers_is_lost()
    {
        Assert.Equal(
            [
                (MailProtocol.Imap, ConnectionSecurity.ImplicitTls, 993), (MailProtocol.Imap, ConnectionSecurity.StartTls, 143),
                (MailProtocol.Pop3, ConnectionSecurity.ImplicitTls, 995), (MailProtocol.Pop3, ConnectionSecurity.Cleartext, 110),
            ],
            Settings.Incoming.Select(x => (x.Endpoint.Protocol, x.Endpoint.Security, x.Endpoint.Port)));
        Assert.Equal(
            [(ConnectionSecurity.ImplicitTls, 465), (ConnectionSecurity.Cleartext, 25)],
            Settings.Outgoing.Select(x => (x.Security, x.Port)));
    }

    [Fact]
    public void Every_server_says_the_user_name_and_how_to_sign_in()
    {
        Assert.Equal(
            [UsernameForm.Address, UsernameForm.LocalPart, "%EMAILLOCALPART%.%EMAILDOMAIN%", UsernameForm.LocalPart],
            Settings.Incoming.Select(x => x.Username));
        Assert.Equal(
            [AuthenticationMethod.OAuth2, AuthenticationMethod.PasswordCleartext, AuthenticationMethod.PasswordEncrypted],
            Settings.Incoming.SelectMany(x => x.Authentication).Distinct());
        Assert.Equal("id.example.com", Assert.Single(Settings.OAuth).Issuer);
    }

    [Fact]
    public void Nothing_in_it_is_odd()
    {
        Assert.Null(Settings.Unreadable);
        Assert.Empty(Settings.Oddities);
    }
}
