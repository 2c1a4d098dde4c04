using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>The comparison of two reports, in English.</summary>
internal static class EnglishCompare
{
    public static CompareWords Words { get; } = new()
    {
        Title = "What has changed",
        State = "How it stands",
        Appeared = "New problems",
        Mended = "Fixed",
        NotLookedAt = "Was noticed then, and not looked at this time",
        NotKnownThen = "Noticed now, and not known the time before",
        Servers = "Servers",
        Certificates = "New certificates",
        Settings = "Settings to enter",
        Mailbox = "Mailbox",
        NewServer = "New: {server}",
        GoneServer = "No longer there: {server}",
        UnseenServer = "Not looked at this time: {server}",
        UnseenServerThen = "Not looked at the time before: {server}",
        NowUsable = "Works now: {server}",
        NowUnusable = "No longer works: {server}",
        Until = "until {day}",
        AccountsDiffer = "These are reports of two accounts: {one} and {other}. What differs between them need not be a change.",
        MaskedHint = "Addresses are kept masked: two people may look the same here.",
        Details = "Every difference, value by value",
        OnlyChanges = "Differences",
        NothingChanged = "Nothing has changed but the times.",
        NothingWeighty = "Nothing that matters has changed. The table below shows what is different all the same.",
        Everything = "Everything",
        Report = "The report",
        Account = "Account",
        Advice = "Advice",
        Findings = "Noticed",
        Reachable = "Can be used",
        Yes = "yes",
        No = "no",
        Absent = "not looked at",
        SignIn = "Sign-in",
        RoundTrip = "Response time",
        Whole = "All steps together",
        Tls = "Encryption",
        Certificate = "Certificate",
        CertificateText = "{name}, by {issuer}, until {day}",
        Capabilities = "Capabilities",
        Messages = "Messages",
        Bytes = "Size",
        Fetch = "Fetching one message",
        Earlier = "Earlier",
        Later = "Later",
        Changed = "changed",
    };
}
