using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.English.Findings;

/// <summary>Sending mail.</summary>
internal static class SubmissionEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [SubmissionNotAnswered] = new(
            "No server for sending answers",
            "The servers named for sending mail were tried, and nobody is there. Reading mail is not affected.",
            "Try from another network: some networks block the ports for sending. If it fails there too, ask your provider for the server for outgoing mail (SMTP)."),
        [SubmissionNoTls] = new(
            "Sending works only without encryption",
            "The server for sending answers, but cannot encrypt, so the password and every message would travel readably. Reading mail is not affected.",
            "Do not send through it. Ask your provider for a server for outgoing mail with SSL/TLS. For the provider: open port 465, and offer STARTTLS on 587."),
        [SubmissionAuthBeforeTls] = new(
            "The server for sending offers the sign-in before encryption",
            "A mail program with the wrong setting would send the password readably.",
            "For outgoing mail, set the connection security to SSL/TLS or STARTTLS, never to none. For the provider: offer AUTH only over TLS."),
        [SubmissionNoAuth] = new(
            "The server for sending offers no sign-in",
            "It encrypts, but does not say how to sign in. It may take mail from its own network only, or be meant for mail between servers.",
            "Ask your provider which server mail programs are to send through. For the provider: offer AUTH on ports 465 and 587."),
        [SubmissionSignInRefused] = new(
            "The server for sending refuses the sign-in",
            "The same user name and password were accepted for reading mail, so they are right. Its words are quoted here.",
            "Ask your provider whether sending by mail programs is switched on for your account, and which user name it wants. For the provider: compare the two services' accounts."),
        [SubmissionPort25Only] = new(
            "Only port 25 is named for sending",
            "Port 25 is for mail between servers. Many networks block it, and many servers take no mail from programs there. Reading mail is not affected.",
            "Ask your provider for a server on port 465 or 587. For the provider: publish one of them instead."),
    };
}
