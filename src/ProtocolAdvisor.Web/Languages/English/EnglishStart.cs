using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>The start page, in English.</summary>
internal static class EnglishStart
{
    public static StartWords Words { get; } = new()
    {
        Title = "Check a mail account",
        Lead = "See whether it works, what to fix, and whether IMAP or POP3 suits better, with all the settings.",
        Wrong = "Please look at the marked fields again.",
        Address = "E-mail address, domain or mail server",
        AddressHint = "For example jane@example.com, example.com or mail.example.com. Paste it as it comes.",
        Password = "Password",
        PasswordHint = "May stay empty: then the servers are checked, but not the mailbox. It goes only to the mail server, encrypted, and is not stored.",
        PasswordAgain = "Please enter the password again: it is never kept.",
        Cancelled = "The check was cancelled, and nothing of it is kept. What you entered is still here, except for the password.",
        More = "Own user name or server",
        Username = "User name",
        UsernameHint = "Only where it is not the e-mail address.",
        Server = "Mail server",
        ServerHint = "Only where you know it and it need not be looked for.",
        Use = "More about how it is used",
        UseHint = "Every answer makes the advice more reliable. All of them can be changed later, without another check.",
        Check = "Check the account",
        NotSaid = "Not known",
        Yes = "Yes",
        No = "No",
        Questions = new Dictionary<string, string>
        {
            ["usage.today"] = "How is it set up now?",
            ["usage.devices"] = "On how many devices is it read?",
            ["usage.people"] = "How many people read it?",
            ["usage.webmail"] = "Is webmail used as well?",
            ["usage.offlineReading"] = "Must mail be readable without a connection?",
            ["usage.serverFolders"] = "Is mail sorted into folders on the server?",
            ["usage.priority"] = "What matters more?",
            ["usage.backup"] = "Is the device backed up?",
            ["usage.newMessagesPerDay"] = "New messages a day",
            ["usage.link.roundTripMs"] = "Your internet connection: response time in ms",
            ["usage.link.downMbit"] = "Your internet connection: download in Mbit/s",
            ["usage.link.upMbit"] = "Your internet connection: upload in Mbit/s",
        },
        Answers = new Dictionary<string, IReadOnlyList<(string, string)>>
        {
            ["usage.today"] = [("pop3", "With POP3"), ("imap", "With IMAP"), ("none", "Not set up yet")],
            ["usage.priority"] = [("speed", "Speed on one device"), ("flexibility", "The same mail everywhere")],
            ["usage.backup"] = [("none", "Not now"), ("regular", "Regularly"), ("impossible", "Cannot be")],
        },
    };
}
