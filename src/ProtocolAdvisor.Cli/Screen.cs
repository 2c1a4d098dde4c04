using System.Text;
using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Warming;
using ProtocolAdvisor.Words;
using Spectre.Console;

namespace ProtocolAdvisor.Cli;

/// <summary>Where results, progress and questions go: results to the output, everything else to the error output, so that a pipe gets the result alone.</summary>
internal sealed class Screen : IDisposable
{
    private const int NarrowestWidth = 60;
    private const int PipedWidth = 80;
    private readonly StreamWriter _output = new(Console.OpenStandardOutput(), new UTF8Encoding(false));
    private IAnsiConsole? _errors;
    private IAnsiConsole? _results;

    /// <summary>A screen in a language.</summary>
    public Screen(CliPhrases phrases, Language language) => (Phrases, Language) = (phrases, language);

    public CliPhrases Phrases { get; }

    public Language Language { get; }

    /// <summary>Done before anything is timed, and not shown; true for a run that assesses, false for one that only searches.</summary>
    public Func<bool, CancellationToken, Task> Rehearse { get; init; } = static (assesses, token) => Rehearsal.RunBrieflyAsync(assesses, TimeProvider.System, token);

    /// <summary>The terminal for progress and questions.</summary>
    public IAnsiConsole Errors => _errors ??= Made(Console.Error, Console.IsErrorRedirected);

    /// <summary>Whether progress can be drawn.</summary>
    public bool IsLive => !Console.IsErrorRedirected && Errors.Profile.Capabilities.Ansi;

    /// <summary>Whether somebody sits there who can be asked.</summary>
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>Most characters of a line: the terminal's, as far as lines of that length read well.</summary>
    public int Width => Console.IsOutputRedirected ? PipedWidth : Math.Clamp(Results.Profile.Width, NarrowestWidth, TextLayout.UsualWidth);

    private IAnsiConsole Results => _results ??= Made(Console.Out, Console.IsOutputRedirected);

    /// <summary>Asks for a secret; nothing of it is shown.</summary>
    public async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        using var silent = new SilentTerminal();
        try
        {
            return await new TextPrompt<string>(Markup.Escape(question)).Secret(null).AllowEmpty().ShowAsync(Errors, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Errors.WriteLine();
            throw;
        }
    }

    /// <summary>Writes a result as it is.</summary>
    public void Write(string text)
    {
        _output.Write(text);
        _output.Flush();
    }

    /// <summary>Writes a report: coloured on a terminal, else as plain text.</summary>
    public void Write(IReadOnlyList<TextSection> sections)
    {
        if (Console.IsOutputRedirected) Write(TextLayout.Joined(sections));
        else SectionPainter.Paint(Results, sections);
    }

    /// <summary>Writes a report of one screen.</summary>
    public void WriteBrief(IReadOnlyList<TextSection> sections)
    {
        if (Console.IsOutputRedirected) Write(BriefReport.Joined(sections));
        else SectionPainter.Paint(Results, sections);
    }

    /// <summary>Says something beside the result.</summary>
    public static void Say(string text) => Console.Error.WriteLine(text);

    /// <inheritdoc/>
    public void Dispose() => _output.Dispose();

    private static IAnsiConsole Made(TextWriter writer, bool redirected) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
    });
}
