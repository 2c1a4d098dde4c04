using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Cli.Progress;

/// <summary>Shows a run while it lasts: drawn on a terminal and gone at its end, plain lines elsewhere. Both go to the error output.</summary>
internal static class RunView
{
    /// <summary>Runs the work and shows what it tells.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="measures">Whether the mailbox will be measured.</param>
    /// <param name="first">Tells the answer before the end; null where none is looked for.</param>
    /// <param name="work">The run, which tells its progress.</param>
    public static Task<T> ShowAsync<T>(Screen screen, bool measures, FirstAnswer? first, Func<IProgress<AssessmentEvent>, Task<T>> work)
    {
        var lines = new ProgressLines(new ReportWords(screen.Language), screen.Phrases, measures, first);
        return screen.IsLive ? new LiveView(screen.Errors, lines).RunAsync(work) : work(new PlainView(lines));
    }

    // Events come one at a time.
    private sealed class PlainView(ProgressLines lines) : IProgress<AssessmentEvent>
    {
        public void Report(AssessmentEvent value)
        {
            foreach (var line in lines.Of(value)) Screen.Say(line.Replace('\u00A0', ' '));
        }
    }
}
