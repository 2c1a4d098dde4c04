using System.Security.Cryptography;
using System.Text;
using MailKit.Security;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// Chooses the one mechanism of a sign-in. With a token OAUTHBEARER, then XOAUTH2. With a password, over TLS: PLAIN, LOGIN, the protocol's
/// own command, and SCRAM (two more round trips) only where none of these is there. Never a mechanism whose message can be cracked offline
/// (CRAM-MD5, NTLM, APOP).
/// </summary>
internal static class SignInMechanism
{
    private static readonly string[] OAuth = ["OAUTHBEARER", "XOAUTH2"];
    private static readonly string[] Password = ["PLAIN", "LOGIN"];
    private static readonly string[] Legacy = ["CRAM-MD5", "DIGEST-MD5", "NTLM"];
    private static readonly string[] Scram = ["SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1"];

    /// <summary>The mechanism's name; a null name with the reason when none fits.</summary>
    /// <param name="offered">What the server offers.</param>
    /// <param name="credentials">What the caller gave.</param>
    /// <param name="ownCommand">The protocol's own command (LOGIN, USER) where the server allows it; null where not.</param>
    internal static (string? Name, SignInReason? Missing) Choose(IReadOnlyList<string> offered, Credentials credentials, string? ownCommand)
    {
        if (credentials.IsAccessToken) return First(OAuth) is { } token ? (token, null) : (null, SignInReason.AuthMechanismMissing);
        if ((First(Password) ?? ownCommand ?? First(Scram)) is { } name) return (name, null);
        return (null, LackingForPassword(offered));
        string? First(string[] wanted) => wanted.FirstOrDefault(offered.Contains);
    }

    /// <summary>Why none of the mechanisms takes a password from us; null where one does.</summary>
    internal static SignInReason? LackingForPassword(IReadOnlyList<string> offered) =>
        offered.Any(x => Password.Contains(x) || Scram.Contains(x)) ? null
        : offered.Any(Legacy.Contains) ? SignInReason.AuthLegacyMechanismsOnly
        : offered.Any(OAuth.Contains) ? SignInReason.AuthOauthOnly : SignInReason.AuthNoUsableMechanism;

    /// <summary>MailKit's implementation of a SASL mechanism by its name.</summary>
    internal static SaslMechanism Create(string name, Credentials credentials)
    {
        var (user, secret) = (credentials.Username, credentials.Secret.Reveal());
        return name switch
        {
            "OAUTHBEARER" => new SaslMechanismOAuthBearer(user, secret),
            "XOAUTH2" => new SaslMechanismOAuth2(user, secret),
            "LOGIN" => new SaslMechanismLogin(Encoding.UTF8, user, secret),
            "SCRAM-SHA-512" => new BoundedScramSha512(user, secret),
            "SCRAM-SHA-256" => new BoundedScramSha256(user, secret),
            "SCRAM-SHA-1" => new BoundedScramSha1(user, secret),
            _ => new SaslMechanismPlain(Encoding.UTF8, user, secret),
        };
    }

    // A server names SCRAM's iteration count, and MailKit computes 2³¹ of them without ever looking at its token.
    private static void RefuseEndlessWork(byte[]? token, int start, int length)
    {
        const int most = 1_000_000;
        if (token is null) return;
        var count = Encoding.UTF8.GetString(token, start, length).Split(',').FirstOrDefault(part => part.StartsWith("i=", StringComparison.Ordinal));
        if (count is not null && (!long.TryParse(count.AsSpan(2), out var iterations) || iterations > most))
            throw new CryptographicException("The server asks for too many SCRAM iterations.");
    }

    private sealed class BoundedScramSha1(string user, string password) : SaslMechanismScramSha1(user, password)
    {
        protected override byte[]? Challenge(byte[]? token, int startIndex, int length, CancellationToken cancellationToken)
        {
            RefuseEndlessWork(token, startIndex, length);
            return base.Challenge(token, startIndex, length, cancellationToken);
        }
    }

    private sealed class BoundedScramSha256(string user, string password) : SaslMechanismScramSha256(user, password)
    {
        protected override byte[]? Challenge(byte[]? token, int startIndex, int length, CancellationToken cancellationToken)
        {
            RefuseEndlessWork(token, startIndex, length);
            return base.Challenge(token, startIndex, length, cancellationToken);
        }
    }

    private sealed class BoundedScramSha512(string user, string password) : SaslMechanismScramSha512(user, password)
    {
        protected override byte[]? Challenge(byte[]? token, int startIndex, int length, CancellationToken cancellationToken)
        {
            RefuseEndlessWork(token, startIndex, length);
            return base.Challenge(token, startIndex, length, cancellationToken);
        }
    }
}
