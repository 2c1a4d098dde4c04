using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Coherence;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>Messages that are refused while a mailbox is measured: one by itself costs the others nothing, and a limit is no refused sign-in.</summary>
public sealed class RefusedMessageTests : IDisposable
{
    private const string Exchange = "NO The requested message could not be converted to an RFC-822 compatible format.";
    private const string Gmail = "NO Some messages could not be FETCHed (Failure)";
    private const string Yahoo = "NO [LIMIT] FETCH Rate limit hit.";
    private const string GmailLimit = "NO [OVERQUOTA] Account exceeded command or bandwidth limits.";
    private readonly ScriptedImap _imap = new();

    // Small enough to be fetched together once more, with the one that is refused: there the server hands out those that it can.
    [Theory]
    [InlineData(Exchange, 2)]
    [InlineData(Gmail, 5)] // the last of the first half: what its answer tells of the line is no message's
    [InlineData("BAD cannot read it", 1)]
    public async Task One_message_that_is_refused_costs_the_others_nothing_and_is_told(string words, int refused)
    {
        ScriptedFolder[] folders = [ScriptedFolder.Of("INBOX", 6, 9_000), ScriptedFolder.Of("Sent", 2), ScriptedFolder.Of("Archive", 2)];
        var script = _imap.Script(folders, "LIST-EXTENDED", "LIST-STATUS");
        script.On("FETCH", (command, sane) => command.Arguments.Contains("BODY", StringComparison.Ordinal) && Asked(command, 6).Contains(refused)
            ? command.ReplyAsync(string.Concat(Asked(command, 6).Where(n => n != refused).Select(n => Body(folders[0], n))) + $"{{tag}} {words}\r\n") : sane(command));
        var facts = await _imap.AssessAsync(script);
        Assert.Equal((5, true, 1), (facts.Imap!.Fetch!.Samples, facts.Imap.Fetch.Batched, facts.Imap.Unreadable));
        Assert.Equal(folders.Sum(x => x.Size), facts.Imap.Bytes); // the other folders were read, too
        Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Null(step.Failure));
        var told = Assert.Single(Diagnosis.Of(facts, null), x => x.Severity <= Severity.Medium && x.Code != FindingCode.TlsLegacyOffered);
        Assert.Equal((FindingCode.MessagesUnreadable, "FETCH: 1 of 6 refused", Severity.Medium), (told.Code, told.Shown(), told.Severity));
        IsCoherent(facts);
    }

    [Fact]
    public async Task A_message_in_a_batch_that_is_refused_by_then_leaves_the_bodies_that_came()
    {
        var inbox = ScriptedFolder.Of("INBOX", 5, 9_000);
        var script = _imap.Script([inbox]);
        script.On("FETCH", (command, sane) => command.Arguments.Contains("BODY", StringComparison.Ordinal) && Asked(command, 5).Count > 1
            ? command.ReplyAsync(string.Concat(Asked(command, 5).Skip(1).Select(n => Body(inbox, n))) + $"{{tag}} {Gmail}\r\n") : sane(command));
        var facts = await _imap.AssessAsync(script);
        Assert.Equal((5, true, 0), (facts.Imap!.Fetch!.Samples, facts.Imap.Fetch.Batched, facts.Imap.Unreadable));
        Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Null(step.Failure));
    }

    [Fact]
    public async Task Where_all_are_refused_that_is_told_in_the_servers_words_and_the_folders_are_read()
    {
        ScriptedFolder[] folders = [ScriptedFolder.Of("INBOX", 5), ScriptedFolder.Of("Sent", 2)];
        var script = _imap.Script(folders).On("FETCH", (command, sane) =>
            command.Arguments.Contains("BODY", StringComparison.Ordinal) ? command.ReplyAsync($"{{tag}} {Exchange}\r\n") : sane(command));
        var facts = await _imap.AssessAsync(script);
        Assert.Equal((null, 0, folders.Sum(x => x.Size)), (facts.Imap!.Fetch, facts.Imap.Unreadable, facts.Imap.Bytes));
        Assert.Equal(Exchange, Assert.Single(Diagnosis.Of(facts, null), x => x.Severity <= Severity.Medium && x.Code != FindingCode.TlsLegacyOffered).Shown());
        IsCoherent(facts);
    }

    [Theory]
    [InlineData(Yahoo, 0)]
    [InlineData(Yahoo, 3)]
    [InlineData(GmailLimit, 0)]
    [InlineData(GmailLimit, 5)] // the batch
    public async Task A_limit_that_is_reached_while_measuring_ends_it_for_now_and_is_no_refused_sign_in(string words, int handedOut)
    {
        var asked = 0;
        var script = _imap.Script([ScriptedFolder.Of("INBOX", 5, 9_000), ScriptedFolder.Of("Sent", 2)]);
        script.On("FETCH", (command, sane) => command.Arguments.Contains("BODY", StringComparison.Ordinal) && ++asked > handedOut
            ? command.ReplyAsync($"{{tag}} {words}\r\n") : sane(command));
        var facts = await _imap.AssessAsync(script);
        Assert.Equal((handedOut, handedOut + 1, 0), (facts.Imap!.Fetch?.Samples ?? 0, asked, facts.Imap.Unreadable)); // and nobody asks on
        IsHeldOff(facts, words);
    }

    // Not of the folder that was asked for then.
    [Fact]
    public async Task The_same_behind_the_samples_takes_no_folder_for_one_that_is_refused()
    {
        var asked = 0;
        var script = _imap.Script([ScriptedFolder.Of("INBOX", 5), ScriptedFolder.Of("Sent", 2), ScriptedFolder.Of("Archive", 2), ScriptedFolder.Of("Old", 2)]);
        script.On("FETCH", (command, sane) => command.Arguments.Contains("RFC822.SIZE", StringComparison.Ordinal) && ++asked > 1 ? command.ReplyAsync($"{{tag}} {Yahoo}\r\n") : sane(command));
        var facts = await _imap.AssessAsync(script);
        Assert.Equal((5, 0, 5), (facts.Imap!.Fetch!.Samples, facts.Imap.FoldersRefused, asked)); // three in one write, and one by itself
        IsHeldOff(facts, Yahoo);
    }

    [Fact]
    public async Task The_same_over_Pop3()
    {
        const string words = "-ERR [SYS/TEMP] Account exceeded command or bandwidth limits";
        var asked = 0;
        using var certificates = new TestCertificates();
        using var certificate = certificates.Good("127.0.0.1");
        await using var server = ScriptedMailServer.Start(new Pop3Script { ImplicitTls = certificate, Messages = ScriptedFolder.Of("INBOX", 5).Messages }
            .On("TOP", (command, sane) => ++asked > 2 ? command.ReplyAsync(words + "\r\n") : sane(command)));
        using var assessor = Loopback.Assessor(certificates.Root);
        var subject = Loopback.Subject([Loopback.Endpoint(MailProtocol.Pop3, server.Port, ConnectionSecurity.ImplicitTls)], Loopback.Credentials, 10);
        var facts = await assessor.AssessAsync(subject, null, TestContext.Current.CancellationToken);
        Assert.Equal((2, 3, 0, true), (facts.Pop3!.Fetch!.Samples, asked, facts.Pop3.Unreadable, facts.Pop3.Top));
        IsHeldOff(facts, words);
    }

    private static void IsHeldOff(AssessmentFacts facts, string words)
    {
        Assert.True(facts.Endpoints[0].IsAccepted);
        Assert.Equal(ServerState.Tested, ServerStates.Of(facts.Endpoints[0]));
        var report = Run(facts).Report(Language.English);
        var told = Assert.Single(report.Findings, x => x.Severity <= Severity.Medium && x.Code != FindingCode.TlsLegacyOffered);
        Assert.Equal((FindingCode.FetchRefused, words), (told.Code, told.Evidence));
        Assert.StartsWith("Wait some hours", told.Remedy, StringComparison.Ordinal);
        IsCoherent(facts);
    }

    private static List<int> Asked(ScriptedCommand command, int last) =>
    [
        .. command.Arguments.Split(' ')[0].Split(',').Select(x => x.Split(':')).SelectMany(x => Enumerable.Range(1, last).Where(n => n >= int.Parse(x[0], null) && n <= int.Parse(x[^1], null))),
    ];

    private static string Body(ScriptedFolder folder, int number) =>
        $"* {number} FETCH (BODY[] {{{folder.Messages[number - 1].Size}}}\r\n{folder.Messages[number - 1].Content})\r\n";

    private static AssessedRun Run(AssessmentFacts facts) => new(
        new ReportHeading("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, AuthenticationKind.Password), facts, new Usage { Devices = 2 });

    private static void IsCoherent(AssessmentFacts facts) => Assert.Equal([], ReportCoherence.Of(Run(facts)).Where(x => !KnownBreaches.Covers(x.Rule, x.What)));

    public void Dispose() => _imap.Dispose();
}
