namespace ProtocolAdvisor.Mail;

/// <summary>
/// What the user signs in with: a user name and either a password or an OAuth 2.0 access token. A class, so that nothing prints it.
/// </summary>
public sealed class Credentials
{
    private Credentials(string username, Secret secret, bool isToken)
    {
        ArgumentNullException.ThrowIfNull(username);
        ArgumentNullException.ThrowIfNull(secret);
        (Username, Secret, IsAccessToken) = (OneLine(username, nameof(username)), secret, isToken);
        OneLine(secret.Reveal(), nameof(secret));
    }

    /// <summary>The user name as the server expects it; never with CR, LF or NUL.</summary>
    public string Username { get; }

    /// <summary>The password or the access token.</summary>
    public Secret Secret { get; }

    /// <summary>Whether <see cref="Secret"/> is an OAuth 2.0 access token.</summary>
    public bool IsAccessToken { get; }

    /// <summary>Credentials with a password.</summary>
    /// <exception cref="ArgumentException">The name or the password holds CR, LF or NUL.</exception>
    public static Credentials WithPassword(string username, Secret password) => new(username, password, false);

    /// <summary>Credentials with an OAuth 2.0 access token (RFC 7628).</summary>
    /// <exception cref="ArgumentException">The name or the token holds CR, LF or NUL.</exception>
    public static Credentials WithAccessToken(string username, Secret token) => new(username, token, true);

    /// <summary>The same secret under another user name.</summary>
    /// <exception cref="ArgumentException">The name holds CR, LF or NUL.</exception>
    public Credentials As(string username) => new(username, Secret, IsAccessToken);

    // A line end would be the end of our command and the beginning of somebody else's.
    private static string OneLine(string text, string parameter) =>
        text.AsSpan().ContainsAny('\r', '\n', '\0') ? throw new ArgumentException("Must not contain CR, LF or NUL.", parameter) : text;

    /// <summary>Only the kind; never the name or the secret.</summary>
    public override string ToString() => IsAccessToken ? "access token" : "password";
}
