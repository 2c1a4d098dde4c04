using ProtocolAdvisor.Web.Console;
using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>The words around the settings to enter, in English.</summary>
internal static class EnglishEnter
{
    public static EnterWords Words { get; } = new()
    {
        Copy = "Copy",
        CopyOf = "Copy: {name}",
        Copied = "Copied",
        Programs = "Which mail program?",
        Clients = new Dictionary<MailProgram, ClientGuide>
        {
            [MailProgram.Thunderbird] = new("Thunderbird",
            [
                "Open the menu ☰, then “New Account”, “Email” (older versions: “Account Settings”, “Account Actions”, “Add Mail Account”).",
                "Enter the name and the full e-mail address, and go on. If it asks, choose “Configure manually”.",
                "Choose {protocol} for incoming mail and enter the values above, first for incoming, then for outgoing mail.",
                "Enter the password and finish.",
            ]),
            [MailProgram.Outlook] = new("Outlook",
            [
                "Classic Outlook: “File”, “Add Account”. New Outlook: “Settings”, “Accounts”, “Add account”.",
                "Enter the full e-mail address. Classic: open “Advanced options”, tick “Let me set up my account manually”. New: choose the provider by hand.",
                "Choose {protocol}; the entry may be called “POP” where it means POP3.",
                "Enter the values above for incoming and outgoing mail, then the password.",
            ]),
            [MailProgram.Apple] = new("Apple Mail",
            [
                "Easiest: open the profile file below on the device and install it under “Settings”, “Profile Downloaded” (Mac: “System Settings”, “Device Management”).",
                "By hand on iPhone and iPad: “Settings”, “Apps”, “Mail”, “Mail Accounts”, “Add Account”, “Other”. On a Mac: “Mail”, “Add Account”, “Other Mail Account”.",
                "Enter the name, the full e-mail address and the password.",
                "Choose {protocol} and enter the values above for incoming and outgoing mail; the user name is needed for both.",
            ]),
            [MailProgram.Android] = new("Thunderbird for Android",
            [
                "Open the menu, then “Settings”, “Add account”, and enter the full e-mail address.",
                "If servers are offered that differ from those above, choose “Edit configuration”.",
                "Choose {protocol} and enter the values above, first for incoming, then for outgoing mail.",
                "Enter the password and finish.",
            ]),
            [MailProgram.Gmail] = new("Gmail app",
            [
                "Tap your picture, then “Add another account”, “Other”.",
                "Enter the full e-mail address and choose “Manual setup”.",
                "Choose “Personal ({protocol})” and enter the password.",
                "Enter the values above for incoming, then for outgoing mail.",
            ]),
        },
        Customer = "For the customer",
        CustomerHint = "A text to send as it stands. It holds no password, and the link in it opens this report.",
        CustomerText = "Text for the customer",
        CopyCustomer = "Copy the text",
        MailCustomer = "Write a mail with it",
        Subject = "Your mail settings for {name}",
        WholeReport = "The whole report, until {day}: {link}",
    };
}
