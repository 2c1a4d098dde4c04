using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Sessions;

/// <summary>The survey's questions in the same write as the sign-in: a round trip less, the same answers, and one attempt, whatever the server makes of it.</summary>
public sealed class RidingQuestionsTests : IDisposable
{
    private const string Held = "IMAP4rev1 SASL-IR LITERAL+ ID ENABLE IDLE"; // as Dovecot tells before the sign-in
    private const string Ready = "* OK [CAPABILITY {capabilities}] Dovecot ready.";
    private const string Whole = "IMAP4rev1 SASL-IR LITERAL+ ID ENABLE IDLE NAMESPACE SPECIAL-USE LIST-EXTENDED LIST-STATUS STATUS=SIZE QUOTA";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly ScriptedFolder[] Folders = [ScriptedFolder.Of("INBOX", 3), ScriptedFolder.Of("Sent", 2, attributes: "\\HasNoChildren \\Sent"), ScriptedFolder.Of("Projects", 4)];
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public RidingQuestionsTests() => _certificate = _authority.Good("127.0.0.1");

    // All but the last: what the list tells of sizes is read message by message there.
    [Theory]
    [InlineData("rides", 1, 0)]
    [InlineData("byte by byte", 1, 0)]
    [InlineData("late", 1, 0)]
    [InlineData("throws input away", 3, 0)] // the sign of life, and the questions again
    [InlineData("presumed in vain", 1, 1)]
    [InlineData("no initial response", 3, 0)]
    [InlineData("unknown software", 2, 0)]
    [InlineData("by LOGIN", 1, 0)]
    public async Task However_the_server_takes_it_imap_tells_the_same(string way, int inSignIn, int behind)
    {
        var (facts, received) = await AssessAsync(MailProtocol.Imap, Imap(way));
        Assert.Equal((SignInOutcome.Accepted, 9, 3, 4), (facts.Endpoints[0].SignIn.Outcome, facts.Imap!.Messages, facts.Imap.Folders, facts.Imap.SortedMessages));
        Assert.Equal((Folders.Sum(x => x.Size), FolderUse.Sent), (facts.Imap.Bytes!.Value, facts.Imap.LargestFolders.Single(x => x.Messages == 2).Role));
        Assert.NotNull(facts.Imap.Quota);
        Assert.Equal(3, facts.Imap.Fetch!.Samples);
        Assert.Single(received, x => x.Contains("AUTHENTICATE", StringComparison.Ordinal) || x.Contains("LOGIN", StringComparison.Ordinal));
        Assert.Equal([inSignIn, behind], facts.Endpoints[0].SessionSteps.Take(2).Select(x => x.RoundTrips!.Value));
    }

    [Theory]
    [InlineData("rides", 1, 0)]
    [InlineData("byte by byte", 1, 0)]
    [InlineData("late", 1, 0)]
    [InlineData("by USER", 1, 0)]
    [InlineData("throws input away", 1, 4)] // the sign of life, then STAT, CAPA, LIST and UIDL step by step
    [InlineData("throws input away by USER", 1, 4)]
    [InlineData("nothing ahead", 1, 4)]
    [InlineData("unknown software", 1, 1)]
    public async Task However_the_server_takes_it_pop3_tells_the_same(string way, int inSignIn, int behind)
    {
        var (facts, received) = await AssessAsync(MailProtocol.Pop3, Pop3(way));
        var maildrop = facts.Pop3!;
        Assert.Equal((SignInOutcome.Accepted, 3, 3, true), (facts.Endpoints[0].SignIn.Outcome, maildrop.Messages, maildrop.Counts!.Listed, maildrop.Uidl));
        Assert.False(maildrop.Counts.Disagree);
        Assert.Equal(3, maildrop.Fetch!.Samples);
        Assert.Single(received, x => x.StartsWith("AUTH", StringComparison.Ordinal) || x.StartsWith("PASS", StringComparison.Ordinal));
        var steps = facts.Endpoints[0].SessionSteps;
        Assert.Equal(inSignIn, steps[0].RoundTrips);
        Assert.InRange(steps[1].RoundTrips!.Value, Math.Min(behind, 2), behind + (behind > 1 ? 1 : 0));
    }

    [Theory]
    [InlineData("NO [AUTHENTICATIONFAILED] no", "{tag} BAD not now\r\n", false)]
    [InlineData("NO [AUTHENTICATIONFAILED] no", "{tag} NO not now\r\n", false)]
    [InlineData("NO [AUTHENTICATIONFAILED] no", "* BYE too many bad commands\r\n", true)]
    [InlineData("NO [AUTHENTICATIONFAILED] no", "* CAPABILITY IMAP4rev1 IDLE\r\n* LIST () \"/\" INBOX\r\n{tag} OK never mind\r\n", false)]
    public async Task What_is_answered_behind_a_refused_sign_in_counts_for_nothing(string reply, string rest, bool closes)
    {
        var script = new ImapScript { ImplicitTls = _certificate, SignInReply = reply, Greeting = Ready };
        foreach (var verb in new[] { "CAPABILITY", "NAMESPACE", "GETQUOTAROOT", "EXAMINE", "LIST" }) script.On(verb, closes ? Replies.Text(rest, Replies.Close) : Replies.Text(rest));
        var (facts, received) = await AssessAsync(MailProtocol.Imap, script);
        Assert.Equal((SignInOutcome.Rejected, SignInReason.AuthBadCredentials, reply), (facts.Endpoints[0].SignIn.Outcome, facts.Endpoints[0].SignIn.Reason!.Value, facts.Endpoints[0].SignIn.Reply));
        Assert.Null(facts.Imap);
        Assert.Single(received, x => x.Contains("AUTHENTICATE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PLAIN", "-ERR [AUTH] no", "-ERR not now\r\n", false)]
    [InlineData("PLAIN", "-ERR [AUTH] no", "+OK 3 300\r\n", false)]
    [InlineData("PLAIN", "-ERR [AUTH] no", "-ERR goodbye\r\n", true)]
    [InlineData(null, "-ERR [AUTH] no", "+OK 3 300\r\n", false)]
    public async Task Nor_does_it_over_pop3(string? mechanism, string reply, string rest, bool closes)
    {
        var script = new Pop3Script { ImplicitTls = _certificate, Mechanisms = mechanism is null ? [] : [mechanism], SignInReply = reply, Greeting = "+OK Dovecot ready." };
        foreach (var verb in new[] { "STAT", "LIST", "UIDL" }) script.On(verb, closes ? Replies.Text(rest, Replies.Close) : Replies.Text(rest));
        var (facts, received) = await AssessAsync(MailProtocol.Pop3, script);
        Assert.Equal((SignInOutcome.Rejected, SignInReason.AuthBadCredentials, reply), (facts.Endpoints[0].SignIn.Outcome, facts.Endpoints[0].SignIn.Reason!.Value, facts.Endpoints[0].SignIn.Reply));
        Assert.Null(facts.Pop3);
        Assert.Single(received, x => x.StartsWith("AUTH", StringComparison.Ordinal) || x.StartsWith("PASS", StringComparison.Ordinal));
    }

    // It asks for what it was given, and takes the next command for the answer: that is no refusal of the password.
    [Theory]
    [InlineData(MailProtocol.Imap)]
    [InlineData(MailProtocol.Pop3)]
    public async Task A_server_that_takes_a_question_for_a_part_of_the_sign_in_is_not_believed_about_the_password(MailProtocol protocol)
    {
        MailScript script = protocol == MailProtocol.Imap
            ? new ImapScript { ImplicitTls = _certificate, Greeting = Ready }.On("AUTHENTICATE", "+ \r\n{tag} NO [AUTHENTICATIONFAILED] no\r\n")
            : new Pop3Script { ImplicitTls = _certificate, Greeting = "+OK Dovecot ready." }.On("AUTH", "+ \r\n-ERR [AUTH] no\r\n");
        var (facts, _) = await AssessAsync(protocol, script);
        Assert.Equal((SignInOutcome.Unanswered, FailureKind.ProtocolViolation), (facts.Endpoints[0].SignIn.Outcome, facts.Endpoints[0].SessionSteps[0].Failure!.Kind));
    }

    [Theory]
    [InlineData("IMAP4rev1", 2)]
    [InlineData("IMAP4rev1 LITERAL+", 0)]
    public async Task Name_and_password_of_any_characters_go_by_login(string capabilities, int waits)
    {
        const string password = "pä\"s\\s\u20ac";
        var script = new ImapScript { ImplicitTls = _certificate, Mechanisms = [], Capabilities = capabilities.Split(' '), Greeting = Ready, Password = password, Username = "jürgen@example.com" };
        var (facts, received) = await AssessAsync(MailProtocol.Imap, script, Credentials.WithPassword("jürgen@example.com", new Secret(password)));
        Assert.Equal(SignInOutcome.Accepted, facts.Endpoints[0].SignIn.Outcome);
        Assert.Equal(5, facts.Imap!.Messages);
        Assert.Equal(1 + waits, facts.Endpoints[0].SessionSteps[0].RoundTrips);
        Assert.DoesNotContain("jürgen", string.Join('\n', facts.Endpoints[0].Probe.Conversation.Select(x => x.Text)), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(received);
    }

    [Theory]
    [InlineData("* 1 FETCH (MODSEQ (7) BODY[] {5}\r\nhello)\r\n{tag} OK done\r\n", 5)]
    [InlineData("* 1 FETCH (BODY[] \"hello\")\r\n{tag} OK done\r\n", 5)]
    [InlineData("* 1 FETCH (BODY[] {5}\r\nhello UID 1)\r\n* 4 EXISTS\r\n{tag} OK done\r\n", 5)]
    [InlineData("{tag} OK none of that name\r\n", null)]
    public async Task A_message_is_a_message_however_it_is_wrapped(string reply, int? bytes)
    {
        var script = new ImapScript { ImplicitTls = _certificate, Folders = [ScriptedFolder.Of("INBOX", 1)] };
        script.On("FETCH", command => command.ReplyAsync(command.Arguments.Contains("BODY", StringComparison.Ordinal) ? reply : "* 1 FETCH (RFC822.SIZE 5)\r\n{tag} OK done\r\n"));
        var (facts, _) = await AssessAsync(MailProtocol.Imap, script);
        Assert.Equal(bytes, facts.Imap!.Fetch?.Bytes);
        Assert.All(facts.Endpoints[0].SessionSteps, x => Assert.Null(x.Failure));
    }

    private ImapScript Imap(string way)
    {
        var script = new ImapScript
        {
            ImplicitTls = _certificate,
            Folders = Folders,
            Capabilities = way == "no initial response" ? ["IMAP4rev1", "NAMESPACE", "SPECIAL-USE", "LIST-EXTENDED", "LIST-STATUS", "QUOTA"] : Whole.Split(' '),
            Mechanisms = way == "by LOGIN" ? [] : ["PLAIN"],
            Greeting = way == "no initial response" ? Ready : $"* OK [CAPABILITY {Held}{(way == "by LOGIN" ? "" : " AUTH=PLAIN")}] {(way == "unknown software" ? "Cyrus" : "Dovecot")} ready.",
            SignInListsCapabilities = way is not ("no initial response" or "late"),
            Pieces = way == "byte by byte" ? 1 : null,
            DropsInputAtSignIn = way == "throws input away",
            ShortestThought = way == "late" ? TimeSpan.FromMilliseconds(20) : default,
            LongestThought = way == "late" ? TimeSpan.FromMilliseconds(30) : default,
        };
        if (way == "presumed in vain")
        {
            var asked = 0;
            script.On("LIST", command => command.ReplyAsync(command.Arguments.Contains("RETURN", StringComparison.Ordinal) && asked++ == 0
                ? "{tag} BAD what\r\n"
                : string.Concat(Folders.Select(x => $"* LIST ({(x.Name == "Sent" ? "\\Sent" : "")}) \"/\" {x.Name}\r\n* STATUS {x.Name} (MESSAGES {x.Messages.Count} SIZE {x.Size})\r\n")) + "{tag} OK done\r\n"));
        }

        return script;
    }

    private Pop3Script Pop3(string way) => new()
    {
        ImplicitTls = _certificate,
        Mechanisms = way.EndsWith("by USER", StringComparison.Ordinal) ? [] : ["PLAIN"],
        Greeting = way == "unknown software" ? "+OK Cyrus ready." : "+OK Dovecot ready.",
        Capabilities = way == "nothing ahead" ? ["TOP", "UIDL"] : ["TOP", "UIDL", "PIPELINING"],
        Pieces = way == "byte by byte" ? 1 : null,
        DropsInputAtSignIn = way.StartsWith("throws", StringComparison.Ordinal),
        ShortestThought = way == "late" ? TimeSpan.FromMilliseconds(20) : default,
        LongestThought = way == "late" ? TimeSpan.FromMilliseconds(30) : default,
    };

    private async Task<(AssessmentFacts Facts, IReadOnlyList<string> Received)> AssessAsync(MailProtocol protocol, MailScript script, Credentials? credentials = null)
    {
        await using var server = ScriptedMailServer.Start(script);
        using var assessor = Loopback.Assessor(_authority.Root);
        var subject = Loopback.Subject([Loopback.Endpoint(protocol, server.Port, ConnectionSecurity.ImplicitTls)], credentials ?? Loopback.Credentials);
        var facts = await assessor.AssessAsync(subject, null, Cancel);
        return (facts, [.. (await server.NextConnectionAsync(Cancel)).Received.Select(x => x.Text)]);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }
}
