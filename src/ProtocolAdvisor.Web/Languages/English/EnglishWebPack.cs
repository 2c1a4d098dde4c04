namespace ProtocolAdvisor.Web.Languages.English;

/// <summary>The web in English.</summary>
internal static class EnglishWebPack
{
    public static WebPack Pack { get; } = new()
    {
        Problems = static () => EnglishProblems.Phrases,
        Frame = static () => EnglishFrame.Words,
        Start = static () => EnglishStart.Words,
        Paste = static () => EnglishPaste.Words,
        Again = static () => EnglishAgain.Words,
        ProblemPage = static () => EnglishProblemPage.Words,
        Progress = static () => EnglishProgress.Words,
        ReportPage = static () => EnglishReportPage.Words,
        Verdict = static () => EnglishVerdict.Words,
        Enter = static () => EnglishEnter.Words,
        Meaning = static () => EnglishMeaning.Words,
        History = static () => EnglishHistory.Words,
        Compare = static () => EnglishCompare.Words,
        Invite = static () => EnglishInvite.Words,
        Audits = static () => EnglishAudits.Words,
    };
}
