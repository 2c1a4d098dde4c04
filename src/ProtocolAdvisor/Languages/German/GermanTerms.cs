using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Languages.German;

/// <summary>One word a thing, in German.</summary>
internal static class GermanTerms
{
    public static IReadOnlyList<Term> All { get; } =
    [
        new(Thing.Address, "E-Mail-Adresse", @"(?<!E-)(?i:\bMail-?adresse?n?)|(?i:\bEmail\w*|\be-?mailadresse?n?)"),
        new(Thing.SignIn, "Anmeldung", @"(?i:\blog-?in|\beinlogg|\beingelogg|\bsign-in)"),
        new(Thing.MailServer, "Mailserver", @"(?i:\bmail-server|\be-mail-server|\bmailhost)"),
        new(Thing.MailProgram, "E-Mail-Programm", @"(?i:\bmailprogramm|(?<!E-)\bMail-Programm|\bclients?\b|\bmail-?client|\bMailsoftware)"),
        new(Thing.Mailbox, "Postfach", @"(?i:\bmailbox|\bpostbox|\bmaildrop)"),
        new(Thing.Inbox, "Posteingang", @"(?i:\binbox)"),
        new(Thing.UserName, "Benutzername", @"(?i:\bnutzername|\busername|\banwendername|\bbenutzerkennung)"),
        new(Thing.Password, "Passwort", @"(?i:\bkennwort|\bkennwört|\bpassword\b)"),
        new(Thing.AppPassword, "App-Passwort", @"(?i:\bapp-kennw|\banwendungspassw|\banwendungsspezifisch|\bgerätepassw)"),
        new(Thing.AccessToken, "Zugriffstoken", @"(?i:\bzugangstoken|\baccess[ -]token)"),
        new(Thing.Webmail, "Webmail", @"(?i:\bweb-mail|\bwebmailer)"),
        new(Thing.Provider, "Anbieter", @"(?i:\bprovider\b|\bhoster|\bdienstleister)"),
        new(Thing.NameServer, "Nameserver", @"(?i:\bnamensserver|\bDNS-Server|\bresolver)"),
        new(Thing.HostName, "Servername", @"(?i:\brechnername|\bhost-?name|\bserver-name)"),
        new(Thing.Domain, "Domain", @"(?i:\bdomäne)"),
        new(Thing.Likely, "wahrscheinlich", @"(?i:\bvermutlich)"),
        new(Thing.Fixing, "beheben", @"(?i:\bausbesser|\bausgebessert|\bratsam)"),
        new(Thing.NoResult, "kein klares Ergebnis", @"(?i:\bherausfinden|\bherauszufinden|\bherausgefunden)"),
        new(Thing.SignInPaused, "vorsorglich ausgesetzt", @"(?i:\bzurückgehalten|\bzurückhalten)"),
        new(Thing.CheckingAgain, "prüfen Sie erneut", @"(?i:\b(Starten|Wiederholen) Sie die Prüfung|\bprüfen Sie noch einmal|\bnoch einmal prüfen)"),
        new(Thing.InternetConnection, "Internetanschluss", @"(?i:\bLeitung)"),
        new(Thing.Capabilities, "Fähigkeiten", @"(?i:\bFertigkeit)"),
        new(Thing.Calculated, "berechnet", @"(?i:\berrechnet)"),
        new(Thing.Usable, "verwendbar", @"(?i:\b(un)?(be)?nutzbar)"),
        new(Thing.Contacting, "kontaktiert", @"(?i:\bangewählt|\bangerufen)"),
    ];
}
