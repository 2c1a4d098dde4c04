using ProtocolAdvisor.Reports.Text;

namespace ProtocolAdvisor.Languages.German;

/// <summary>The report on one screen, in German.</summary>
internal static class GermanBrief
{
    public static BriefPhrases Phrases { get; } = new()
    {
        Settings = "Diese Einstellungen eintragen",
        Incoming = "Posteingang ({protocol})",
        Outgoing = "Postausgang (SMTP)",
        State = "Stand",
        Servers = "Die Server",
        Untested = "nicht zu Ende geprüft",
        SignInAccepted = "Anmeldung angenommen",
        SignInRefused = "Anmeldung abgelehnt",
        SignInUnanswered = "Anmeldung nicht beantwortet",
        More = "… und {more:number} weitere",
    };
}
