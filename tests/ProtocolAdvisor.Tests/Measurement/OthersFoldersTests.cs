using ProtocolAdvisor.Findings;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>A real Dovecot whose lists hold more than the user's folders, or one that cannot be read.</summary>
public sealed class OthersFoldersTests
{
    private static readonly MailboxPlan Plan = new() { Messages = 200, Sizes = MailSizes.Tiny };

    [Fact]
    public async Task Public_and_shared_folders_are_not_the_users_and_nothing_is_changed_in_any()
    {
        await using var server = await DovecotServer.StartAsync(new() { ExtraLines = Others });
        server.FillBeside("public/.Offers", Plan with { InboxOnly = true });
        server.FillBeside("bob", Plan with { InboxOnly = true });
        var content = await server.FillAsync(Loopback.Jane, Plan);
        var before = await server.SnapshotAsync(Loopback.Jane);

        var facts = await AssessAsync(server);

        Assert.Empty(before.ChangesTo(await server.SnapshotAsync(Loopback.Jane)));
        Assert.Equal((content.Messages, content.Bytes, content.Folders.Count, false), (facts.Imap!.Messages, facts.Imap.Bytes, facts.Imap.Folders, facts.Imap.AtLeast));
        Assert.Equal(2, facts.Imap.SharedFolders);
        Assert.Equal(content.Messages - content.Folders["INBOX"].Messages, facts.Comparison!.MessagesOnlyInImap);
    }

    [Fact]
    public async Task One_folder_that_the_server_cannot_read_makes_the_sum_a_part_and_takes_nothing_from_the_others()
    {
        await using var server = await DovecotServer.StartAsync();
        var content = await server.FillAsync(Loopback.Jane, Plan);
        server.Permit(Loopback.Jane, "Sent", false);

        var facts = await AssessAsync(server);
        server.Permit(Loopback.Jane, "Sent", true);

        Assert.Equal((content.Messages - content.Folders["Sent"].Messages, true, 1), (facts.Imap!.Messages, facts.Imap.AtLeast, facts.Imap.FoldersRefused));
        Assert.Equal((content.Folders.Count, content.Folders.Count - 1, 10), (facts.Imap.Folders, facts.Imap.FoldersCounted, facts.Imap.Fetch!.Samples));
        var finding = Diagnosis.Of(facts, null).Single(x => x.Code == FindingCode.FoldersNotCounted);
        Assert.Equal($"{content.Folders.Count - 1} of {content.Folders.Count} folders counted, 1 refused", finding.Shown());
    }

    private static string[] Others =>
    [
        "namespace public {", "  type = public", "  separator = /", "  prefix = Public/", "  location = maildir:%h/../public", "  subscriptions = no", "  list = yes", "}",
        "namespace shared {", "  type = shared", "  separator = /", "  prefix = shared/bob/", "  location = maildir:%h/../bob", "  subscriptions = no", "  list = yes", "}",
    ];

    private static async Task<AssessmentFacts> AssessAsync(DovecotServer server)
    {
        using var assessor = Loopback.Assessor(server.Authority.Root);
        return await assessor.AssessAsync(Loopback.Subject(Loopback.EndpointsOf(server), Loopback.Credentials), null, TestContext.Current.CancellationToken);
    }
}
