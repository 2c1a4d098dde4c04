using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Summaries;
namespace ProtocolAdvisor.Languages.English;

/// <summary>English.</summary>
internal static class EnglishSummary
{
    public static SummaryPhrases Phrases { get; } = new()
    {
        States = new Dictionary<SummaryState, string>
        {
            [SummaryState.Works] = "It works",
            [SummaryState.ToMend] = "It works, with something to fix",
            [SummaryState.DoesNotWork] = "It does not work",
            [SummaryState.CouldNotFindOut] = "No clear result",
        },
        MailboxUntested = "The servers work; the mailbox was not tested",
        HeldBack = "Sign-in paused for safety",
        Headlines = new Dictionary<SummaryHeadline, string>
        {
            [SummaryHeadline.UseImap] = "Use IMAP",
            [SummaryHeadline.UsePop3] = "Use POP3, with a regular backup",
            [SummaryHeadline.UsePop3BackedUp] = "Use POP3, and keep up your regular backup",
            [SummaryHeadline.Neither] = "Neither IMAP nor POP3 can be recommended",
            [SummaryHeadline.ImapNeeded] = "IMAP is needed, and there is none that works",
            [SummaryHeadline.ImapServerUnknown] = "Use IMAP; its server is not known yet",
            [SummaryHeadline.Pop3ServerUnknown] = "Use POP3; its server is not known yet",
            [SummaryHeadline.SignInRefused] = "Sign-in was refused",
            [SummaryHeadline.SignInRefusedForNow] = "Sign-in was refused for now",
            [SummaryHeadline.SignInUnanswered] = "Sign-in was not answered",
            [SummaryHeadline.SignInImpossible] = "Sign-in is not possible this way",
            [SummaryHeadline.SignInNotTried] = "Sign-in could not be tested",
            [SummaryHeadline.MailboxShut] = "The mailbox cannot be opened",
            [SummaryHeadline.MailboxShutForNow] = "The mailbox did not open this time",
            [SummaryHeadline.MailUnread] = "Messages could not be fetched",
            [SummaryHeadline.NoServerAnswers] = "No mail server answers",
            [SummaryHeadline.NoSuchServer] = "The server name does not exist",
            [SummaryHeadline.TurnedAway] = "The mail server turns us away",
            [SummaryHeadline.BadCertificate] = "The server's certificate cannot be trusted",
            [SummaryHeadline.NoEncryption] = "No encrypted connection is possible",
            [SummaryHeadline.OtherService] = "No mail server answers on this port",
            [SummaryHeadline.ServerFails] = "The mail server does not work as it should",
            [SummaryHeadline.Misspelled] = "The name looks misspelled",
            [SummaryHeadline.NoSuchDomain] = "The mail domain does not exist",
            [SummaryHeadline.NothingFound] = "No mail server was found",
            [SummaryHeadline.OtherWaysOnly] = "Neither IMAP nor POP3, but another way",
            [SummaryHeadline.SettingsUnusable] = "The published settings lead to no server",
            [SummaryHeadline.NotOffered] = "The provider offers neither IMAP nor POP3",
            [SummaryHeadline.CouldNotFindOut] = "No clear result",
        },
        Causes = new Dictionary<CauseKind, string>
        {
            [CauseKind.ToFix] = "First thing to fix: {cause}",
            [CauseKind.ToMend] = "To fix: {cause}",
            [CauseKind.Unknown] = "What stood in the way: {cause}",
        },
        Cause = ["{title} ({place}): {evidence}. {remedy}", "{title} ({place}). {remedy}", "{title}. {remedy}"],
        MorePlaces = "{places} and {more} more",
        SignIns = new Dictionary<SignInFate, string>
        {
            [SignInFate.Accepted] = "The sign-in works over {protocols}.",
            [SignInFate.MailboxShut] = "The sign-in works over {protocols}, but the server does not open the mailbox behind it.",
            [SignInFate.MailboxShutForNow] = "The sign-in works over {protocols}, but the mailbox behind it did not open this time.",
            [SignInFate.Refused] = "The sign-in over {protocols} was refused.",
            [SignInFate.RefusedForNow] = "The sign-in over {protocols} was refused for now, which says nothing against the password.",
            [SignInFate.Unanswered] = "The sign-in over {protocols} was not answered.",
            [SignInFate.Broken] = "The connection broke during the sign-in over {protocols}.",
            [SignInFate.Impossible] = "The sign-in over {protocols} was not tried: what was given cannot be used there.",
            [SignInFate.HeldBack] = "The sign-in over {protocols} was paused for safety.",
            [SignInFate.Withheld] = "The sign-in over {protocols} was not tried, so your password was not sent.",
            [SignInFate.OutOfTime] = "The time ran out before the sign-in over {protocols} was through.",
            [SignInFate.Spared] = "The sign-in over {protocols} was not tried.",
            [SignInFate.KeptHere] = "We did not sign in: no server could be used safely, so your password was not sent.",
            [SignInFate.NotGiven] = "No password was given, so the sign-in was not tested.",
        },
        Sending = new Dictionary<SendingFate, string>
        {
            [SendingFate.Works] = "Sending was tested, too: its server accepted the sign-in. No message was sent.",
            [SendingFate.DoesNotWork] = "Sending does not work.",
            [SendingFate.NotJustNow] = "Sending could not be tested: its server turned us away for now.",
            [SendingFate.NoSignIn] = "Sending does not work like this: its server offers no sign-in that fits.",
            [SendingFate.Refused] = "Sending does not work: its server refuses the sign-in.",
            [SendingFate.RefusedForNow] = "Sending could not be tested: its server refused the sign-in for now.",
            [SendingFate.Unanswered] = "Sending could not be tested: its server did not answer the sign-in.",
        },
        PasswordUnknown = "So we do not know whether the password is right.",
        BothProtocols = "{one} and {other}",
        NotNamed = "Only {other} servers were named, so no {protocol} server was looked at. Ask your provider for its {protocol} server, and name that one, too, or none at all.",
        NotFound = "We know of no {protocol} server here. Ask your provider whether there is one, and name it.",
        Guessed = new Dictionary<bool, string>
        {
            [true] = "The servers that your provider publishes do not answer. {place} does: we tried it because such names are usual, and it took your sign-in.",
            [false] = "The servers that your provider publishes do not answer. {place} does, but that is a guess: we tried it because such names are usual. Ask your provider whether it is the right one.",
        },
        NothingSeen = "No server was reached in time, so nothing is known of any. Check again.",
        OnlySending = "Only servers for sending were named, so nothing is known of receiving mail. Name the server for incoming mail, too, or none at all.",
        Meanings = new Dictionary<SummaryHeadline, string>
        {
            [SummaryHeadline.UseImap] = "Your mail stays on the server, and every device and webmail show the same mailbox.",
            [SummaryHeadline.UsePop3] = "Your mail moves to the device that fetches it and opens there at once; only the backup guards it against loss.",
            [SummaryHeadline.UsePop3BackedUp] = "Your mail moves to the device that fetches it and opens there at once; only the backup guards it against loss.",
        },
        OnceItWorks = "Our advice for your use, once it works: {advice}.",
    };
}
