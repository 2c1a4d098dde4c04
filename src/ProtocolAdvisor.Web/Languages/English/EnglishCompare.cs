using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>The comparison of two reports, in English.</summary>
internal static class EnglishCompare
{
    public static CompareWords Words { get; } = new()
    {
        Title = "Two reports side by side",
        OnlyChanges = "What has changed",
        NothingChanged = "Nothing has changed but the times.",
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
        Capabilities = "Abilities",
        Messages = "Messages",
        Bytes = "Size",
        Fetch = "Fetching one message",
        Earlier = "Earlier",
        Later = "Later",
        Changed = "changed",
    };
}
