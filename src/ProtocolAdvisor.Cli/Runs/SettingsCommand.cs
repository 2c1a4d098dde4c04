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
        var holder = new HolderOptions(screen.Phrases);
        format.Required = true;
        var command = new Command("settings", screen.Phrases.Settings) { format, protocol, output };
        run.AddTo(command);
        foreach (var option in holder.All) command.Add(option);
        command.SetAction((line, cancellationToken) => Invocation.GuardAsync(screen, async () =>
        {
            var person = holder.Of(line, run.EmailOf(line));
            var made = await run.RunAsync(line, cancellationToken);
            var outcome = Written(made, Enum.Parse<SettingsFormat>(line.GetRequiredValue(format)!, ignoreCase: true), line.GetValue(protocol), person, screen);
            return await GiveAsync(outcome, line.GetValue(output), screen, cancellationToken);
        }));
        return command;
    }

    private static (SettingsFile? File, string? Refusal) Written(AssessedRun run, SettingsFormat format, string? protocol, AccountHolder? holder, Screen screen)
    {
        MailProtocol? asked = protocol is null ? null : Enum.Parse<MailProtocol>(protocol, ignoreCase: true);
        var outcome = run.Settings(format, asked, screen.Language, holder);
        return (outcome.File, outcome.Obstacle switch
        {
            null => null,
            SettingsObstacle.NothingRecommended => Told(run.Report(screen.Language).Summary),
            { } obstacle => screen.Language.Table<SettingsPhrases>().Obstacles[obstacle],
        });
    }

    private static string Told(SummaryReport summary) => string.Join(' ', summary.Lines.Prepend($"{summary.Headline}."));

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
