using ProtocolAdvisor.Web.Console.Words;
using ProtocolAdvisor.Web.Invites;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>Invites, in English.</summary>
internal static class EnglishInvite
{
    public static InviteWords Words { get; } = new()
    {
        Title = "Invite a customer",
        Lead = "Make a link with which your customer enters the password without you seeing it. The report opens for both of you.",
        Address = "E-mail address of the customer",
        AddressHint = "The account that is to be checked.",
        From = "Who asks",
        FromHint = "The customer reads this, for example: Support of Example Hosting, Jane.",
        Note = "Note",
        NoteHint = "For you alone: such as a ticket number. It stands at the report, and the history finds it.",
        Make = "Make the link",
        MadeTitle = "The link is ready",
        MadeText = "Send it to the owner of {account}. It works once, until {instant}. It is shown here only now: whoever has it can use it.",
        Link = "Link",
        Copy = "Copy",
        Copied = "Copied",
        Mail = "Write a message",
        MailSubject = "Checking {account}: please enter the password yourself",
        MailText = "Hello,\n\nwe would like to check your mail account {account} with you. Please open this link and enter the password there, rather than telling us. The checking service passes it on to your mail server, encrypted, and does not store it; we cannot see it.\n\n{link}\n\nThe link works once, until {instant}. If you are unsure, call us before you use it.",
        Message = "A text to send",
        Revoke = "Take the link back",
        ToHistory = "To the history",
        AskTitle = "Check your mail account",
        AskText = "{from} would like to check {account} with your help. Please enter its password.",
        Somebody = "The support of this service",
        Password = "Password of your mail account",
        PasswordHint = "The one that you type into your mail program.",
        Check = "Check my account",
        Promises =
        [
            "This service passes the password on to your mail server, encrypted, for this check only. It is not stored, and whoever sent you the link cannot see it.",
            "Your mailbox stays as it is. Its size and speed are measured; what your messages say is not kept.",
            "You, whoever asked, and anyone who is given the report's link can read it.",
            "Were you not expecting this link? Then close the page and enter nothing.",
        ],
        UnknownTitle = "This link is not known",
        UnknownText = "Check that the whole link was copied. Links of the past are forgotten after a week: ask for a new one.",
        RunningTitle = "The check is running already",
        RunningText = "The link has just been used in another window. Its report appears there.",
        Over = new Dictionary<InviteState, (string, string)>
        {
            [InviteState.Pending] = ("This link cannot be opened", "It was made by another installation, or its keys were replaced. Ask for a new one."),
            [InviteState.Used] = ("This link has been used", "It works only once. If the check is to be done again, ask for a new link."),
            [InviteState.Revoked] = ("This link was taken back", "Whoever sent it has withdrawn it. Ask for a new one."),
            [InviteState.Expired] = ("This link has expired", "It was good for 24 hours. Ask for a new one."),
        },
        Pending = "Invited, not checked yet",
        GoodUntil = "until",
        RevokeOf = "Take the link back: {account}",
    };
}
