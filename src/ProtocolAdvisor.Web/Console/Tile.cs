namespace ProtocolAdvisor.Web.Console;

/// <summary>How something stands, as its colour and picture show it; a word stands beside them.</summary>
public enum Light
{
    /// <summary>All is well.</summary>
    Good,

    /// <summary>Something is to be mended.</summary>
    Mend,

    /// <summary>It does not work.</summary>
    Bad,

    /// <summary>Something to know.</summary>
    Note,

    /// <summary>It could not be found out.</summary>
    Open,

    /// <summary>It was not looked at.</summary>
    None,
}

/// <summary>How a <see cref="Light"/> is shown.</summary>
internal static class Lights
{
    /// <summary>Its style class.</summary>
    public static string Class(Light light) => light.ToString().ToLowerInvariant();

    /// <summary>Its picture.</summary>
    public static Glyph Glyph(Light light) => light switch
    {
        Light.Good => Console.Glyph.Good,
        Light.Mend => Console.Glyph.Mend,
        Light.Bad => Console.Glyph.Bad,
        Light.Note => Console.Glyph.Note,
        Light.Open => Console.Glyph.Unknown,
        _ => Console.Glyph.Skipped,
    };
}

/// <summary>One part of an account at a glance.</summary>
/// <param name="Glyph">What it is about.</param>
/// <param name="Name">The same in a word.</param>
/// <param name="Light">How it stands.</param>
/// <param name="Word">The same in a word or two.</param>
/// <param name="Value">One value; null for none.</param>
/// <param name="Target">Where more is told: a place on the page, or a path; null for nowhere.</param>
internal sealed record Tile(Glyph Glyph, string Name, Light Light, string Word, string? Value, string? Target);
