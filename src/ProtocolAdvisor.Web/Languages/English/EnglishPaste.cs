using ProtocolAdvisor.Pasting;
using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>What was understood of a paste, in English.</summary>
internal static class EnglishPaste
{
    public static PasteWords Words { get; } = new()
    {
        Mailbox = "E-mail address:",
        Domain = "Mail domain:",
        Server = "Mail server:",
        MailboxHint = "With the password, the mailbox itself is measured as well.",
        DomainHint = "Its published settings and its servers are checked. There is no mailbox to measure, so no password is needed.",
        ServerHint = "Its usual ports are tried. To measure a mailbox, enter the user name and the password as well.",
        EndpointHint = "This port alone is tried, with {protocol} ({security}).",
        Confirm = "Part of the text was left out or had to be guessed. Is this what you mean? Then choose “{button}”. If not, correct it above.",
        DidYouMean = "Did you mean {meant}?",
        Instead = "Check {subject} instead",
        AsDomain = "{subject} is a mail domain",
        Several = "There is more than one in it. Which one is to be checked?",
        WhichProtocol = "Which protocol does the server use on this port?",
        One = "Check {subject}",
        Faults = new Dictionary<PasteFault, string>
        {
            [PasteFault.Empty] = "Enter an e-mail address, a mail domain or a mail server.",
            [PasteFault.TooLong] = "This is too long to be an address. Cut it down to the address alone.",
            [PasteFault.DomainMissing] = "Is the @domain missing? A whole address looks like jane@example.com.",
            [PasteFault.EndingMissing] = "Is the ending missing, such as .com? A whole address looks like jane@example.com.",
            [PasteFault.SeveralAts] = "An address has only one @. Cut out the other one.",
            [PasteFault.Masked] = "This is how reports hide an address. Enter the whole address.",
            [PasteFault.UnfitCharacter] = "An address or a server’s name cannot have this in it; cut it out: {characters}",
            [PasteFault.Unreadable] = "There is no address, domain or server in this. Cut everything but the address, such as jane@example.com.",
            [PasteFault.Several] = "There is more than one in it. Cut all but one.",
            [PasteFault.ProtocolMissing] = "This port does not say which protocol it is for. Write imaps:// or pop3s:// before the server.",
        },
    };
}
