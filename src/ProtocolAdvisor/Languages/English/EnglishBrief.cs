using ProtocolAdvisor.Reports.Text;

namespace ProtocolAdvisor.Languages.English;

/// <summary>The report on one screen, in English.</summary>
internal static class EnglishBrief
{
    public static BriefPhrases Phrases { get; } = new()
    {
        Settings = "Settings to enter",
        Incoming = "Incoming ({protocol})",
        Outgoing = "Outgoing (SMTP)",
        State = "State",
        Servers = "Servers",
        Untested = "not tested to the end",
        SignInAccepted = "sign-in accepted",
        SignInRefused = "sign-in refused",
        SignInUnanswered = "sign-in not answered",
        More = "… and {more:number} more",
    };
}
