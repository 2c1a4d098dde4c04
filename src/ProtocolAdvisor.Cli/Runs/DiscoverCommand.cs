using System.CommandLine;
using System.Text.Json;
using ProtocolAdvisor.Cli.Options;
using ProtocolAdvisor.Cli.Progress;
using ProtocolAdvisor.Discovery;
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
        var domain = new Argument<DiscoveryQuestion?>("DOMAIN") { Description = screen.Phrases.Domain, CustomParser = result => SubjectOptions.Question(result, screen.Phrases.ExpectedDomain) };
        var sendAddress = new Option<bool>("--send-address") { Description = screen.Phrases.SendAddress };
        var deadline = SubjectOptions.Deadline(screen.Phrases);
        var json = new Option<bool>("--json") { Description = screen.Phrases.Json };
        var command = new Command("discover", screen.Phrases.Discover) { domain, sendAddress, deadline, json };
        foreach (var option in surroundings.All) command.Add(option);
        command.SetAction((line, cancellationToken) => Invocation.GuardAsync(screen, async () =>
        {
            var question = line.GetRequiredValue(domain)! with { MaySendAddress = line.GetValue(sendAddress) };
            var limit = line.GetValue(deadline) is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualDeadline;
            var reply = await ReplyAsync(screen, surroundings.Of(line), question, limit, cancellationToken);
            if (line.GetValue(json)) screen.Write(JsonSerializer.Serialize(reply, WireJson.Options) + "\n");
            else screen.Write(DiscoveryText.Sections(reply, new ReportWords(screen.Language, screen.Width)));
            return reply.Discovery.Candidates.Count > 0 ? ExitCode.Answered : ExitCode.NothingUsable;
        }));
        return command;
    }

    private static async Task<DiscoveryReply> ReplyAsync(
        Screen screen, AssessorOptions options, DiscoveryQuestion question, TimeSpan limit, CancellationToken cancellationToken)
    {
        await screen.Rehearse(false, cancellationToken);
        var faults = new FaultList();
        var began = TimeProvider.System.GetTimestamp();
        using var assessor = new MailboxAssessor(options with { Unexpected = faults.Add }, TimeProvider.System);
        var result = await RunView.ShowAsync(screen, false, progress => assessor.DiscoverAsync(question, limit, progress, cancellationToken));
        faults.Tell(screen);
        return DiscoveryReply.From(question, result, TimeProvider.System.GetElapsedTime(began), screen.Language);
    }
}
