using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.English.Findings;

/// <summary>Service identity: what answers on the port.</summary>
internal static class IdentityEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [NoGreeting] = new(
            "The server connects but says nothing",
            "A mail server speaks first. This one stayed silent.",
            "Check port and encryption: a port for SSL/TLS stays silent when spoken to without. Otherwise ask the provider.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.PortWasUsual] = "The usual ports of this server were tried, each as it is meant. Ask your provider for the server and the port, and whether the service is down.",
                [RemedyVariant.PlaceWasFound] = "The search found this server, so nothing that you typed is wrong. Try again later. For the provider: see why the service stays silent.",
            },
        },
        [WrongProtocol] = new(
            "Another service answers on this port",
            "What answers here is not the mail server that was asked for.",
            "Use the port of the right service: 993 for IMAP, 995 for POP3, both with SSL/TLS.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.Sending] = "Use the port for outgoing mail: 465 with SSL/TLS, or 587 with STARTTLS.",
                [RemedyVariant.TlsPortWorks] = "Use this host's port for SSL/TLS: it was tested and works.",
                [RemedyVariant.TlsPortFails] = "Ask your provider for the right server and port: SSL/TLS was tried at this host and does not work.",
            },
        },
        [TlsSpokenToClearPort] = new(
            "This port starts without encryption",
            "The setting says SSL/TLS, but the server begins in clear text here.",
            "Choose port 993 (IMAP) or 995 (POP3) with SSL/TLS. If there is none, choose STARTTLS for this port.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.Sending] = "Choose port 465 with SSL/TLS. If there is none, choose STARTTLS for this port.",
                [RemedyVariant.TlsPortWorks] = "Use this host's port for SSL/TLS: it was tested and works.",
                [RemedyVariant.TlsPortFails] = "Ask your provider for the right server and port: SSL/TLS was tried at this host and does not work.",
            },
        },
        [ClearSpokenToTlsPort] = new(
            "This port wants SSL/TLS from the start",
            "The setting says STARTTLS or no encryption, but the server expects encryption at once.",
            "Choose SSL/TLS as connection security for this port.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.TlsPortWorks] = "Use this host's port for SSL/TLS: it was tested and works.",
                [RemedyVariant.TlsPortFails] = "Ask your provider for the right server and port: SSL/TLS was tried at this host and does not work either.",
            },
        },
        [GreetingRefused] = new(
            "The server turns us away at the door",
            "It answers, but refuses to talk before anyone has signed in. Its reason is quoted here.",
            "Do as the reason says; often it is enough to wait. If it goes on, ask your provider."),
        [GreetingBlocklisted] = new(
            "The server has blocked this network address",
            "The address from which the test or you connect is on a block list. Your password is not the cause.",
            "Try from another network. To be taken off the list, contact your provider with the quoted line."),
        [ServerClosedEarly] = new(
            "The server breaks off in mid-conversation",
            "It hung up before the step was done.",
            "Try again later. For the provider: look into the server's log at this time; rate limits and crashes look like this."),
        [CommandUnanswered] = new(
            "The server stops answering in mid-conversation",
            "It was asked, and did not finish its answer for as long as we waited. Whether it would have done so later is not known.",
            "Try again later. For the provider: look into the server's log at this time; slow storage and a locked mailbox look like this."),
        [ProtocolViolation] = new(
            "The server answers against the rules",
            "Its reply does not follow the protocol's grammar, so some mail programs will fail.",
            "For the provider: update the server, or look for a proxy in between that changes the replies."),
        [ResponseTooLarge] = new(
            "The server's answer is unreasonably long",
            "We stopped reading to protect ourselves. A healthy server does not do this.",
            "For the provider: find out what sends this answer."),
        [ServerBusy] = new(
            "The server is busy and turns us away",
            "It answers, but has too much to do or is being maintained. Its words are quoted here.",
            "Wait some minutes and try again. If it goes on, ask your provider."),
        [GreetingSlow] = new(
            "The server takes long to greet",
            "It works, but makes every mail program wait before anything else can be done; some give up.",
            "For the provider: often the look-up of the name of whoever connects does not get an answer (reverse DNS), or the server has too much to do."),
        [ServerAlert] = new(
            "The server has a message for you",
            "Mail servers use it for what their users must know. The words are the server's own.",
            "Read the quoted words. They may also be meant for your provider to explain."),
    };
}
