using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using ProtocolAdvisor.Cli.Runs;
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
        // A Windows console shows bytes by its code page, which has no check marks and other umlauts.
        if (OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected)) Console.OutputEncoding = Encoding.UTF8;
        using var screen = new Screen(CliPhrases.Of(language), language);
        if (FileLimit.Own() is { } files && files < FileLimit.Least)
        {
            Screen.Say(screen.Phrases.TooFewFiles(files, FileLimit.Least));
            return ExitCode.NotRun;
        }

        var line = Parsed(arguments, screen);
        // A command that only holds others, alone: whoever types that wants to know which.
        if (line is { CommandResult.Command.Subcommands.Count: > 0, UnmatchedTokens.Count: 0, Action: ParseErrorAction }
            && Strays(line).Count == 0 && line.Errors.Count == 1) line = Parsed([.. arguments, "--help"], screen);
        if (line.Action is ParseErrorAction || line.Errors.Count > 0
            && line.Action is not SynchronousCommandLineAction { Terminating: true }) return Refuse(line, screen);
        return await line.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Runs a command's own work: whatever goes wrong ends in one line and its code, never in a stack of calls.</summary>
    public static async Task<int> GuardAsync(Screen screen, Func<Task<int>> work)
    {
        // An interruption is ours to tell only once the parser has got hold of the work; until then it ends the process in its own way
        // (130).
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
            return ExitCode.Interrupted;
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

    private static ParseResult Parsed(IReadOnlyList<string> arguments, Screen screen) =>
        CommandTree.For(screen).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    // What was typed is not repeated, but for an option's name: it may be a password in the wrong place.
    private static int Refuse(ParseResult line, Screen screen)
    {
        var (phrases, command) = (screen.Phrases, line.CommandResult.Command);
        var unknown = Strays(line).Select(NameOf).ToList();
        var faults = line.Errors.Where(x => x.SymbolResult is not CommandResult { Command.Subcommands.Count: > 0 })
            .Select(x => x.Message).Distinct().ToList();
        if (command.Subcommands.Count > 0
            && line.UnmatchedTokens.FirstOrDefault(x => !x.StartsWith('-')) is { } first) Screen.Say(NoCommand(first, command, phrases));
        else if (unknown.Count > 0) unknown.ForEach(x =>
            Screen.Say(phrases.WithNear(phrases.NoSuchOption(x), NearOptions(x, line.CommandResult))));
        else if (line.UnmatchedTokens.Count > 0) Screen.Say(phrases.TooManyArguments);
        else faults.ForEach(Screen.Say);
        if (unknown.Any(IsSecret)) Screen.Say(phrases.SecretsNeverHere);
        Screen.Say(phrases.HelpHint($"protocol-advisor {CommandTree.PathOf(line.CommandResult)}".TrimEnd() + " --help"));
        return ExitCode.WrongUsage;
    }

    // What looks like an option and is nobody's: not the value of another one either.
    private static IReadOnlyList<string> Strays(ParseResult line)
    {
        var values = line.CommandResult.Children.OfType<OptionResult>().SelectMany(x => x.Tokens).ToList();
        return [.. line.Tokens.Where(x => x.Type == TokenType.Argument && x.Value.StartsWith('-') && !values.Contains(x))
            .Select(x => x.Value)];
    }

    private static IEnumerable<string> NearOptions(string name, CommandResult at) => !name.StartsWith("--", StringComparison.Ordinal)
        || IsSecret(name) ? [] : NearNames.To(
        name[2..], at.Command.Options.Concat((at.Parent as CommandResult)?.Command.Options.Where(x => x.Recursive) ?? [])
            .Select(x => x.Name[2..])).Take(2).Select(x => $"--{x}");

    private static string NoCommand(string typed, Command group, CliPhrases phrases) => typed.Contains('@', StringComparison.Ordinal)
        || typed.Contains('.', StringComparison.Ordinal)
        ? phrases.CommandMissing : phrases.WithNear(phrases.NoSuchCommand, NearNames.To(typed, group.Subcommands.Select(x => x.Name)));

    private static bool IsSecret(string option) => option.Contains("pass", StringComparison.OrdinalIgnoreCase);

    private static string NameOf(string word) => word.StartsWith("--", StringComparison.Ordinal) ? word.Split('=', ':')[0]
        : word[..Math.Min(2, word.Length)];
}
