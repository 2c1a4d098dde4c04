using ProtocolAdvisor.Reports.Text;

namespace ProtocolAdvisor.Languages.English;

/// <summary>English.</summary>
internal static class EnglishBeside
{
    public static BesidePhrases Phrases { get; } = new()
    {
        OtherWays = "Other ways to the mailbox",
        OtherWaysHint = "Named by the provider, and not tested here: a program must know the way to use it.",
        Webmail = "webmail",
        Reachable = "This account can be reached by {ways}.",
        Or = "{ways} or {last}",
        OAuth = "Sign-in with OAuth2",
        OAuthOnly = "As far as is known, OAuth2 is the only way to sign in here: a mail program that only asks for a password cannot get in.",
        Programs = "Mail programs can sign in where they know this provider: they open the provider's sign-in page and are let in from there.",
        ThunderbirdCan = "Thunderbird knows this provider and can sign in.",
        ThunderbirdCannot = "Thunderbird can sign in with OAuth2 only at providers that it knows, and this one is not among them.",
        AccessToken = "This test can sign in with an access token in place of the password: credentials.accessToken in the API, --token-stdin in the terminal.",
        Issuer = "Issuer",
        Scopes = "Scopes",
        AuthorizationUrl = "Authorization address",
        TokenUrl = "Token address",
        SaidBy = "Where access tokens come from ({source}):",
    };
}
