using System.CommandLine;
using ProtocolAdvisor.Cli.Options;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Cli.Runs;

/// <summary><c>settings</c>: the same run, and its outcome as a file for a mail client.</summary>
internal static class SettingsCommand
{
    public static Command For(Screen screen)
    {
        var run = new MailboxRun(screen);
        var format = OptionForm.Word("--format", screen.Phrases.Format, screen.Phrases, [.. Enum.GetNames<SettingsFormat>().Select(x => x.ToLowerInvariant())]);
        var protocol = OptionForm.Word("--protocol", screen.Phrases.Protocol, screen.Phrases, "imap", "pop3");
        var output = new Option<string?>("--output", "-o") { Description = screen.Phrases.Output, HelpName = "FILE" };
        format.Required = true;
        var command = new Command("settings", screen.Phrases.Settings) { format, protocol, output };
        run.AddTo(command);
        command.SetAction((line, cancellationToken) => Invocation.GuardAsync(screen, async () =>
        {
            var report = await run.ReportAsync(line, cancellationToken);
            var outcome = Written(report, Enum.Parse<SettingsFormat>(line.GetRequiredValue(format)!, ignoreCase: true), line.GetValue(protocol), screen);
            return await GiveAsync(outcome, line.GetValue(output), screen, cancellationToken);
        }));
        return command;
    }

    private static (SettingsFile? File, string? Refusal) Written(AssessmentReport report, SettingsFormat format, string? protocol, Screen screen)
    {
        if (ReportedSettings.Recommended(report) is not { } recommended) return (null, string.Join(' ', report.Summary.Lines.Prepend($"{report.Summary.Headline}.")));
        var first = protocol is null ? recommended : Enum.Parse<MailProtocol>(protocol, ignoreCase: true);
        if (ReportedSettings.Of(report, recommended, first) is not { } settings) return (null, screen.Phrases.ProtocolNotUsable);
        var outcome = SettingsWriter.Write(settings, format, screen.Language);
        return (outcome.File, outcome.Obstacle is { } obstacle ? screen.Phrases.Obstacles[obstacle] : null);
    }

    private static async Task<int> GiveAsync((SettingsFile? File, string? Refusal) outcome, string? path, Screen screen, CancellationToken cancellationToken)
    {
        if (outcome.File is not { } file)
        {
            Screen.Say(outcome.Refusal!);
            return ExitCode.NothingUsable;
        }

        if (path is null) screen.Write(file.Content);
        else await File.WriteAllTextAsync(path, file.Content, cancellationToken);
        return ExitCode.Answered;
    }
}
