namespace ProtocolAdvisor.Mail;

/// <summary>What the user signs in with: a user name and either a password or an OAuth 2.0 access token. A class, so that nothing prints it.</summary>
public sealed class Credentials
{
    private Credentials(string username, Secret secret, bool isToken) => (Username, Secret, IsAccessToken) = (username, secret, isToken);

    /// <summary>The user name as the server expects it; no CR, LF or NUL (checked at the door).</summary>
    public string Username { get; }

    /// <summary>The password or the access token.</summary>
    public Secret Secret { get; }

    /// <summary>Whether <see cref="Secret"/> is an OAuth 2.0 access token.</summary>
    public bool IsAccessToken { get; }

    /// <summary>Credentials with a password.</summary>
    public static Credentials WithPassword(string username, Secret password) => new(username, password, false);

    /// <summary>Credentials with an OAuth 2.0 access token (RFC 7628).</summary>
    public static Credentials WithAccessToken(string username, Secret token) => new(username, token, true);

    /// <summary>Only the kind; never the name or the secret.</summary>
    public override string ToString() => IsAccessToken ? "access token" : "password";
}
