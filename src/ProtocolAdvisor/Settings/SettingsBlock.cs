namespace ProtocolAdvisor.Settings;

/// <summary>A part of what a person is told to type in or to heed.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record SettingsBlock(string Heading, IReadOnlyList<SettingsLine> Lines)
{
    /// <summary>Of a server: what is known of it, with the heading that says it apart; null elsewhere.</summary>
    public (ServerState State, string Heading, string Said)? Server { get; init; }
}

/// <summary>One line of it: a value under its name, a sentence, or one of several notes.</summary>
/// <param name="Name">What the value is; empty for a sentence, null for a note.</param>
/// <param name="Text">The value, the sentence or the note.</param>
internal sealed record SettingsLine(string? Name, string Text)
{
    /// <summary>Whether it is typed in as it stands, rather than described.</summary>
    public bool IsTyped { get; init; }

    /// <summary>The line as plain text has it.</summary>
    public override string ToString() => Name switch
    {
        null => $"- {Text}",
        "" => Text,
        _ => $"{Name}: {Text}",
    };
}
