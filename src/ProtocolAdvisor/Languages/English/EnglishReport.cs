using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Languages.English.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Languages.English;

/// <summary>The report's words in English.</summary>
internal static class EnglishReport
{
    public static ReportPhrases Phrases { get; } = new()
    {
        Made = "Checked: {subject}, {day}, in {time}.",
        Incomplete = "Some results are missing; the findings say why.",
        Reasons = "Why",
        Support = "What else speaks for it",
        Plan = "What goes with it",
        Objections = "What speaks against it",
        Changes = "What would change the answer",
        HowToBackUp = "How to back up your mail",
        ToDo = "What must be done",
        ToMend = "What should be fixed",
        Must = "{n} required",
        Should = "{n} recommended",
        NothingToDo = "Nothing has to be done.",
        Noticed = "What else we noticed",
        Comparison = "POP3 and IMAP side by side",
        Forecast = "How long things will take",
        Mailbox = "The mailbox",
        Endpoints = "The servers that we tested",
        Sources = "Where the settings come from",
        Drift = "Where published settings contradict each other",
        Severities = new Dictionary<Severity, string>
        {
            [Severity.Blocking] = "does not work",
            [Severity.High] = "serious",
            [Severity.Medium] = "should be fixed",
            [Severity.Low] = "minor",
            [Severity.Info] = "for information",
        },
        Likelihoods = new Dictionary<FindingConfidence, string>
        {
            [FindingConfidence.Likely] = "likely",
            [FindingConfidence.Possible] = "possible",
        },
        Remedy = "What to do: {remedy}",
        Evidence = "Seen: {evidence}",
        MorePlaces = "{more} more places",
        MoreSeen = "And {more} more like these; the servers below show them.",
        ForYou = "For you",
        NoDifference = "You would hardly notice a difference between the two.",
        Difference = "You would notice a difference: “{task}” takes {fasterTime} over {faster}, and {slowerTime} over {slower}.",
        DifferenceOnce = "Day by day you would hardly notice a difference. “{task}” takes {fasterTime} over {faster}, and {slowerTime} over {slower}.",
        DifferenceAtOnce = "You would notice a difference: “{task}” happens at once over {faster}, and takes {slowerTime} over {slower}.",
        Tasks = new Dictionary<MailTask, string>
        {
            [MailTask.FirstSync] = "First fetch of all mail (POP3: the Inbox only)",
            [MailTask.FirstUsable] = "First list of messages",
            [MailTask.CheckNothingNew] = "Looking for mail: nothing new",
            [MailTask.CheckNewMail] = "Looking for mail: a day's new messages",
            [MailTask.OpenLargeMessage] = "Opening a large message",
            [MailTask.OpenOldMessage] = "Opening an older message",
        },
        AtOnce = "at once",
        Unknown = "unknown",
        Estimated = "about {time}",
        Line = "Calculated for {roundTrip} to the server and back ({roundTripBasis}) and {capacity} ({capacityBasis}). “About” means that something had to be assumed.",
        LineBases = new Dictionary<LinkBasis, string>
        {
            [LinkBasis.Given] = "as you said",
            [LinkBasis.Measured] = "as measured from here",
            [LinkBasis.Told] = "from the speed you gave",
            [LinkBasis.Assumed] = "a usual internet connection: yours is not known",
        },
        Imap =
        [
            "IMAP: {atLeast:at least |}{messages:number} {messages:message|messages} ({bytes:size}) in {folders:number} {folders:folder|folders}.",
            "Messages were counted in {counted:number} of these folders.",
            "Besides, there {shared:is|are} {shared:number} {shared:folder|folders} of other people, which {shared:is|are} not counted.",
            "In the Inbox: {inboxMessages:number} {inboxMessages:message|messages} ({inboxBytes:size}).",
            "Largest message that we saw over IMAP: {largest:size}.",
            "Space: {used:size} of {limit:size} used.",
            "Messages allowed: {limitMessages:number}; there are {usedMessages:number}.",
            "The mailbox grows by about {growth:size} a month.",
            "At this rate the mailbox will be full on {fullAt:date}.",
            "{samples:number} sample {samples:message|messages} over IMAP: {median} each, {min} to {max}.",
            "The connection to us carried {lineAtLeast:at least |}{line} over IMAP.",
        ],
        Pop3 =
        [
            "POP3: {messages:number} {messages:message|messages} ({bytes:size}).",
            "Largest message over POP3: {largest:size}.",
            "The server deletes messages by itself after {expireDays:number} {expireDays:day|days}.",
            "Between two sign-ins over POP3 the server wants {loginDelay:duration}.",
            "{samples:number} sample {samples:message|messages} over POP3: {median} each, {min} to {max}.",
            "The connection to us carried {lineAtLeast:at least |}{line} over POP3.",
        ],
        DeletedAtOnce = "The server may delete a message as soon as POP3 has fetched it.",
        OnlyInImap = "POP3 does not show {atLeast:at least |}{messages:number} {messages:message|messages} ({bytes:size}) and {folders:number} {folders:folder|folders}.",
        OnlyInImapsInbox = "POP3 does not show {atLeast:at least |}{messages:number} {messages:message|messages} ({bytes:size}).",
        Usable = "can be used",
        NotUsable = "cannot be used",
        NotTrusted = "not to be trusted with a password",
        Cleartext = EnglishEvidence.Phrases.Cleartext,
        RoundTrip = "{time} there and back",
        Steps = new Dictionary<MailStep, string>
        {
            [MailStep.Resolve] = "name lookup",
            [MailStep.Connect] = "connecting",
            [MailStep.TlsHandshake] = "TLS handshake",
            [MailStep.Greeting] = "greeting",
            [MailStep.Capability] = "capabilities",
            [MailStep.StartTls] = "STARTTLS command",
            [MailStep.SignIn] = "sign-in",
            [MailStep.OpenMailbox] = "opening the mailbox",
            [MailStep.Measure] = "fetching samples",
        },
        StepFailed = "{step} failed after {time}: {cause}",
        RefusedBehindSignIn = "the server refused",
        Failures = EnglishEvidence.Phrases.Failures,
        Quote = EnglishEvidence.Phrases.Quote,
        SignIns = new Dictionary<SignInOutcome, string>
        {
            [SignInOutcome.Accepted] = "Sign-in: accepted ({mechanism}, {time})",
            [SignInOutcome.Rejected] = "Sign-in: refused. {reason}",
            [SignInOutcome.NotAttempted] = "Sign-in: not tried. {reason}",
            [SignInOutcome.Unanswered] = "Sign-in: no answer. {reason}",
        },
        SignInReasons = new Dictionary<SignInReason, string>
        {
            [SignInReason.NoCredentials] = "No password was given",
            [SignInReason.EndpointNotUsable] = "The server cannot be reached securely, so your password was not sent",
            [SignInReason.OtherEndpointPreferred] = "A better way leads to the same mailbox",
            [SignInReason.AuthMechanismMissing] = "The server takes no access tokens",
            [SignInReason.ConnectionFailed] = "The connection broke",
            [SignInReason.OtherProtocolRefused] = "The other protocol's server had refused this password, and a second failure was to be avoided",
            [SignInReason.IncomingNotAccepted] = "No server for reading mail had accepted this sign-in, so it was not tried here",
        },
        Certificate = "Certificate: {subject}, issued by {issuer}, valid until {date}: {status}",
        CertificateStatuses = EnglishEvidence.Phrases.CertificateStatuses,
        SourceNames = new Dictionary<DiscoverySource, string>
        {
            [DiscoverySource.Explicit] = "named by you",
            [DiscoverySource.Autoconfig] = "settings file of the domain",
            [DiscoverySource.Pacc] = "configuration for mail programs (PACC)",
            [DiscoverySource.Srv] = "SRV record",
            [DiscoverySource.Catalogue] = "catalogue of providers",
            [DiscoverySource.Mx] = "whoever receives the domain's mail (MX)",
            [DiscoverySource.Convention] = "usual name, a guess",
            [DiscoverySource.Jmap] = "JMAP place of the domain",
            [DiscoverySource.Provider] = "what is publicly known of the provider",
        },
        SourceOutcomes = new Dictionary<SourceOutcome, string>
        {
            [SourceOutcome.Found] = "found",
            [SourceOutcome.NotFound] = "nothing there",
            [SourceOutcome.Failed] = "failed: {cause}",
            [SourceOutcome.Skipped] = "not asked",
        },
        Candidates = "Mail servers of {name}, the best first",
        NoCandidates = "We found no mail server of {name}.",
        Outgoing = "Servers for sending",
        Forgeable = "could be forged on its way",
        AskedInVain = "Nothing was found at {more:number} other {more:place|places}.",
    };
}
