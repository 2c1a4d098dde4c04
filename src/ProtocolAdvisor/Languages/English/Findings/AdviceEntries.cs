using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.English.Findings;

/// <summary>Discovery, recommendation and the run itself.</summary>
internal static class AdviceEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [DiscoveryNothingFound] = new(
            "No mail server was found for this address",
            "The domain does not publish mail settings, and the usual names do not answer.",
            "Check the address. Ask your provider for the server names, and enter them."),
        [OtherWaysOnly] = new(
            "Neither IMAP nor POP3 is named, only other ways to the mailbox",
            "Mail programs that speak IMAP and POP3 only cannot fetch this mail.",
            "Use a program that speaks one of the ways named, or webmail. Ask your provider whether IMAP or POP3 can be switched on."),
        [DnsAnswersForged] = new(
            "Your name server answers for names that do not exist",
            "Some networks lead every mistyped name to a page of their own. What was found by guessing names is then worth little.",
            "Check again with another name server or in another network."),
        [AutoconfigInvalid] = new(
            "The published settings file cannot be read",
            "Mail programs that set themselves up automatically will fail or guess.",
            "For the provider: correct the file at the place quoted here."),
        [AutoconfigInsecure] = new(
            "The settings are published without encryption",
            "On the way, someone could replace the server names with their own.",
            "For the provider: publish the file over https."),
        [SettingsWebFault] = new(
            "The web server for mail settings gives no usable answer",
            "Whether settings are published there is not clear. Mail programs that look there do not learn it either, or give up.",
            "For the provider: see to the web server quoted here: a valid certificate, no redirect to http or to an address, and within seconds the file, or 404 where there is none."),
        [SettingsEmpty] = new(
            "The published settings name no usable mail server",
            "Every mail server at the place quoted here had to be left out for the reasons that follow it. Mail programs will fail or guess.",
            "For the provider: correct the servers at that place."),
        [SettingsDrift] = new(
            "Published settings contradict each other or the servers",
            "Depending on which source a mail program reads, it gets other settings, or some that the servers do not answer to.",
            "For the provider: bring the sources and the servers in line; the report lists the differences."),
        [SrvNotOffered] = new(
            "The provider says it does not offer this protocol",
            "Its DNS records name no server for it on purpose.",
            "With this provider, only the other protocol comes into question.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.OtherProtocolFails] = "Ask your provider how its mailboxes are to be read: the other protocol cannot be used here either.",
                [RemedyVariant.Sending] = "Mail programs cannot send through this provider. Write on its web page, or ask it which server sends your mail.",
            },
        },
        [OperatorPrefers] = new(
            "The provider prefers one protocol",
            "Its DNS records or settings list it first.",
            "Nothing has to be done; your own use matters more."),
        [CredentialsWithheld] = new(
            "We did not send your password",
            "The server was found in a way that could have been tampered with, so we did not give it your password.",
            "If you know that this is your provider's server, name it yourself and check again."),
        [SignInHeldBack] = new(
            "Not signed in, because too many sign-ins have failed lately",
            "So that nobody can try passwords through us, an account is left alone for a while after several wrong ones.",
            "Wait an hour, check the password in webmail, and check again."),
        [CleartextOnly] = new(
            "Mail can be fetched only without encryption here",
            "Password and mail could be read by anyone on the way.",
            "Do not use it like this, and ask your provider for SSL/TLS."),
        [MailOutsideInbox] = new(
            "POP3 would not show all of your mail",
            "POP3 knows only the Inbox; mail in other folders stays behind on the server.",
            "Before you change to POP3, move what you need into the Inbox; or stay with IMAP.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.OtherProtocolFails] = "Before you change to POP3, move what you need into the Inbox.",
            },
        },
        [NoBackup] = new(
            "POP3 without a backup can lose all mail",
            "With POP3 your mail ends up on your device only. One broken disk or lost device, and all of it is gone.",
            "Set up a regular backup before you begin with POP3."),
        [DeadlineReached] = new(
            "The test ran out of time",
            "What could not be finished is marked as missing; what is shown was really seen.",
            "Check again. If it happens again, try at a quieter hour."),
        [InternalFault] = new(
            "An internal error of this test stopped this step",
            "It is neither your nor the server's fault, and says nothing about whether the server works.",
            "Check again. If it goes on, please report it."),
    };
}
