namespace ProtocolAdvisor.Cli.Progress;

/// <summary>One line on the error output that is drawn anew, and wiped off at the end.</summary>
internal sealed class StatusLine(Screen screen) : IDisposable
{
    private const string Clear = "\r\u001B[K";
    private const int NarrowestRoom = 20;

    /// <summary>Whether a terminal is there to draw on.</summary>
    public bool IsDrawn => screen.IsLive;

    /// <summary>Draws it, in one row: a terminal that wraps would keep the rest of it.</summary>
    public void Draw(string text)
    {
        var room = Math.Max(NarrowestRoom, screen.Errors.Profile.Width - 1);
        Console.Error.Write(Clear + (text.Length <= room ? text : $"{text[..(room - 1)]}…"));
    }

    /// <summary>Wipes it off.</summary>
    public void Dispose()
    {
        if (IsDrawn) Console.Error.Write(Clear);
    }
}
