using System.CommandLine;
using System.Text.Json;
using ProtocolAdvisor.Cli.Options;
using ProtocolAdvisor.Cli.Progress;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Pasting;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Cli.Runs;

/// <summary><c>discover</c>: who names which servers, and where they contradict each other. Nothing is probed.</summary>
internal static class DiscoverCommand
{
    private static readonly TimeSpan UsualDeadline = TimeSpan.FromSeconds(10);

    public static Command For(Screen screen)
    {
        var surroundings = new SurroundingOptions(screen.Phrases);
        var domain = new Argument<PasteReading?>("DOMAIN")
        {
            Description = screen.Phrases.Domain,
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result => SubjectText.Read(result, screen.Phrases),
        };
        var sendAddress = new Option<bool>("--send-address") { Description = screen.Phrases.SendAddress };
        var deadline = SubjectOptions.Deadline(screen.Phrases);
        var json = new Option<bool>("--json") { Description = screen.Phrases.Json };
        var output = new OutputFile(screen.Phrases);
        var command = new Command("discover", screen.Phrases.Discover) { domain, sendAddress, deadline, json };
        output.AddTo(command);
        foreach (var option in surroundings.All) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(domain) is null or { Tokens.Count: 0 }) result.AddError(screen.Phrases.PasteFaults[PasteFault.Empty]);
        });
        command.SetAction((line, cancellationToken) => Invocation.GuardAsync(screen, async () =>
        {
            output.Check(line);
            if (line.GetValue(domain) is { Subject: PastedSubject.Server { Host.Address: not null } }) throw new WrongUsageException(screen.Phrases.ExpectedDomain);
            var question = Question(line.GetValue(domain)!.Subject!) with { MaySendAddress = line.GetValue(sendAddress) };
            var limit = line.GetValue(deadline) is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualDeadline;
            var reply = await ReplyAsync(screen, surroundings.Of(line), question, limit, cancellationToken);
            var sections = DiscoveryText.Sections(reply, new ReportWords(screen.Language, screen.Width));
            if (line.GetValue(json)) await output.WriteAsync(line, screen, JsonSerializer.Serialize(reply, WireJson.Options) + "\n",
                cancellationToken);
            else if (output.PathOf(line) is not null) await output.WriteAsync(line, screen, TextLayout.Joined(sections), cancellationToken);
            else screen.Write(sections);
            return CodeOf(reply.Discovery);
        }));
        return command;
    }

    // Any name can have settings of its own, also one that looks like a server's.
    private static DiscoveryQuestion Question(PastedSubject subject) => subject switch
    {
        PastedSubject.Mailbox { Address: var address } => new(address.Domain, address),
        PastedSubject.Domain { Name: var name } => new(name),
        PastedSubject.Server { Host: var host } => new(host),
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "A subject without a domain."),
    };

    // Where nothing was found and something was not heard, nobody knows whether there is something.
    private static int CodeOf(DiscoveryReport discovery) => discovery switch
    {
        { Candidates.Count: > 0 } => ExitCode.Works,
        _ when discovery.Sources.Any(x => x.Outcome == SourceOutcome.Found)
            || discovery.Sources.All(x => x.Outcome != SourceOutcome.Failed) => ExitCode.DoesNotWork,
        _ => ExitCode.CouldNotFindOut,
    };

    private static async Task<DiscoveryReply> ReplyAsync(
        Screen screen, AssessorOptions options, DiscoveryQuestion question, TimeSpan limit, CancellationToken cancellationToken)
    {
        await screen.Rehearse(false, cancellationToken);
        var faults = new FaultList();
        var began = TimeProvider.System.GetTimestamp();
        using var assessor = new MailboxAssessor(options with { Unexpected = faults.Add }, TimeProvider.System);
        var result = await RunView.ShowAsync(screen, false, null, progress =>
            assessor.DiscoverAsync(question, limit, progress, cancellationToken));
        faults.Tell(screen);
        return DiscoveryReply.From(question, result, TimeProvider.System.GetElapsedTime(began), screen.Language);
    }
}
