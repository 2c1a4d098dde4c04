using System.CommandLine;
using System.Text.Json;
using ProtocolAdvisor.Cli.Batch;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;

namespace ProtocolAdvisor.Cli.Runs;

/// <summary><c>assess</c>: POP3 or IMAP, on one screen; with <c>--full</c> everything that it rests on.</summary>
internal static class AssessCommand
{
    public static Command For(Screen screen)
    {
        var run = new MailboxRun(screen);
        var full = new Option<bool>("--full") { Description = screen.Phrases.Full };
        var json = new Option<bool>("--json") { Description = screen.Phrases.Json };
        var output = new OutputFile(screen.Phrases);
        var batch = new BatchCommand(screen, output);
        var command = new Command("assess", screen.Phrases.Assess);
        run.AddTo(command);
        foreach (var option in new Option[] { full, json }) command.Add(option);
        output.AddTo(command);
        batch.AddTo(command, [full, json, .. run.OptionsOfOne]);
        command.SetAction((line, cancellationToken) => Invocation.GuardAsync(screen, async () =>
        {
            if (batch.FileOf(line) is { } list) return await run.RunListAsync(line, batch, list, cancellationToken);
            output.Check(line);
            var report = (await run.RunAsync(line, cancellationToken)).Report(screen.Language);
            var sections = line.GetValue(full) ? TextReport.Sections(report, screen.Language, screen.Width)
                : BriefReport.Sections(report, screen.Language, screen.Width, screen.Phrases.Rest);
            if (line.GetValue(json)) await output.WriteAsync(line, screen, JsonSerializer.Serialize(report, WireJson.Options) + "\n",
                cancellationToken);
            else if (output.PathOf(line) is not null) await output.WriteAsync(line, screen, line.GetValue(full)
                ? TextLayout.Joined(sections) : BriefReport.Joined(sections), cancellationToken);
            else if (line.GetValue(full)) screen.Write(sections);
            else screen.WriteBrief(sections);
            return ExitCode.Of(report.Summary.State);
        }));
        return command;
    }
}
