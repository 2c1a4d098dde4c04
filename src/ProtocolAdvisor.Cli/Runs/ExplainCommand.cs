using System.CommandLine;
using System.Text.Json;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
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
        var json = new Option<bool>("--json") { Description = screen.Phrases.Json };
        var command = new Command("explain", screen.Phrases.Explain) { code, json };
        command.SetAction(line => line.GetValue(code) is { } asked ? One(asked, line.GetValue(json), screen) : All(line.GetValue(json), screen));
        return command;
    }

    private static int All(bool json, Screen screen)
    {
        var catalogue = FindingsReply.In(screen.Language);
        screen.Write(json ? Json(catalogue) : string.Concat(catalogue.Findings.Select(x => $"{WireName.Of(x.Code),-28}  {x.Title}\n")));
        return ExitCode.Works;
    }

    private static int One(string asked, bool json, Screen screen)
    {
        if (!Codes.TryGetValue(asked.ToLowerInvariant(), out var code))
        {
            Screen.Say(screen.Phrases.WithNear(screen.Phrases.NoSuchCode, NearNames.To(asked, Codes.Keys)));
            return ExitCode.WrongUsage;
        }

        var entry = CatalogueEntryReport.Of(code, screen.Language);
        if (json) screen.Write(Json(entry));
        else screen.Write([new(string.Empty, [.. Lines(entry, new ReportWords(screen.Language, screen.Width))])]);
        return ExitCode.Works;
    }

    private static IEnumerable<string> Lines(CatalogueEntryReport entry, ReportWords words) =>
    [
        .. words.Layout.Wrapped($"{entry.Title} ({words.Phrases.Severities[entry.Severity]}) [{WireName.Of(entry.Code)}]"),
        .. words.Layout.Wrapped(entry.Meaning),
        .. words.Layout.Wrapped(words.Said(words.Phrases.Remedy, "remedy", entry.Remedy)),
    ];

    private static string Json<T>(T reply) => JsonSerializer.Serialize(reply, WireJson.Options) + "\n";
}
