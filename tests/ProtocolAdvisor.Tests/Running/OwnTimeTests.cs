using System.Globalization;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Coherence;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>A mailbox that is larger than our time: a server that still answers when we stop listening has not fallen silent, and one that has is named.</summary>
public sealed class OwnTimeTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public OwnTimeTests() => _certificate = _authority.Good("127.0.0.1");

    [Fact]
    public async Task A_server_that_still_answers_when_our_time_is_up_is_not_said_to_have_fallen_silent_and_one_that_has_is_and_for_how_long()
    {
        (MailScript Script, MailProtocol Protocol, MailStep Step, FailureKind Expected)[] cases =
        [
            (Imap().On("FETCH", Replies.Drip("* 1 FETCH (RFC822.SIZE 100)\r\n", Pause)), MailProtocol.Imap, MailStep.Measure, FailureKind.DeadlineReached),
            (Imap().On("LIST", Replies.Drip("* LIST () \"/\" Work\r\n", Pause)), MailProtocol.Imap, MailStep.OpenMailbox, FailureKind.DeadlineReached),
            (Pop3().On("LIST", Replies.Text("+OK\r\n", Replies.Drip("1 100\r\n", Pause))), MailProtocol.Pop3, MailStep.OpenMailbox, FailureKind.DeadlineReached),
            (Pop3().On("UIDL", Replies.Text("+OK\r\n", Replies.Drip("1 a\r\n", Pause))), MailProtocol.Pop3, MailStep.OpenMailbox, FailureKind.DeadlineReached),
            (Imap().On("FETCH", Half("* 1 FETCH (RFC822.SIZE 100)\r\n")), MailProtocol.Imap, MailStep.Measure, FailureKind.TimedOut),
            (Pop3().On("LIST", Half("+OK\r\n1 100\r\n")), MailProtocol.Pop3, MailStep.OpenMailbox, FailureKind.TimedOut),
        ];
        await Task.WhenAll(cases.Select(async x =>
        {
            var facts = await AssessAsync(x.Script, x.Protocol, deadlineSeconds: 4);
            var failure = facts.Endpoints[0].SessionSteps[^1].Failure!;
            Assert.Equal((x.Step, x.Expected), (failure.Step, failure.Kind));
            var findings = Diagnosis.Of(facts, null);
            Assert.Empty(ReportCoherence.Of(new AssessedRun(RunGen.Heading(facts), facts, new Usage())));
            if (x.Expected == FailureKind.TimedOut)
            {
                Assert.InRange(failure.SilentMs!.Value, 1500, failure.ElapsedMs - 300);
                var told = Assert.Single(findings, finding => finding.Code == FindingCode.CommandUnanswered);
                Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"no answer within {failure.SilentMs / 1000:0.#} seconds"), told.Shown(), StringComparison.Ordinal);
                return;
            }

            Assert.False(facts.Complete);
            Assert.Contains(findings, finding => finding.Code == FindingCode.DeadlineReached);
            Assert.DoesNotContain(findings, finding => finding.Code is FindingCode.CommandUnanswered or FindingCode.MailboxNotOpened);
        }));

        static Func<ScriptedCommand, Task> Half(string text) => Replies.Text(text, async command =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(400), command.Connection.Stopped);
            await Replies.Text(text.Replace("+OK\r\n", "", StringComparison.Ordinal), Replies.Silence)(command);
        });
    }

    [Fact]
    public async Task No_more_folders_are_read_when_half_of_the_time_is_used_and_the_rest_is_an_estimate()
    {
        const int Messages = 15_000;
        var (clock, read) = (new SteppedClock(), 0);
        var script = Imap([.. Enumerable.Range(0, 12).Select(i => ScriptedFolder.Of(i == 0 ? "INBOX" : $"F{i}", 3))]);
        script.On("STATUS", command => command.ReplyAsync($"* STATUS {command.Arguments.Split(' ')[0]} (MESSAGES {Messages})\r\n{{tag}} OK done\r\n"));
        script.On("EXAMINE", $"* {Messages} EXISTS\r\n{{tag}} OK [READ-ONLY] opened\r\n");
        script.On("FETCH", command =>
        {
            if (command.Arguments.Contains("BODY", StringComparison.Ordinal)) return command.ReplyAsync("* 1 FETCH (BODY[] {3}\r\na\r\n)\r\n{tag} OK done\r\n");
            read++;
            clock.PutForward(TimeSpan.FromSeconds(2));
            return command.ReplyAsync("* 1 FETCH (RFC822.SIZE 100)\r\n* 2 FETCH (RFC822.SIZE 300)\r\n{tag} OK done\r\n");
        });
        var facts = await AssessAsync(script, MailProtocol.Imap, deadlineSeconds: 15, clock);
        Assert.InRange(read, 2, 5);
        Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Equal(StepOutcome.Completed, step.Outcome));
        Assert.Equal((12 * Messages, 12 * Messages * 200L, SizeBasis.Sampled, true), (facts.Imap!.Messages, facts.Imap.Bytes, facts.Imap.SizeBasis!.Value, facts.Complete));
    }

    // Twenty folders of 20,000 messages are more to list than we take from any server.
    [Fact]
    public async Task No_more_folders_are_read_than_a_server_may_send_us()
    {
        var (read, listing) = (0, string.Concat(Enumerable.Repeat($"* OK {new string('x', 60_000)}\r\n", 18)));
        var script = Imap([.. Enumerable.Range(0, 25).Select(i => ScriptedFolder.Of(i == 0 ? "INBOX" : $"F{i}", 3))]);
        script.On("STATUS", command => command.ReplyAsync($"* STATUS {command.Arguments.Split(' ')[0]} (MESSAGES 20000)\r\n{{tag}} OK done\r\n"));
        script.On("EXAMINE", "* 20000 EXISTS\r\n{tag} OK [READ-ONLY] opened\r\n");
        script.On("FETCH", command =>
        {
            if (command.Arguments.Contains("BODY", StringComparison.Ordinal)) return command.ReplyAsync("* 1 FETCH (BODY[] {3}\r\na\r\n)\r\n{tag} OK done\r\n");
            read++;
            return command.ReplyAsync($"{listing}* 1 FETCH (RFC822.SIZE 100)\r\n{{tag}} OK done\r\n");
        });
        var facts = await AssessAsync(script, MailProtocol.Imap, deadlineSeconds: 15);
        Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Equal(StepOutcome.Completed, step.Outcome));
        Assert.InRange(read, 5, 15);
        Assert.Equal((25 * 20_000, SizeBasis.Sampled), (facts.Imap!.Messages, facts.Imap.SizeBasis!.Value));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }

    private ImapScript Imap(IReadOnlyList<ScriptedFolder>? folders = null) => new()
    {
        ImplicitTls = _certificate,
        Capabilities = ["IMAP4rev1", "SASL-IR"],
        Folders = folders ?? [ScriptedFolder.Of("INBOX", 3)],
    };

    private Pop3Script Pop3() => new() { ImplicitTls = _certificate };

    private async Task<AssessmentFacts> AssessAsync(MailScript script, MailProtocol protocol, double deadlineSeconds, TimeProvider? clock = null)
    {
        await using var server = ScriptedMailServer.Start(script);
        using var assessor = Loopback.Assessor(_authority.Root, clock: clock);
        var endpoint = Loopback.Endpoint(protocol, server.Port, ConnectionSecurity.ImplicitTls);
        return await assessor.AssessAsync(Loopback.Subject([endpoint], Loopback.Credentials, deadlineSeconds: deadlineSeconds), null, Cancel);
    }
}
