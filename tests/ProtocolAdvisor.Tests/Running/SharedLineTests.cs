using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>What is measured here would be noise while other tests use the processor.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Both protocols behind one line, as at a user's: the same mailbox is told the same again and again.</summary>
[Collection(nameof(Alone))]
public sealed class SharedLineTests
{
    private const int Runs = 20;

    // A fetch takes about half a second. A line that was later than this was another one, and says nothing of how we read it.
    private static readonly TimeSpan Disturbed = TimeSpan.FromMilliseconds(15);

    // Sizes as they come: many small ones, a few that take a while.
    private static ScriptedFolder Inbox(int unit) => new(
        "INBOX", [.. Enumerable.Range(0, 40).Select(n => ScriptedMessage.OfSize(1_000 + (unit * (n % 10)), DateTimeOffset.UnixEpoch.AddDays(n)))]);

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public async Task The_same_mailbox_gets_the_same_advice_and_the_line_its_true_capacity_every_time(double mbit)
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.1");
        var (line, inbox) = (new ThrottledLine(mbit), Inbox((int)(mbit * 1_000)));
        await using var imap = ScriptedMailServer.Start(new ImapScript { ImplicitTls = certificate, Folders = [inbox] }, line: line);
        await using var pop3 = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = certificate, Messages = inbox.Messages }, line: line);
        using var assessor = Loopback.Assessor(authority.Root);
        var subject = Loopback.Subject(
            [
                Loopback.Endpoint(MailProtocol.Imap, imap.Port, ConnectionSecurity.ImplicitTls), Loopback.Endpoint(MailProtocol.Pop3, pop3.Port, ConnectionSecurity.ImplicitTls),
            ],
            Loopback.Credentials);
        var onePlace = new Usage { Devices = 1, People = 1, Webmail = false, ServerFolders = false, Priority = Priority.Speed, Backup = Backup.None };
        var (advice, read, late) = (new List<string>(), new List<double>(), new List<TimeSpan>());
        while (read.Count < 2 * Runs)
        {
            Assert.True(late.Count <= Runs, $"This machine holds no line steady: {string.Join(", ", late)}");
            line.TakeLateness();
            var facts = await assessor.AssessAsync(subject, null, TestContext.Current.CancellationToken);
            var recommendation = Advisor.Advise(onePlace, KnownFacts.From(facts));
            advice.Add($"{recommendation.Protocol} {recommendation.Confidence}");
            if (line.TakeLateness() is var by && by > Disturbed) late.Add(by);
            else read.AddRange([facts.Imap!.Fetch!.DownMbit!.Value, facts.Pop3!.Fetch!.DownMbit!.Value]);
        }

        Assert.Single(advice.Distinct());
        Assert.All(read, capacity => Assert.InRange(capacity / mbit, 0.92, 1.08));
    }
}
