namespace ProtocolAdvisor.Pasting;

/// <summary>What was understood of a text that somebody typed or pasted.</summary>
/// <param name="Subjects">What it names, in its order, each once; empty where nothing was understood.</param>
/// <param name="Fault">Why nothing was understood, or why one must be chosen; null where there is one.</param>
internal sealed record PasteReading(IReadOnlyList<PastedSubject> Subjects, PasteFault? Fault)
{
    /// <summary>
    /// Whether something else than decoration was left out, or was put right by guessing: then what was understood should be confirmed.
    /// </summary>
    public bool IsGuess { get; init; }

    /// <summary>What is likely meant where a well-known provider's name is misspelled, or cut short; null where nothing is near.</summary>
    public PastedSubject? Instead { get; init; }

    /// <summary>The characters that do not belong into an address or a name, each once; empty where the fault is another.</summary>
    public string Unfit { get; init; } = "";

    /// <summary>What is meant; null where nothing or several things are.</summary>
    public PastedSubject? Subject => Subjects is [var only] ? only : null;
}

/// <summary>Why a text does not say what to check.</summary>
public enum PasteFault
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is longer than anything that names a mailbox, or than a list of a few dozen.</summary>
    TooLong,

    /// <summary>A name without <c>@</c> and without a dot, or with nothing behind the <c>@</c>.</summary>
    DomainMissing,

    /// <summary>What is behind the <c>@</c> has no dot: <c>jane@example</c>.</summary>
    EndingMissing,

    /// <summary>More than one <c>@</c> in one address.</summary>
    SeveralAts,

    /// <summary>An address as reports show it, with its middle hidden.</summary>
    Masked,

    /// <summary>A character that no address and no name has.</summary>
    UnfitCharacter,

    /// <summary>It is neither an address nor a name.</summary>
    Unreadable,

    /// <summary>It names more than one.</summary>
    Several,

    /// <summary>A server and a port of it that says nothing of the protocol: the subjects are the same port with each.</summary>
    ProtocolMissing,
}
