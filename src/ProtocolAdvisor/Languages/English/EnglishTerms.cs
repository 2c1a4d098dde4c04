using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Languages.English;

/// <summary>One word a thing, in English.</summary>
internal static class EnglishTerms
{
    public static IReadOnlyList<Term> All { get; } =
    [
        new(Thing.Address, "e-mail address", @"(?<![eE]-)(?i:\bmail address)|(?i:\bemail|\beMail)|\b[Ee]-mail(?! address)"),
        new(Thing.SignIn, "sign-in", @"(?i:\blog(s|ged|ging)?[ -]?(in|on)\b|\bsignin\b|\bsign(s|ed|ing)?[ -]on\b)"),
        new(Thing.MailServer, "mail server", @"(?i:\bmailserver|\be-?mail server|\bmail host|\bmail service)"),
        new(Thing.MailProgram, "mail program", @"(?i:\bmail (client|software|application)|\be-?mail program|\bclients?\b)"),
        new(Thing.Mailbox, "mailbox", @"(?i:\bmail box|\bmaildrop|\bpost ?box)"),
        new(Thing.Inbox, "Inbox", @"\binbox"),
        new(Thing.UserName, "user name", @"(?i:\busername|\blogin name|\buser id\b)"),
        new(Thing.Password, "password", @"(?i:\bpassphrase|\bpass ?code|\bpasswd)"),
        new(Thing.AppPassword, "app password", @"(?i:\bapp-specific|\bapplication password|\bapp-password|\bdevice password)"),
        new(Thing.AccessToken, "access token", @"(?i:\boauth2? token|\bbearer token|\baccess-token)"),
        new(Thing.Webmail, "webmail", @"(?i:\bweb[ -]mail|\bweb client)"),
        new(Thing.Provider, "provider", @"(?i:\bhoster|\bhosting company)"),
        new(Thing.NameServer, "name server", @"(?i:\bresolvers?\b|\bDNS server|\bnameserver)"),
        new(Thing.HostName, "server name", @"(?i:\bhost ?name|\bFQDN)"),
        new(Thing.Domain, "domain", @"(?i:\bdomain-name|\bzone\b)"),
        new(Thing.Likely, "likely", @"(?i:\bprobably|\bmaybe|\bpresumably)"),
    ];
}
