using System.CommandLine;
using System.CommandLine.Parsing;
using ProtocolAdvisor.Cli.Batch;
using ProtocolAdvisor.Cli.Runs;

namespace ProtocolAdvisor.Cli.Audits;

/// <summary><c>audit</c>: a whole list, by the engine that is built in, or by a service that goes on with it when the terminal is
/// gone.</summary>
internal static class AuditCommand
{
    public static Command For(Screen screen)
    {
        var phrases = screen.Phrases;
        var output = new OutputFile(phrases);
        var (run, service) = (new MailboxRun(screen), new ServiceAudit(screen, output));
        var batch = new BatchCommand(screen, output);
        var list = new Argument<string?>("LIST") { Description = phrases.AuditList, HelpName = "LIST", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("audit", phrases.Audit) { list };
        service.AddTo(command);
        batch.AddFormsTo(command);
        output.AddTo(command);
        foreach (var option in run.OptionsOfLists) command.Add(option);
        command.Validators.Add(result => Judge(result, list, service, [.. run.OptionsOfLists, batch.Resume], phrases));
        command.SetAction((line, cancellationToken) => Invocation.GuardAsync(screen, async () => service.IsWanted(line)
            ? await service.RunAsync(line, line.GetValue(list), batch.FormOf(line), cancellationToken)
            : await run.RunListAsync(line, batch, line.GetValue(list)!, cancellationToken)));
        return command;
    }

    private static void Judge(CommandResult result, Argument<string?> list, ServiceAudit service, IReadOnlyList<Option> own,
        Words.CliPhrases phrases)
    {
        var path = result.GetResult(list)?.Tokens is [var only] ? only.Value : null;
        var (atService, follows) = service.Asked(result);
        if (path is null != follows || (follows && !atService)) result.AddError(follows ? phrases.FollowNeeds
            : phrases.Wants("LIST", phrases.ExpectedList));
        else if (path is not null and not "-" && !File.Exists(path)) result.AddError(phrases.Wants("LIST", phrases.ExpectedList));
        if (!atService) Refuse(service.OfNew, phrases.OnlyWithService);
        else Refuse(own, phrases.NotWithService);
        if (atService && follows) Refuse(service.OfNew, phrases.NotWithFollow);

        void Refuse(IEnumerable<Option> options, Func<string, string> told)
        {
            foreach (var option in options.Where(x => result.GetResult(x) is { Implicit: false })) result.AddError(told(option.Name));
        }
    }
}
