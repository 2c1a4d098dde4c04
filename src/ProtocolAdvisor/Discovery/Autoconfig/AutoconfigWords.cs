using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery.Autoconfig;

/// <summary>The words of the autoconfig format (draft-ietf-mailmaint-autoconfig, config 1.1), in whatever case they are written.</summary>
internal static class AutoconfigWords
{
    private static readonly Dictionary<string, ConnectionSecurity> SocketTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SSL"] = ConnectionSecurity.ImplicitTls,
        ["STARTTLS"] = ConnectionSecurity.StartTls,
        ["plain"] = ConnectionSecurity.Cleartext,
    };

    /// <summary>The last two are config 1.0's.</summary>
    private static readonly Dictionary<string, AuthenticationMethod> Methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["password-cleartext"] = AuthenticationMethod.PasswordCleartext,
        ["password-encrypted"] = AuthenticationMethod.PasswordEncrypted,
        ["NTLM"] = AuthenticationMethod.Ntlm,
        ["GSSAPI"] = AuthenticationMethod.Gssapi,
        ["client-IP-address"] = AuthenticationMethod.ClientIpAddress,
        ["TLS-client-cert"] = AuthenticationMethod.TlsClientCert,
        ["OAuth2"] = AuthenticationMethod.OAuth2,
        ["none"] = AuthenticationMethod.None,
        ["plain"] = AuthenticationMethod.PasswordCleartext,
        ["secure"] = AuthenticationMethod.PasswordEncrypted,
    };

    /// <summary>Ways to a mailbox that clients know and that are not ours to compare: no oddity. Owl is an add-on of Thunderbird for Exchange.</summary>
    private static readonly Dictionary<string, OtherWayKind> OtherWays = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jmap"] = OtherWayKind.Jmap,
        ["exchange"] = OtherWayKind.Exchange,
        ["mapi"] = OtherWayKind.Exchange,
        ["owl"] = OtherWayKind.Exchange,
        ["ews"] = OtherWayKind.Ews,
        ["activesync"] = OtherWayKind.ActiveSync,
        ["eas"] = OtherWayKind.ActiveSync,
        ["graph"] = OtherWayKind.Graph,
        ["owa"] = OtherWayKind.Webmail,
        ["webmail"] = OtherWayKind.Webmail,
    };

    private const string AddOn = "owl-";

    /// <summary>The elements inside a server of such a type that hold an address, and what is reached there; <c>url</c> is that of the type itself.</summary>
    private static readonly Dictionary<string, OtherWayKind?> Addresses = new(StringComparer.Ordinal)
    {
        ["url"] = null,
        ["ewsURL"] = OtherWayKind.Ews,
        ["owaURL"] = OtherWayKind.Webmail,
        ["easURL"] = OtherWayKind.ActiveSync,
        ["graphURL"] = OtherWayKind.Graph,
    };

    /// <summary>Well-known types that lead to no mailbox.</summary>
    private static readonly HashSet<string> OtherTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "nntp", "caldav", "carddav", "webdav", "ldap", "xmpp", "managesieve",
    };

    /// <summary>The <c>type</c> of a protocol's server.</summary>
    internal static string TypeOf(MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap => "imap",
        MailProtocol.Pop3 => "pop3",
        MailProtocol.Submission => "smtp",
    };

    /// <summary>Whether the <c>type</c> is that of an incoming server of ours, and which.</summary>
    internal static bool IsIncoming(string type, out MailProtocol protocol)
    {
        foreach (var known in MailProtocols.Compared)
        {
            protocol = known;
            if (TypeOf(known) == type) return true;
        }

        protocol = default;
        return false;
    }

    /// <summary>What a <c>socketType</c> says; null when the word is not known.</summary>
    internal static ConnectionSecurity? Security(string word) => SocketTypes.TryGetValue(word, out var security) ? security : null;

    /// <summary>What an <c>authentication</c> says; null when the word is not known.</summary>
    internal static AuthenticationMethod? Method(string word) => Methods.TryGetValue(word, out var method) ? method : null;

    /// <summary>The way beside IMAP and POP3 that a server's type means; null when it means none.</summary>
    internal static OtherWayKind? OtherWay(string type) =>
        OtherWays.TryGetValue(type, out var kind) ? kind
        : !type.StartsWith(AddOn, StringComparison.OrdinalIgnoreCase) ? null
        : OtherWays.TryGetValue(type[AddOn.Length..], out var spoken) ? spoken : OtherWayKind.Exchange;

    /// <summary>The addresses inside a server of such a type, each with its way and its element's name.</summary>
    internal static IEnumerable<(OtherWayKind Kind, string Element, string Text)> AddressesIn(MarkupElement server, OtherWayKind type) =>
        Addresses.SelectMany(x => server.TextsOf(x.Key).Select(text => (x.Value ?? type, x.Key, text)));

    /// <summary>Whether a server's type is a well-known one that leads to no mailbox.</summary>
    internal static bool IsOtherType(string type) => OtherTypes.Contains(type);
}
