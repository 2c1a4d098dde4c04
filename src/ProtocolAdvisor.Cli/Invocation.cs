using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using ProtocolAdvisor.Cli.Words;

namespace ProtocolAdvisor.Cli;

/// <summary>From a command line to the exit code.</summary>
internal static class Invocation
{
    /// <summary>Runs the command, or tells what is wrong with the line.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        // Values are written the same everywhere; the parser's own sentences follow ours.
        var language = SpokenLanguage.Of(arguments, Environment.GetEnvironmentVariable);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = SpokenLanguage.Culture(language);
        using var screen = new Screen(CliPhrases.Of(language), language);
        if (FileLimit.Own() is { } files && files < FileLimit.Least)
        {
            Screen.Say(screen.Phrases.TooFewFiles(files, FileLimit.Least));
            return ExitCode.NotRun;
        }

        var line = CommandTree.For(screen).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (line.Action is ParseErrorAction || line.Errors.Count > 0 && line.Action is not SynchronousCommandLineAction { Terminating: true }) return Refuse(line, screen);
        return await line.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Runs a command's own work: whatever goes wrong ends in one line and its code, never in a stack of calls.</summary>
    public static async Task<int> GuardAsync(Screen screen, Func<Task<int>> work)
    {
        // An interruption is ours to tell only once the parser has got hold of the work; until then it ends the process in its own way (130).
        await Task.Yield();
        try
        {
            return await work();
        }
        catch (WrongUsageException wrong)
        {
            Screen.Say(wrong.Message);
            return ExitCode.WrongUsage;
        }
        catch (OperationCanceledException)
        {
            Screen.Say(screen.Phrases.Interrupted);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or (IOException and not FileNotFoundException))
        {
            Screen.Say($"{screen.Phrases.NotWritten} {exception.Message}");
        }
        catch (Exception exception)
        {
            // Its message may hold a server's words.
            Screen.Say($"{screen.Phrases.OwnFault} {exception.GetType().FullName}\n{exception.StackTrace}");
        }

        return ExitCode.NotRun;
    }

    // What was typed is not repeated, but for an option's name: it may be a password in the wrong place.
    private static int Refuse(ParseResult line, Screen screen)
    {
        var unknown = line.Tokens.Where(x => x.Type == TokenType.Argument && x.Value.StartsWith('-')).Select(x => NameOf(x.Value)).ToList();
        if (unknown.Count > 0) unknown.ForEach(x => Screen.Say(screen.Phrases.NoSuchOption(x)));
        else if (line.UnmatchedTokens.Count > 0) Screen.Say(line.CommandResult.Command.Subcommands.Count > 0 ? screen.Phrases.NoSuchCommand : screen.Phrases.TooManyArguments);
        else foreach (var message in line.Errors.Select(x => x.Message).Distinct()) Screen.Say(message);
        if (unknown.Any(x => x.Contains("pass", StringComparison.OrdinalIgnoreCase))) Screen.Say(screen.Phrases.SecretsNeverHere);
        Screen.Say(screen.Phrases.HelpHint($"protocol-advisor {CommandTree.PathOf(line.CommandResult)}".TrimEnd() + " --help"));
        return ExitCode.WrongUsage;
    }

    private static string NameOf(string word) => word.StartsWith("--", StringComparison.Ordinal) ? word.Split('=', ':')[0] : word[..Math.Min(2, word.Length)];
}
