using ProtocolAdvisor.Reports.Text;

namespace ProtocolAdvisor.Languages.German;

/// <summary>German.</summary>
internal static class GermanBeside
{
    public static BesidePhrases Phrases { get; } = new()
    {
        OtherWays = "Andere Wege zum Postfach",
        OtherWaysHint = "Vom Anbieter genannt und hier nicht getestet: Ein Programm muss den Weg beherrschen.",
        Webmail = "Webmail",
        Reachable = "Dieses Konto ist erreichbar über {ways}.",
        Or = "{ways} oder {last}",
        OAuth = "Anmeldung mit OAuth2",
        OAuthOnly = "Soweit bekannt, ist OAuth2 hier der einzige Weg zur Anmeldung: Ein E-Mail-Programm, das nur nach einem Passwort fragt, kommt nicht hinein.",
        Programs = "E-Mail-Programme können sich anmelden, wenn sie diesen Anbieter kennen: Sie öffnen seine Anmeldeseite und werden von dort eingelassen.",
        ThunderbirdCan = "Thunderbird kennt diesen Anbieter und kann sich anmelden.",
        ThunderbirdCannot = "Thunderbird kann sich mit OAuth2 nur bei Anbietern anmelden, die es kennt, und dieser ist nicht darunter.",
        AccessToken = "Dieser Test kann sich statt mit dem Passwort mit einem Zugriffstoken anmelden: credentials.accessToken in der API, --token-stdin im Terminal.",
        Issuer = "Aussteller",
        Scopes = "Berechtigungen (Scopes)",
        AuthorizationUrl = "Autorisierungsadresse",
        TokenUrl = "Token-Adresse",
        SaidBy = "Woher Zugriffstoken kommen ({source}):",
    };
}
