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
        new(Thing.Fixing, "fix", @"(?i:\bmend(s|ed|ing)?\b)"),
        new(Thing.NoResult, "no clear result", @"(?i:\bbe found out|\bwe could not find out\W*$)"),
        new(Thing.SignInPaused, "paused for safety", @"(?i:\bheld back|\bhold(s|ing)? back)"),
        new(Thing.CheckingAgain, "check again", @"(?i:\b(run|repeat|do|start) (the|this) (test|check) again|\btest again)"),
        new(Thing.InternetConnection, "internet connection", @"(?i:\b(own|your|usual|narrow|internet) line\b|\bline (towards|to the server))"),
        new(Thing.Capabilities, "capabilities", @"(?i:\babilit(y|ies)\b)"),
        new(Thing.Calculated, "calculated", @"(?i:\breckon)"),
        new(Thing.Usable, "can be used", @"(?i:\busable servers?\b|\bworkable)"),
        new(Thing.Contacting, "contacted", @"(?i:\bdial(s|led|ling)?\b)"),
    ];
}
