using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>A mailbox measured for real: what is reported is what is there, and afterwards it is as it was.</summary>
public sealed class MailboxMeterTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_big_mailbox_is_measured_right_over_both_protocols_and_left_without_a_trace()
    {
        await using var server = await DovecotServer.StartAsync(new() { Quota = "100M" });
        var content = await server.FillAsync(Loopback.Jane, new MailboxPlan { Messages = 2000 });
        var inbox = content.Folders["INBOX"];
        var before = await server.SnapshotAsync(Loopback.Jane);

        var facts = await AssessAsync(server);

        Assert.Empty(before.ChangesTo(await server.SnapshotAsync(Loopback.Jane)));
        var imap = facts.Imap!;
        Assert.Equal((content.Messages, content.Bytes, content.Folders.Count), (imap.Messages, imap.Bytes, imap.Folders));
        Assert.Equal((inbox.Messages, inbox.Bytes, SizeBasis.StatusSize), (imap.InboxMessages, imap.InboxBytes, imap.SizeBasis));
        Assert.Equal(content.Folders.Values.Select(x => x.Bytes).OrderDescending().Take(12), imap.LargestFolders.Select(x => x.Bytes!.Value));
        Assert.Equal(
            [FolderUse.Archive, FolderUse.Drafts, FolderUse.Inbox, FolderUse.Junk, FolderUse.Sent, FolderUse.Trash],
            imap.LargestFolders.Select(x => x.Role).Where(x => x != FolderUse.Other).OrderBy(x => x.ToString()));
        Assert.Equal(100L << 20, imap.Quota!.LimitBytes);
        Assert.InRange(imap.Quota.UsedBytes, content.Bytes * 0.95, content.Bytes * 1.05);
        Assert.InRange(imap.GrowthBytesPerMonth!.Value, 1, content.Bytes / 3);
        Assert.Equal((10, true), (imap.Fetch!.Samples, imap.Fetch.Batched));
        var pop3 = facts.Pop3!;
        Assert.Equal((inbox.Messages, inbox.Bytes), (pop3.Messages, pop3.Bytes));
        Assert.True(pop3.Uidl & pop3.Top & pop3.Pipelining);
        Assert.Equal(imap.Fetch.Bytes, pop3.Fetch!.Bytes); // the same messages: the same bytes
        Assert.Equal(new MailboxComparison(content.Messages - inbox.Messages, content.Bytes - inbox.Bytes, content.Folders.Count - 1), facts.Comparison);
    }

    [Fact]
    public async Task Without_list_status_a_mailbox_is_counted_and_read_as_right_and_left_without_a_trace()
    {
        await using var server = await DovecotServer.StartAsync(new() { ExtraLines = ["imap_capability = IMAP4rev1 SASL-IR LITERAL+ IDLE NAMESPACE QUOTA"] });
        var content = await server.FillAsync(Loopback.Jane, new MailboxPlan { Messages = 400, Sizes = MailSizes.Tiny });
        var before = await server.SnapshotAsync(Loopback.Jane);

        var imap = (await AssessAsync(server)).Imap!;

        Assert.Empty(before.ChangesTo(await server.SnapshotAsync(Loopback.Jane)));
        Assert.Equal((content.Messages, content.Folders.Count, content.Folders.Count, false), (imap.Messages, imap.Folders, imap.FoldersCounted, imap.AtLeast));
        Assert.InRange(imap.Bytes!.Value, content.Bytes * 0.95, content.Bytes * 1.05); // a part of the folders was read
        Assert.Equal((content.Folders["INBOX"].Bytes, content.LargestBytes, true), (imap.InboxBytes, imap.LargestMessageBytes, imap.GrowthBytesPerMonth > 0));
    }

    [Fact]
    public async Task Without_samples_sizes_and_quota_are_known_and_no_message_is_touched()
    {
        await using var server = await DovecotServer.StartAsync();
        await server.FillAsync(Loopback.Jane, new MailboxPlan { Messages = 50, Sizes = MailSizes.Tiny });
        var facts = await AssessAsync(server, samples: 0);

        Assert.NotNull(facts.Imap!.Bytes);
        Assert.NotNull(facts.Imap.Quota);
        Assert.Null(facts.Imap.Fetch);
        Assert.Null(facts.Pop3!.Fetch);
        Assert.DoesNotContain(facts.Endpoints.SelectMany(x => x.SessionSteps), step => step.Step == MailStep.Measure);
    }

    [Fact]
    public async Task An_empty_mailbox_is_no_fault()
    {
        await using var server = await DovecotServer.StartAsync();
        var facts = await AssessAsync(server);
        Assert.Equal((0, 0), (facts.Imap!.Messages, facts.Pop3!.Messages));
        Assert.Null(facts.Imap.Fetch);
        Assert.All(facts.Endpoints.SelectMany(x => x.SessionSteps), step => Assert.Null(step.Failure));
    }

    [Theory]
    [InlineData(new[] { "IMAP4rev1", "SASL-IR" }, SizeBasis.Summed)]
    [InlineData(new[] { "IMAP4rev1", "SASL-IR", "STATUS=SIZE" }, SizeBasis.StatusSize)]
    [InlineData(new[] { "IMAP4rev1", "SASL-IR", "LIST-EXTENDED", "LIST-STATUS" }, SizeBasis.Summed)]
    public async Task Servers_that_can_do_less_are_measured_by_what_they_can(string[] capabilities, SizeBasis basis)
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.1");
        ScriptedFolder[] folders = [ScriptedFolder.Of("INBOX", 20, 2000), ScriptedFolder.Of("Sent", 10, 3000)];
        await using var server = ScriptedMailServer.Start(new ImapScript
        {
            ImplicitTls = certificate,
            Capabilities = capabilities,
            Folders = folders,
        });
        using var assessor = Loopback.Assessor(authority.Root);
        var facts = await assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.ImplicitTls)], Loopback.Credentials), null, Cancel);

        Assert.Equal((30L, basis), (facts.Imap!.Messages!.Value, facts.Imap.SizeBasis!.Value));
        Assert.Equal(folders.Sum(folder => folder.Size), facts.Imap.Bytes);
        Assert.Equal(10, facts.Imap.Fetch!.Samples);
    }

    [Theory]
    [InlineData(new object[] { new[] { "UIDL" } })] // no TOP: RETR would mark messages as read
    [InlineData(new object[] { new[] { "TOP", "UIDL", "EXPIRE 0" } })] // what was fetched may be deleted
    public async Task Where_a_fetch_could_leave_a_trace_nothing_is_fetched(string[] capabilities)
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.1");
        await using var server = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = certificate, Capabilities = capabilities });
        using var assessor = Loopback.Assessor(authority.Root);
        var facts = await assessor.AssessAsync(
            Loopback.Subject([Loopback.Endpoint(MailProtocol.Pop3, server.Port, ConnectionSecurity.ImplicitTls)], Loopback.Credentials), null, Cancel);

        Assert.Equal(3, facts.Pop3!.Messages);
        Assert.Null(facts.Pop3.Fetch);
        var lines = (await server.NextConnectionAsync(Cancel)).Received.Select(line => line.Text);
        Assert.DoesNotContain(lines, line => line.StartsWith("RETR", StringComparison.Ordinal) || line.StartsWith("TOP", StringComparison.Ordinal)
            || line.StartsWith("DELE", StringComparison.Ordinal) || line == "QUIT");
    }

    private static async Task<AssessmentFacts> AssessAsync(DovecotServer server, int samples = 10)
    {
        using var assessor = Loopback.Assessor(server.Authority.Root);
        return await assessor.AssessAsync(Loopback.Subject(Loopback.EndpointsOf(server), Loopback.Credentials, samples), null, Cancel);
    }
}
