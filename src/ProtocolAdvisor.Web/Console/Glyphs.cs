using System.Collections.Frozen;

namespace ProtocolAdvisor.Web.Console;

/// <summary>A small picture that stands beside a word; it never stands for one.</summary>
public enum Glyph
{
    /// <summary>All is well: a tick in a circle.</summary>
    Good,

    /// <summary>Something is to be mended: a triangle with an exclamation mark.</summary>
    Mend,

    /// <summary>It does not work: a cross in a circle.</summary>
    Bad,

    /// <summary>It is not known: a question mark in a circle.</summary>
    Unknown,

    /// <summary>Something to know: an i in a circle.</summary>
    Note,

    /// <summary>It was not done: a dash in a circle.</summary>
    Skipped,

    /// <summary>It waits: two bars in a circle.</summary>
    Held,

    /// <summary>A closed lock.</summary>
    Lock,

    /// <summary>A key.</summary>
    Key,

    /// <summary>No server: a plug that is pulled.</summary>
    Unplugged,

    /// <summary>Mail that stays: a tray.</summary>
    Tray,

    /// <summary>Mail that is fetched: an arrow into a tray.</summary>
    Fetch,

    /// <summary>Mail that is sent: a paper plane.</summary>
    Send,

    /// <summary>A file with lines.</summary>
    File,

    /// <summary>A box for keeping.</summary>
    Box,

    /// <summary>Two sheets.</summary>
    Copy,

    /// <summary>A chain's links.</summary>
    Link,

    /// <summary>A printer.</summary>
    Print,

    /// <summary>A bin.</summary>
    Bin,

    /// <summary>Two arrows, there and back.</summary>
    Compare,

    /// <summary>An arrow in a circle.</summary>
    Again,

    /// <summary>A person.</summary>
    Person,

    /// <summary>Mail for somebody: an envelope.</summary>
    Envelope,

    /// <summary>A magnifying glass.</summary>
    Search,

    /// <summary>A clock.</summary>
    Clock,

    /// <summary>A plus sign.</summary>
    Plus,

    /// <summary>An arrow to the right.</summary>
    Onward,
}

/// <summary>How the pictures are drawn: lines of one width on a field of 24 by 24, in the colour of the text.</summary>
internal static class Glyphs
{
    private const string Circle = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z";

    private static readonly FrozenDictionary<Glyph, string> Paths = new Dictionary<Glyph, string>
    {
        [Glyph.Good] = Circle + "M8 12.5l2.7 2.7L16 9.5",
        [Glyph.Mend] = "M12 4L2.8 20h18.4zM12 10v4.5M12 17.2v.1",
        [Glyph.Bad] = Circle + "M9 9l6 6M15 9l-6 6",
        [Glyph.Unknown] = Circle + "M9.4 9.6a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.1.9-1.1 1.8M12 16.8v.1",
        [Glyph.Note] = Circle + "M12 11v5.5M12 7.5v.1",
        [Glyph.Skipped] = Circle + "M8.5 12h7",
        [Glyph.Held] = Circle + "M10 9v6M14 9v6",
        [Glyph.Lock] = "M5.5 11h13v9h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
        [Glyph.Key] = "M8 11.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM11 12.7L19.5 4M16 7.6l3 3",
        [Glyph.Unplugged] = "M4 20l4-4M7 12.5l4.5 4.5-1.6 1.6a3.2 3.2 0 0 1-4.5-4.5zM20 4l-4 4M12.5 7l4.5 4.5 1.6-1.6a3.2 3.2 0 0 0-4.5-4.5z",
        [Glyph.Tray] = "M4 13l2.5-8h11L20 13v6H4zM4 13h4.5l1.2 2.5h4.6l1.2-2.5H20",
        [Glyph.Fetch] = "M12 4v10M8 10.5l4 4 4-4M4 15v5h16v-5",
        [Glyph.Send] = "M21 4L3 11l6.5 2.5L12 20zM9.5 13.5L21 4",
        [Glyph.File] = "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
        [Glyph.Box] = "M4 8h16v12H4zM3 4h18v4H3zM10 12h4",
        [Glyph.Copy] = "M9 9h11v11H9zM15 9V4H4v11h5",
        [Glyph.Link] = "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1",
        [Glyph.Print] = "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
        [Glyph.Bin] = "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
        [Glyph.Compare] = "M4 8h15M15 4l4 4-4 4M20 16H5M9 12l-4 4 4 4",
        [Glyph.Again] = "M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.4M20 4.5v4.9h-4.9",
        [Glyph.Person] = "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20a7.5 7.5 0 0 1 15 0",
        [Glyph.Envelope] = "M3.5 6h17v13h-17zM3.5 7l8.5 6.5L20.5 7",
        [Glyph.Search] = "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3L20.5 20.5",
        [Glyph.Clock] = Circle + "M12 7.5V12l3 2",
        [Glyph.Plus] = "M12 5v14M5 12h14",
        [Glyph.Onward] = "M5 12h14M13 6l6 6-6 6",
    }.ToFrozenDictionary();

    /// <summary>Every picture, and its lines as an SVG path.</summary>
    public static IEnumerable<(Glyph Glyph, string Path)> All => Enum.GetValues<Glyph>().Select(x => (x, Paths[x]));

    /// <summary>The picture's id within a page.</summary>
    public static string Id(Glyph glyph) => $"i-{glyph.ToString().ToLowerInvariant()}";
}
