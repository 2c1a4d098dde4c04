using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Languages.English;

/// <summary>English.</summary>
internal static class EnglishSettings
{
    public static SettingsPhrases Phrases { get; } = new()
    {
        Title = "Mail settings for {name}",
        Recommended = new Dictionary<MailProtocol, string>
        {
            [MailProtocol.Imap] = "We recommend IMAP for your mailbox: your mail stays on the server, and all your devices and webmail show the same.",
            [MailProtocol.Pop3] = "We recommend POP3 for your mailbox: your mail is fetched to your device, can be read there without a connection, and space is freed on the server.",
        },
        NothingRecommended = "As things are, we recommend neither IMAP nor POP3 for your mailbox.",
        AskedFor = "As requested, these are the settings for {protocol}.",
        FirstThingToFix = "Before you begin: {remedy}",
        Account = "Name and address",
        OwnName = "Your name",
        OwnAddress = "E-mail address",
        Incoming = "Incoming mail server ({protocol})",
        Outgoing = "Outgoing mail server (SMTP)",
        States = new Dictionary<ServerState, string>
        {
            [ServerState.Tested] = "tested",
            [ServerState.SignInNotTested] = "tested except for the sign-in",
            [ServerState.NotTested] = "not tested",
            [ServerState.SignInRefused] = "tested: the sign-in was refused",
            [ServerState.DoesNotWork] = "tested: it did not work",
        },
        WithState = "{heading}, {state}",
        OutgoingUnknown = "We could not find out the outgoing mail server. Please ask your provider for it.",
        Server = "Server",
        Port = "Port",
        Encryption = "Encryption",
        UserName = "User name",
        SignIn = "Sign-in",
        WholeAddress = "your full e-mail address",
        UsuallyWholeAddress = "usually your full e-mail address",
        UsuallyThis = "usually {name}",
        PartBeforeAt = "the part of your e-mail address before the @ sign",
        OwnUserName = "the user name that your provider gave you (not always your e-mail address)",
        Placeholders = new Dictionary<string, string>
        {
            [LoginName.Address] = "[your e-mail address]",
            [LoginName.LocalPart] = "[part before the @ sign]",
            [LoginName.Domain] = "[part after the @ sign]",
        },
        Methods = new Dictionary<AuthenticationMethod, string>
        {
            [AuthenticationMethod.PasswordCleartext] = "{password}",
            [AuthenticationMethod.PasswordEncrypted] = "{password} (“encrypted password”)",
            [AuthenticationMethod.Ntlm] = "NTLM",
            [AuthenticationMethod.Gssapi] = "Kerberos (GSSAPI)",
            [AuthenticationMethod.ClientIpAddress] = "none (the server knows your connection)",
            [AuthenticationMethod.TlsClientCert] = "with your certificate",
            [AuthenticationMethod.OAuth2] = "OAuth2 (your mail program opens your provider's sign-in page)",
            [AuthenticationMethod.None] = "none",
        },
        Either = "{one}; or {other}",
        Passwords = new Dictionary<PasswordKind, string>
        {
            [PasswordKind.Own] = "with the password of your mailbox",
            [PasswordKind.AppPassword] = "with an app password, not your own",
            [PasswordKind.AppPasswordWithSecondFactor] = "with the password of your mailbox; with an app password if you sign in to your provider in two steps",
            [PasswordKind.AuthorisationCode] = "with the authorisation code that your provider gives you, not your own password",
            [PasswordKind.MailPassword] = "with the password for mail programs that you set at your provider",
            [PasswordKind.AsTested] = "with the password that was accepted in our test",
            [PasswordKind.NotTheRefused] = "with the password that also opens your webmail; with what was typed in, our test was refused",
            [PasswordKind.Renewed] = "with the new password of your mailbox, once you have changed it",
        },
        Notes = "Please note",
        MaxMessage = "Messages up to {bytes:size} can be sent. Files grow by about a third on the way, so attachments may have up to about {files:size}.",
        PasswordBeatsPublished = "Your provider publishes OAuth2 as the only way to sign in, but the server took your password in our test. Choose the password; OAuth2 works only in programs that know this provider.",
        BackupInAnyCase = "With POP3 your mail ends up on your device only. Please back it up regularly.",
        ProgramNotes = "Notes on some programs",
        Caveats = new Dictionary<CaveatCode, string>
        {
            [CaveatCode.ThunderbirdOAuthOnlyWhereKnown] = "Thunderbird: it can sign in with OAuth2 only at providers that it knows, and this one is not among them. Please use another program, or ask your provider for another way to sign in.",
            [CaveatCode.ThunderbirdWithoutScram] = "Thunderbird: it lacks every way to sign in with a password that this server offers. Please use another program, or ask your provider for another way to sign in.",
            [CaveatCode.AppleProfileWithoutOAuth] = "Apple Mail (iPhone, iPad, Mac): a profile file (.mobileconfig) cannot set up the sign-in with OAuth2. Please add the account in the settings of the device.",
            [CaveatCode.AppleProfileWithoutLeaveOnServer] = "Apple Mail (iPhone, iPad, Mac): if you set up the account with a profile file (.mobileconfig), please set in the account's settings afterwards how long messages stay on the server. The file cannot say it.",
            [CaveatCode.ThunderbirdAndroidPop3WithoutOAuth] = "Thunderbird for Android and K-9 Mail: they cannot sign in with OAuth2 over POP3. Please use another program for this mailbox.",
            [CaveatCode.ThunderbirdAndroidRemovesNothing] = "Thunderbird for Android and K-9 Mail: they do not remove fetched messages from the server by themselves. Please see to it that the mailbox does not fill up.",
        },
        Obstacles = new Dictionary<SettingsObstacle, string>
        {
            [SettingsObstacle.NothingRecommended] = "The report recommends neither protocol, so there is nothing to set up. Its headline says what to fix first.",
            [SettingsObstacle.ProtocolNotUsable] = "The report knows no server of this protocol that can be reached securely and may be given the account's password.",
            [SettingsObstacle.OutgoingServerUnknown] = "This format must name the outgoing server, and none is known. Choose another format: text can say everything.",
            [SettingsObstacle.SignInNotExpressible] = "This format has no word for how one signs in to these servers. Choose another format: text can say everything.",
            [SettingsObstacle.UserNameNotExpressible] = "This format cannot say which user name these servers want, and the mail program would sign in with another one. Choose another format: text can say everything.",
            [SettingsObstacle.PortNotExpressible] = "This format can only name servers with TLS from the first byte on the standard port, and this one is elsewhere. Choose another format: text can say everything.",
        },
    };
}
