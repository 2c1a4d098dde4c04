using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Languages.English;

/// <summary>One word a thing, in English.</summary>
internal static class EnglishTerms
{
    public static IReadOnlyList<Term> All { get; } =
    [
        new(Thing.Address, "e-mail address", @"(?<!e-)(?i:\bmail address)|(?i:\bemail|\beMail)|\b[Ee]-mail(?! address)"),
        new(Thing.SignIn, "sign-in", @"(?i:\blog(s|ged|ging)?[ -]?(in|on)\b|\bsignin\b|\bsign(s|ed|ing)?[ -]on\b|\bauthenticat\w*)"),
        new(Thing.MailServer, "mail server", @"(?i:\bmailserver|\be-?mail server|\bmail host)"),
        new(Thing.MailProgram, "mail program", @"(?i:\bmail (client|software|application)|\be-?mail program|\bclients?\b)"),
        new(Thing.Mailbox, "mailbox", @"(?i:\bmail box|\bmaildrop|\bpost ?box)"),
        new(Thing.Inbox, "Inbox", @"\binbox|\bINBOX"),
        new(Thing.UserName, "user name", @"(?i:\busername|\blogin name|\buser id\b)"),
        new(Thing.Password, "password", @"(?i:\bpassphrase|\bpass ?code|\bpasswd)"),
        new(Thing.AppPassword, "app password", @"(?i:\bapp-specific|\bapplication password|\bapp-password|\bdevice password)"),
        new(Thing.AccessToken, "access token", @"(?i:\boauth2? token|\bbearer token|\baccess-token)"),
        new(Thing.Webmail, "webmail", @"(?i:\bweb[ -]mail|\bweb client)"),
        new(Thing.Provider, "provider", @"(?i:\bhoster|\bISP\b|\bhosting company|\bmail service)"),
        new(Thing.NameServer, "name server", @"(?i:\bresolvers?\b|\bDNS server|\bnameserver)"),
        new(Thing.HostName, "host name", @"(?i:\bhostname|\bFQDN)"),
        new(Thing.Domain, "domain", @"(?i:\bdomain-name|\bzone\b)"),
        new(Thing.Likely, "likely", @"(?i:\bprobably|\bperhaps|\bmaybe|\bpresumably)"),
    ];
}
