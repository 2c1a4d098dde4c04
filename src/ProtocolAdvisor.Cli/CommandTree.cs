using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using ProtocolAdvisor.Cli.Audits;
using ProtocolAdvisor.Cli.Options;
using ProtocolAdvisor.Cli.Runs;
using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli;

/// <summary>Everything that can be asked for. Completion comes with it: the <c>[suggest]</c> directive and <c>dotnet-suggest</c>.</summary>
internal static class CommandTree
{
    /// <summary>The commands, in the screen's language.</summary>
    public static RootCommand For(Screen screen)
    {
        var root = new RootCommand(screen.Phrases.Tool)
        {
            AssessCommand.For(screen), DiscoverCommand.For(screen), SettingsCommand.For(screen), ExplainCommand.For(screen), AuditCommand.For(screen), KeyCommand.For(screen),
        };
        var language = OptionForm.Word("--lang", screen.Phrases.Lang, screen.Phrases, [.. Language.All.Select(x => x.Tag)]);
        language.Recursive = true;
        root.Add(language);
        var help = root.Options.OfType<HelpOption>().Single();
        (help.Description, help.Action) = (screen.Phrases.ShowHelp, new HelpWithExamples(screen));
        root.Options.OfType<VersionOption>().Single().Description = screen.Phrases.ShowVersion;
        return root;
    }

    /// <summary>The command's words, without the tool's name.</summary>
    public static string PathOf(CommandResult command) =>
        command.Parent is CommandResult outer ? $"{PathOf(outer)} {command.Command.Name}".TrimStart() : string.Empty;

    // The parser's help, and behind it what one would type.
    private sealed class HelpWithExamples(Screen screen) : SynchronousCommandLineAction
    {
        private readonly HelpAction _help = new();

        public override bool Terminating => true;

        public override int Invoke(ParseResult parseResult)
        {
            _help.Invoke(parseResult);
            if (CommandExamples.All.GetValueOrDefault(PathOf(parseResult.CommandResult)) is { } examples)
                Console.Out.WriteLine($"{screen.Phrases.ExamplesTitle}\n{string.Concat(examples.Select(x => $"  {x}\n"))}");
            return ExitCode.Works;
        }
    }
}
