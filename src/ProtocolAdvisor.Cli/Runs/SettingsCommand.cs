using System.CommandLine;
using ProtocolAdvisor.Cli.Options;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Cli.Runs;

/// <summary><c>settings</c>: the same run, and its outcome as a file for a mail client.</summary>
internal static class SettingsCommand
{
    private static readonly string[] Formats = [.. Enum.GetNames<SettingsFormat>().Select(x => x.ToLowerInvariant())];

    public static Command For(Screen screen)
    {
        var run = new MailboxRun(screen);
        var format = OptionForm.Word("--format", screen.Phrases.Format, screen.Phrases, Formats);
        var protocol = OptionForm.Word("--protocol", screen.Phrases.Protocol, screen.Phrases, "imap", "pop3");
        var output = new OutputFile(screen.Phrases);
        var holder = new HolderOptions(screen.Phrases);
        var command = new Command("settings", screen.Phrases.Settings) { format, protocol };
        output.AddTo(command);
        run.AddTo(command);
        foreach (var option in holder.All) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(format) is null) result.AddError(screen.Phrases.Wants("--format", screen.Phrases.OneOf(Formats)));
        });
        command.SetAction((line, cancellationToken) => Invocation.GuardAsync(screen, async () =>
        {
            var person = holder.Of(line, run.EmailOf(line));
            output.Check(line);
            var made = await run.RunAsync(line, cancellationToken);
            var outcome = Written(made, Enum.Parse<SettingsFormat>(line.GetValue(format)!, ignoreCase: true), line.GetValue(protocol), person, screen);
            var summary = made.Report(screen.Language).Summary;
            if (outcome.File is { } file) await output.WriteAsync(line, screen, file.Content, cancellationToken);
            // A file of settings that nobody can sign in with is given with a word about that.
            if (outcome.Refusal is { } refusal) Screen.Say(refusal);
            else if (ExitCode.Of(summary.State) != ExitCode.Works) Screen.Say(Told(summary));
            return outcome.File is null ? Math.Max(ExitCode.DoesNotWork, ExitCode.Of(summary.State)) : ExitCode.Of(summary.State);
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
}
