using System.CommandLine;
using System.Text.Json;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;

namespace ProtocolAdvisor.Cli.Runs;

/// <summary><c>assess</c>: POP3 or IMAP, with everything it rests on.</summary>
internal static class AssessCommand
{
    public static Command For(Screen screen)
    {
        var run = new MailboxRun(screen);
        var json = new Option<bool>("--json") { Description = screen.Phrases.Json };
        var command = new Command("assess", screen.Phrases.Assess);
        run.AddTo(command);
        command.Add(json);
        command.SetAction((line, cancellationToken) => Invocation.GuardAsync(screen, async () =>
        {
            var report = (await run.RunAsync(line, cancellationToken)).Report(screen.Language);
            if (line.GetValue(json)) screen.Write(JsonSerializer.Serialize(report, WireJson.Options) + "\n");
            else screen.Write(TextReport.Sections(report, screen.Language, screen.Width));
            return MailboxRun.CodeOf(report);
        }));
        return command;
    }
}
