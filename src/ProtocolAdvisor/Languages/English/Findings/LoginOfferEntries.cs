using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.English.Findings;

/// <summary>What the server offers for signing in.</summary>
internal static class LoginOfferEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [PlaintextLoginAllowed] = new(
            "Passwords are accepted without encryption",
            "A mail program with the wrong setting would send the password readably, and the server would take it.",
            "In your mail program, set the connection security to SSL/TLS; if that fails, do not sign in. For the provider: allow sign-in only over TLS."),
        [AuthOauthOnly] = new(
            "The server takes no passwords, only modern sign-in",
            "Signing in works through the provider's web page (OAuth), not with a password in the mail program.",
            "Use a mail program that supports OAuth for this provider, and choose OAuth2 as authentication. Resetting the password does not help."),
        [AuthLegacyMechanismsOnly] = new(
            "The server offers only old ways of signing in",
            "It offers none of the ways that current mail programs and this test use with a password.",
            "For the provider: enable PLAIN over TLS. An app password does not help here."),
        [AuthNoUsableMechanism] = new(
            "The server offers no way to sign in with a password",
            "What it offers is quoted here: Kerberos (GSSAPI) or a certificate, for instance. No password, and no app password, is taken.",
            "Use a mail program that is set up for what is offered; your administrator knows how. For the provider: offer PLAIN over TLS if passwords are to work."),
    };
}
