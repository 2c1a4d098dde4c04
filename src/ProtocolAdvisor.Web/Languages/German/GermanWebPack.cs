namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>The web in German.</summary>
internal static class GermanWebPack
{
    public static WebPack Pack { get; } = new()
    {
        Problems = static () => GermanProblems.Phrases,
        Frame = static () => GermanFrame.Words,
        Start = static () => GermanStart.Words,
        Paste = static () => GermanPaste.Words,
        Again = static () => GermanAgain.Words,
        ProblemPage = static () => GermanProblemPage.Words,
        Progress = static () => GermanProgress.Words,
        ReportPage = static () => GermanReportPage.Words,
        Verdict = static () => GermanVerdict.Words,
        Enter = static () => GermanEnter.Words,
        Meaning = static () => GermanMeaning.Words,
        History = static () => GermanHistory.Words,
        Compare = static () => GermanCompare.Words,
        Invite = static () => GermanInvite.Words,
        Audits = static () => GermanAudits.Words,
    };
}
