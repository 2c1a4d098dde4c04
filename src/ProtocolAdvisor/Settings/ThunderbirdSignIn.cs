using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// Which of a server's ways to sign in Thunderbird takes from a settings file. For OAuth 2.0 it knows a list of hosts, and takes the names
/// below them as well; elsewhere it passes over that way. Of encrypted passwords it knows CRAM-MD5 and no SCRAM (seen with Thunderbird
/// 153.7 on 27 November 2026; the tests ask a real one).
/// </summary>
internal static class ThunderbirdSignIn
{
    /// <summary>The hosts of its list, and what it signs in to there.</summary>
    public static IReadOnlyList<string> OAuthHosts { get; } =
    [
        "aol.com", "att.net", "gmail.com", "googlemail.com", "hotmail.com", "imap.comcast.net", "imap.fastmail.com",
        "imap.mail.ru", "imap.yandex.com", "office365.com", "outlook.com",
        "pop.comcast.net", "pop.fastmail.com", "smtp.comcast.net", "smtp.fastmail.com", "smtp.mail.ru", "smtp.yandex.com", "thundermail.com", "yahoo.com",
    ];

    /// <summary>Whether it can sign in to an incoming server.</summary>
    public static bool Takes(IncomingServer server) => Takes(server.Endpoint.Host, server.CommonWays);

    /// <summary>Whether it can sign in to an outgoing server, or needs not to.</summary>
    public static bool Takes(OutgoingServer server) => Takes(server.Host, server.Authentication)
        || server.Authentication.Any(x => x is AuthenticationMethod.None or AuthenticationMethod.ClientIpAddress);

    /// <summary>Whether its list has a host.</summary>
    public static bool KnowsOAuthOf(HostName host) =>
        OAuthHosts.Any(x => host.Value == x || host.Value.EndsWith($".{x}", StringComparison.Ordinal));

    private static bool Takes(HostName host, IEnumerable<AuthenticationMethod> ways) => ways.Any(x => x switch
    {
        AuthenticationMethod.OAuth2 => KnowsOAuthOf(host),
        AuthenticationMethod.PasswordCleartext or AuthenticationMethod.PasswordEncrypted or AuthenticationMethod.Ntlm or AuthenticationMethod.Gssapi => true,
        _ => false,
    });
}
