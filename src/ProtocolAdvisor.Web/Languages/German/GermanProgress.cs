using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>The page of a running check, in German.</summary>
internal static class GermanProgress
{
    public static ProgressWords Words { get; } = new()
    {
        Title = "Prüfung von {subject}",
        Running = "Jeder Schritt erscheint, sobald er erledigt ist. Das geht meist schnell und dauert höchstens {seconds:number} {seconds:Sekunde|Sekunden}.",
        RunningWithPassword = "Jeder Schritt erscheint, sobald er erledigt ist. Das geht meist schnell und dauert höchstens {seconds:number} {seconds:Sekunde|Sekunden}. Im Postfach wird nichts verändert.",
        Cancel = "Abbrechen",
        Phases = ["Server finden", "Ausprobieren", "Postfach messen", "Empfehlen"],
        Progress = "Schritte der Prüfung",
        Discovered = "{n:number} {n:Server wird|Server werden} geprüft",
        NothingDiscovered = "Kein Server gefunden",
        Usable = "verwendbar",
        NotUsable = "nicht verwendbar",
        Measured = "Postfach über {protocol}: {messages:number} {messages:Nachricht|Nachrichten}, {bytes:size}",
        MeasuredNoSize = "Postfach über {protocol} angesehen",
        Provisional = "Das Protokoll steht fest: {protocol}. Ob damit alles funktioniert, wird noch geprüft.",
        Done = "Fertig.",
        Open = "Bericht öffnen",
        NotStored = "Der Bericht konnte nicht gespeichert werden und lässt sich deshalb später nicht öffnen. Hier steht er: Kopieren Sie, was Sie brauchen, bevor Sie diese Seite verlassen.",
        BrokenOff = "Der Dienst wird neu gestartet, und die Prüfung wurde abgebrochen. Nichts davon wird aufbewahrt. Prüfen Sie in einer Minute erneut.",
        BackToForm = "Zurück zu Ihren Eingaben",
    };
}
