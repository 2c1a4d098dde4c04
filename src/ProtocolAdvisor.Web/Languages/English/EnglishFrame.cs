using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>What stands around every page, in English.</summary>
internal static class EnglishFrame
{
    public static FrameWords Words { get; } = new()
    {
        Tagline = "POP3 or IMAP: measured, not guessed",
        SkipToContent = "Skip to the content",
        Start = "New check",
        Invite = "Invite",
        History = "History",
        Audits = "Audits",
        Api = "API",
        SignOut = "Sign out",
        LanguageLabel = "Language",
        KeyTitle = "Sign in",
        KeyText = "This installation is closed to visitors. Enter the key that its operator has given you; it is kept in this browser for twelve hours.",
        KeyUnknown = "This key is not known here. Check it for missing characters, or ask the operator for a new one.",
        KeyLabel = "Key",
        KeyButton = "Sign in",
        ReportGoneTitle = "Report not found",
        ReportGoneText = "This report does not exist, or it has expired: reports are kept for a few days only.",
        OurFaultTitle = "This did not work",
        OurFaultText = "Something went wrong on our side, not on yours. Please try again. If it happens again, tell the operator this number:",
        Trace = "Trace",
        BackToStart = "To the start page",
    };
}
