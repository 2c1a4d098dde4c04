using System.Globalization;
using ProtocolAdvisor.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ProtocolAdvisor.Cli.Progress;

/// <summary>The latest lines with the times at which they came, and below them a bar of the whole. Drawn anew ten times a second; wiped off at the end, however that comes.</summary>
internal sealed class LiveView(IAnsiConsole console, ProgressLines lines) : IProgress<AssessmentEvent>
{
    private const int BarWidth = 40;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);
    private readonly Lock _lock = new();
    private readonly List<string> _told = [];
    private readonly long _began = TimeProvider.System.GetTimestamp();

    /// <inheritdoc/>
    public void Report(AssessmentEvent value)
    {
        lock (_lock) _told.AddRange(lines.Of(value).Select(x => $"{Elapsed()}  {x}"));
    }

    /// <summary>Shows the work until it is over.</summary>
    public Task<T> RunAsync<T>(Func<IProgress<AssessmentEvent>, Task<T>> work) =>
        console.Live(Drawn()).AutoClear(true).StartAsync(async context =>
        {
            var running = work(this);
            while (await Task.WhenAny(running, Task.Delay(Pace, TimeProvider.System)) != running) context.UpdateTarget(Drawn());
            context.UpdateTarget(Drawn());
            return await running;
        });

    // Servers' words are among them: they are drawn as text, never read as markup.
    private Rows Drawn()
    {
        lock (_lock)
        {
            var room = Math.Max(1, console.Profile.Height - 3);
            return new Rows(_told.TakeLast(room).Select(x => (IRenderable)new Text(Cut(x))).Append(Bar()));
        }
    }

    private Text Bar()
    {
        var done = (int)Math.Round(lines.Share * BarWidth);
        var percent = ((int)Math.Round(lines.Share * 100)).ToString(CultureInfo.InvariantCulture);
        return new Text(Cut($"{Elapsed()}  {new string('█', done)}{new string('░', BarWidth - done)} {percent} %"), new Style(Color.Green));
    }

    private string Elapsed() => TimeProvider.System.GetElapsedTime(_began).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(5) + " s";

    // One row each: a terminal that wraps would push the picture upwards.
    private string Cut(string line)
    {
        var room = Math.Max(20, console.Profile.Width - 1);
        return line.Length <= room ? line : $"{line[..(room - 1)]}…";
    }
}
