using System.Globalization;
using ProtocolAdvisor.Cli.Progress;

namespace ProtocolAdvisor.Cli.Audits;

/// <summary>How far an audit is, on the error output.</summary>
internal sealed class AuditView(Screen screen) : IDisposable
{
    private readonly StatusLine _line = new(screen);

    /// <summary>Tells it.</summary>
    public void Tell(AuditProgress progress)
    {
        var rate = progress.PerMinute is { } perMinute ? $"  {perMinute.ToString("0", CultureInfo.InvariantCulture)}/min" : "";
        var held = progress.Held is not null ? $"  {screen.Phrases.Held}" : progress.State == "paused" ? $"  {screen.Phrases.Paused}" : "";
        var text = string.Create(CultureInfo.InvariantCulture, $"{progress.Done}/{progress.Total}{rate}{held}");
        if (_line.IsDrawn) _line.Draw(text);
        else Screen.Say(text);
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();
}
