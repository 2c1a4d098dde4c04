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

    /// <summary>Ways to a mailbox that clients know and that are not ours to compare: no oddity.</summary>
    private static readonly HashSet<string> OtherTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "exchange", "ews", "owa", "mapi", "activesync", "eas", "graph", "jmap", "nntp", "caldav", "carddav", "webdav", "ldap", "xmpp",
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

    /// <summary>Whether a server's type is a well-known one that is no business of ours.</summary>
    internal static bool IsOtherType(string type) => OtherTypes.Contains(type);
}
