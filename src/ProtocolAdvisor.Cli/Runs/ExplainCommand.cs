using System.CommandLine;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;

namespace ProtocolAdvisor.Cli.Runs;

/// <summary><c>explain</c>: what a finding's code means and what to do; without a code, all of them. No network.</summary>
internal static class ExplainCommand
{
    private static readonly Dictionary<string, FindingCode> Codes = Enum.GetValues<FindingCode>().ToDictionary(WireName.Of);

    public static Command For(Screen screen)
    {
        var code = new Argument<string?>("CODE") { Description = screen.Phrases.Code, HelpName = "CODE", Arity = ArgumentArity.ZeroOrOne };
        code.CompletionSources.Add(_ => Codes.Keys);
        var command = new Command("explain", screen.Phrases.Explain) { code };
        command.SetAction(line => line.GetValue(code) is { } asked ? One(asked, screen) : All(screen));
        return command;
    }

    private static int All(Screen screen)
    {
        var words = FindingWords.In(screen.Language);
        screen.Write(string.Concat(Codes.Select(x => $"{x.Key,-28}  {words.Of(x.Value).Title}\n")));
        return ExitCode.Answered;
    }

    private static int One(string asked, Screen screen)
    {
        if (!Codes.TryGetValue(asked.ToLowerInvariant(), out var code))
        {
            var near = NearNames.To(asked, Codes.Keys).ToList();
            Screen.Say(near.Count > 0 ? screen.Phrases.NoSuchCodeBut(string.Join(", ", near)) : screen.Phrases.NoSuchCode);
            return ExitCode.WrongUsage;
        }

        var text = FindingWords.In(screen.Language).Of(code);
        var words = new ReportWords(screen.Language, screen.Width);
        screen.Write([new(string.Empty,
        [
            .. words.Layout.Wrapped($"{text.Title} ({words.Phrases.Severities[FindingCatalogue.SeverityOf(code)]}) [{WireName.Of(code)}]"),
            .. words.Layout.Wrapped(text.Meaning),
            .. words.Layout.Wrapped(words.Said(words.Phrases.Remedy, "remedy", text.Remedy)),
        ])]);
        return ExitCode.Answered;
    }
}
