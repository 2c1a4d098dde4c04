using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>What is said while a check runs. Sentences have the places that <see cref="Template"/> describes.</summary>
internal sealed record ProgressWords
{
    public required string Title { get; init; }
    public required string Running { get; init; }
    public required string RunningWithPassword { get; init; }
    public required string Cancel { get; init; }
    public required string Progress { get; init; }
    public required string Discovered { get; init; }
    public required string NothingDiscovered { get; init; }
    public required string Usable { get; init; }
    public required string NotUsable { get; init; }
    public required string Measured { get; init; }
    public required string MeasuredNoSize { get; init; }
    public required string Done { get; init; }
    public required string Open { get; init; }
    public required string NotStored { get; init; }

    /// <summary>The words of a language.</summary>
    public static ProgressWords Of(Language language) => language == Language.German ? German : English;

    private static ProgressWords English { get; } = new()
    {
        Title = "Checking {subject}",
        Running = "Each step appears as it is done. This takes a few seconds, fifteen at most.",
        RunningWithPassword = "Each step appears as it is done. This takes a few seconds, fifteen at most. Nothing in the mailbox is changed.",
        Cancel = "Cancel",
        Progress = "Steps of the check",
        Discovered = "{n:number} {n:server|servers} to look at",
        NothingDiscovered = "No server was found",
        Usable = "can be used",
        NotUsable = "cannot be used",
        Measured = "Mailbox over {protocol}: {messages:number} {messages:message|messages}, {bytes:size}",
        MeasuredNoSize = "Mailbox over {protocol} looked at",
        Done = "Done.",
        Open = "Open the report",
        NotStored = "The report could not be stored, so it cannot be opened later. In short:",
    };

    private static ProgressWords German { get; } = new()
    {
        Title = "Prüfung von {subject}",
        Running = "Jeder Schritt erscheint, sobald er erledigt ist. Das dauert wenige Sekunden, höchstens fünfzehn.",
        RunningWithPassword = "Jeder Schritt erscheint, sobald er erledigt ist. Das dauert wenige Sekunden, höchstens fünfzehn. Im Postfach wird nichts verändert.",
        Cancel = "Abbrechen",
        Progress = "Schritte der Prüfung",
        Discovered = "{n:number} {n:Server wird|Server werden} geprüft",
        NothingDiscovered = "Kein Server gefunden",
        Usable = "benutzbar",
        NotUsable = "nicht benutzbar",
        Measured = "Postfach über {protocol}: {messages:number} {messages:Nachricht|Nachrichten}, {bytes:size}",
        MeasuredNoSize = "Postfach über {protocol} angesehen",
        Done = "Fertig.",
        Open = "Bericht öffnen",
        NotStored = "Der Bericht konnte nicht gespeichert werden und lässt sich deshalb später nicht öffnen. Kurz gesagt:",
    };
}
