using System.Globalization;
using System.Xml.Linq;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// A configuration profile with one mail account (Apple, payload <c>com.apple.mail.managed</c>). Address, user name and password are not in
/// it: the device asks for what is missing. Apple requires the outgoing server, and knows neither OAuth nor SCRAM nor a time to leave
/// messages on the server.
/// </summary>
internal static class MobileConfigWriter
{
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
            .. Payload(settings, "com.apple.mail.managed", ".account"),
        ]);

    // A profile with the same identifier replaces the one before it; another UUID tells that something has changed.
    private static IEnumerable<(string Key, object Value)> Payload(ClientSettings settings, string type, string suffix)
    {
        var identifier = string.Join('.', settings.Subject.Value.Split('.', ':').Reverse().Where(x => x.Length > 0)) + ".mail-settings" + suffix;
        return
        [
            ("PayloadDisplayName", settings.DisplayName),
            ("PayloadIdentifier", identifier),
            ("PayloadType", type),
            ("PayloadUUID", Uuid(settings, identifier).ToString("D").ToUpperInvariant()),
            ("PayloadVersion", 1),
        ];
    }

    private static Guid Uuid(ClientSettings settings, string identifier)
    {
        var incoming = settings.Best.Endpoint;
        return NameBasedUuid.Of(string.Create(
            CultureInfo.InvariantCulture,
            $"{identifier} {incoming.Protocol} {incoming.Authority} {incoming.Security} {settings.Outgoing?.Host} {settings.Outgoing?.Port}"));
    }

    private static string? Name(IReadOnlyList<AuthenticationMethod> methods) => methods.Select(Name).FirstOrDefault(x => x is not null);

    private static string? Name(AuthenticationMethod method) => method switch
    {
        AuthenticationMethod.PasswordCleartext => "EmailAuthPassword",
        AuthenticationMethod.PasswordEncrypted => "EmailAuthCRAMMD5",
        AuthenticationMethod.Ntlm => "EmailAuthNTLM",
        AuthenticationMethod.None or AuthenticationMethod.ClientIpAddress => "EmailAuthNone",
        _ => null,
    };
}
