using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Languages.German;

/// <summary>One word a thing, in German.</summary>
internal static class GermanTerms
{
    public static IReadOnlyList<Term> All { get; } =
    [
        new(Thing.Address, "E-Mail-Adresse", @"(?<!E-)(?i:\bMail-?adress)|(?i:\bEmail|\be-?mailadress)"),
        new(Thing.SignIn, "Anmeldung", @"(?i:\blog-?in|\beinlogg|\beingelogg|\bsign-in|\bauthentifizier|\bauthentisier)"),
        new(Thing.MailServer, "Mailserver", @"(?i:\bmail-server|\be-mail-server|\bmailhost)"),
        new(Thing.MailProgram, "E-Mail-Programm", @"(?i:\bmailprogramm|(?<!E-)\bMail-Programm|\bclients?\b|\bmail-?client|\bMailsoftware)"),
        new(Thing.Mailbox, "Postfach", @"(?i:\bmailbox|\bpostbox|\bmaildrop|\bMail-?Konto)"),
        new(Thing.Inbox, "Posteingang", @"(?i:\binbox)"),
        new(Thing.UserName, "Benutzername", @"(?i:\bnutzername|\busername|\banwendername|\bbenutzerkennung)"),
        new(Thing.Password, "Passwort", @"(?i:\bkennwort|\bkennwört|\bpassword\b)"),
        new(Thing.AppPassword, "App-Passwort", @"(?i:\bapp-kennw|\banwendungspassw|\banwendungsspezifisch|\bgerätepassw)"),
        new(Thing.AccessToken, "Zugriffstoken", @"(?i:\bzugangstoken|\baccess[ -]token|\bbearer)"),
        new(Thing.Webmail, "Webmail", @"(?i:\bweb-mail|\bwebmailer)"),
        new(Thing.Provider, "Anbieter", @"(?i:\bprovider\b|\bhoster|\bdienstleister)"),
        new(Thing.NameServer, "Nameserver", @"(?i:\bnamensserver|\bDNS-Server|\bresolver)"),
        new(Thing.HostName, "Hostname", @"(?i:\brechnername|\bhost-name|\bservernamen?\b)"),
        new(Thing.Domain, "Domain", @"(?i:\bdomäne)"),
        new(Thing.Likely, "wahrscheinlich", @"(?i:\bvermutlich|\bvielleicht|\bwomöglich)"),
    ];
}
