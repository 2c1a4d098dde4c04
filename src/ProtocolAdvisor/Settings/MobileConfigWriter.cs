using System.Globalization;
using System.Xml.Linq;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// A configuration profile with one mail account (Apple, payload <c>com.apple.mail.managed</c>). The password is not in it, nor are address
/// and user name, but in one for a single person: the device asks for what is missing. Apple requires the outgoing server, and knows
/// neither OAuth nor SCRAM nor a time to leave messages on the server.
/// </summary>
internal static class MobileConfigWriter
{
    private const string Open = "EmailAuthNone";

    public static SettingsOutcome Write(ClientSettings settings)
    {
        if (settings.Outgoing is not { } outgoing) return SettingsOutcome.Of(SettingsObstacle.OutgoingServerUnknown);
        if (Name(settings.Best.CommonWays) is not { } signIn || Name(outgoing.Authentication) is not { } outgoingSignIn)
            return SettingsOutcome.Of(SettingsObstacle.SignInNotExpressible);
        var account = Account(settings, settings.Best, signIn, outgoing, outgoingSignIn);
        var content = PropertyList.Of(PropertyList.Dictionary(
        [
            ("PayloadContent", account),
            .. Payload(settings, "Configuration", string.Empty),
        ]));
        return SettingsOutcome.Of(new SettingsFile($"{settings.FileStem}.mobileconfig", "application/x-apple-aspen-config", content));
    }

    private static XElement Account(ClientSettings settings, IncomingServer incoming, string signIn, OutgoingServer outgoing, string outgoingSignIn) =>
        PropertyList.Dictionary(
        [
            ("EmailAccountDescription", settings.DisplayName),
            ("EmailAccountType", incoming.Endpoint.Protocol switch
            {
                MailProtocol.Imap => "EmailTypeIMAP",
                MailProtocol.Pop3 => "EmailTypePOP",
                MailProtocol.Submission => throw incoming.Endpoint.Protocol.IsNotCompared(),
            }),
            ("IncomingMailServerAuthentication", signIn),
            ("IncomingMailServerHostName", incoming.Endpoint.Host.Value),
            ("IncomingMailServerPortNumber", incoming.Endpoint.Port),
            ("IncomingMailServerUseSSL", true),
            ("OutgoingMailServerAuthentication", outgoingSignIn),
            ("OutgoingMailServerHostName", outgoing.Host.Value),
            ("OutgoingMailServerPortNumber", outgoing.Port),
            ("OutgoingMailServerUseSSL", true),
            ("OutgoingPasswordSameAsIncomingPassword", true),
            ("PreventMove", false),
            .. Personal(settings.Holder, incoming, outgoing),
            .. Payload(settings, "com.apple.mail.managed", ".account"),
        ]);

    private static IEnumerable<(string Key, object Value)> Personal(AccountHolder? holder, IncomingServer incoming, OutgoingServer outgoing)
    {
        if (holder is null) yield break;
        yield return ("EmailAddress", holder.Email.ToString());
        if (holder.DisplayName is { } name) yield return ("EmailAccountName", name);
        if (incoming.LoginName.Own is { } user) yield return ("IncomingMailServerUsername", user);
        if (outgoing.LoginName.Own is { } sender && Name(outgoing.Authentication) != Open) yield return ("OutgoingMailServerUsername", sender);
    }

    // A profile with the same identifier replaces the one before it; another UUID tells that something has changed. Two accounts of one
    // domain may be on one device, so a person's profile has an identifier of its own, which does not tell whose it is.
    private static IEnumerable<(string Key, object Value)> Payload(ClientSettings settings, string type, string suffix)
    {
        var identifier = string.Join('.', settings.Subject.Value.Split('.', ':').Reverse().Where(x => x.Length > 0)) + ".mail-settings" + Own(settings.Holder) + suffix;
        return
        [
            ("PayloadDisplayName", settings.DisplayName),
            ("PayloadIdentifier", identifier),
            ("PayloadType", type),
            ("PayloadUUID", Uuid(settings, identifier).ToString("D").ToUpperInvariant()),
            ("PayloadVersion", 1),
        ];
    }

    private static string Own(AccountHolder? holder) => holder is null ? string.Empty : $".{NameBasedUuid.Of($"account {holder.Email}"):N}";

    private static Guid Uuid(ClientSettings settings, string identifier)
    {
        var incoming = settings.Best.Endpoint;
        return NameBasedUuid.Of(string.Create(
            CultureInfo.InvariantCulture,
            $"{identifier} {incoming.Protocol} {incoming.Authority} {incoming.Security} {settings.Outgoing?.Host} {settings.Outgoing?.Port}{Personal(settings)}"));
    }

    private static string Personal(ClientSettings settings) =>
        settings.Holder is { } holder ? $" {holder.DisplayName} {settings.Best.LoginName.Own} {settings.Outgoing?.LoginName.Own}" : string.Empty;

    private static string? Name(IReadOnlyList<AuthenticationMethod> methods) => methods.Select(Name).FirstOrDefault(x => x is not null);

    private static string? Name(AuthenticationMethod method) => method switch
    {
        AuthenticationMethod.PasswordCleartext => "EmailAuthPassword",
        AuthenticationMethod.PasswordEncrypted => "EmailAuthCRAMMD5",
        AuthenticationMethod.Ntlm => "EmailAuthNTLM",
        AuthenticationMethod.None or AuthenticationMethod.ClientIpAddress => Open,
        _ => null,
    };
}
