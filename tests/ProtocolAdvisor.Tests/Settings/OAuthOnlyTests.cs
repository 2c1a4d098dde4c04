using System.Text.Json;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Coherence;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Discovery.AuthenticationMethod;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Settings;

/// <summary>Where OAuth 2.0 is the only way to sign in: told once it is known, and never where a password works.</summary>
public class OAuthOnlyTests
{
    private static readonly ReportHeading Heading = new("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, null);

    private static readonly SignInResult Password = new(SignInOutcome.Accepted, "PLAIN", 61);

    private static readonly SignInResult Token = new(SignInOutcome.Accepted, "XOAUTH2", 61);

    private static readonly OAuthOffer Offer = new("id.example.com", ["mail", "offline_access"], "https://id.example.com/auth", "https://id.example.com/token", DiscoverySource.Autoconfig, true);

    [Fact]
    public void It_is_where_nothing_else_is_published() => Assert.NotNull(Of(Searched(Healthy(Imaps), OAuth2)));

    [Fact]
    public void It_is_where_the_server_offers_nothing_else_whatever_is_published() =>
        Assert.NotNull(Of(Searched(Healthy(Imaps) with { Capabilities = new(["IMAP4rev1", "LOGINDISABLED", "AUTH=XOAUTH2", "AUTH=OAUTHBEARER"]) }, PasswordCleartext)));

    [Theory]
    [InlineData(SignInReason.AuthOauthOnly)]
    [InlineData(SignInReason.AuthBasicBlocked)]
    public void It_is_where_a_password_was_refused_as_such(SignInReason reason) =>
        Assert.NotNull(Of(Searched(Healthy(Imaps), PasswordCleartext, new SignInResult(SignInOutcome.Rejected, "PLAIN", 61, "NO", reason))));

    [Fact]
    public void It_stays_so_after_a_wrong_password() =>
        Assert.NotNull(Of(Searched(Healthy(Imaps), OAuth2, new SignInResult(SignInOutcome.Rejected, "PLAIN", 61, "NO", SignInReason.AuthBadCredentials))));

    [Fact]
    public void It_is_not_where_a_password_was_accepted() => Assert.Null(Of(Searched(Healthy(Imaps), OAuth2, Password)));

    [Fact]
    public void It_is_not_where_a_token_was_accepted_beside_passwords() => Assert.Null(Of(Searched(Healthy(Imaps), null, Token)));

    [Fact]
    public void It_is_not_where_nobody_says_how_to_sign_in() => Assert.Null(Of(Searched(Healthy(Imaps), null)));

    [Fact]
    public void It_is_not_where_there_is_no_server() => Assert.Null(Of(Run(Array.Empty<ProbeResult>())));

    [Theory]
    [InlineData("mail.example.com", false)]
    [InlineData("outlook.office365.com", true)]
    public void Who_can_sign_in_is_told_with_the_access_token_and_the_facts(string host, bool knows)
    {
        var endpoint = At(MailProtocol.Imap, 993, ConnectionSecurity.ImplicitTls, host);
        var facts = Searched(Healthy(endpoint), OAuth2);
        var run = new AssessedRun(Heading, facts with { Discovery = facts.Discovery with { OAuth = [Offer] } }, new Usage { Devices = 2 });
        foreach (var language in Language.All)
        {
            var report = run.Report(language);
            Assert.Empty(ReportCoherence.Of(report, language));
            var phrases = BesideWords.In(language).Phrases;
            var text = TextReport.Write(report, language).Replace("\n  ", " ", StringComparison.Ordinal);
            Assert.Contains(phrases.OAuthOnly, text, StringComparison.Ordinal);
            string[] told = [phrases.ThunderbirdCan, phrases.ThunderbirdCannot, SettingsPhrases.Of(language).Caveats[CaveatCode.ThunderbirdOAuthOnlyWhereKnown]];
            Assert.Equal(knows ? told[0] : told[2], Assert.Single(told, x => text.Contains(x, StringComparison.Ordinal)));
            Assert.Contains("credentials.accessToken", text, StringComparison.Ordinal);
            Assert.Contains("--token-stdin", text, StringComparison.Ordinal);
            Assert.Contains("https://id.example.com/token", text, StringComparison.Ordinal);
            Assert.Contains("mail offline_access", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Offers_are_in_the_report_as_data_and_alone_do_not_say_that_there_is_no_other_way()
    {
        var facts = Searched(Healthy(Imaps), PasswordCleartext);
        var report = new AssessedRun(Heading, facts with { Discovery = facts.Discovery with { OAuth = [Offer] } }, new Usage { Devices = 2 }).Report(Language.English);
        Assert.Null(report.OAuthOnly);
        var json = JsonSerializer.Serialize(report, WireJson.Options);
        Assert.Contains(
            """{"issuer":"id.example.com","scopes":["mail","offline_access"],"authorizationUrl":"https://id.example.com/auth","tokenUrl":"https://id.example.com/token","source":"autoconfig","trusted":true}""",
            json, StringComparison.Ordinal);
        Assert.Contains("\"oAuth2\":[", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_alone_tells_what_is_published()
    {
        var discovery = Searched(Healthy(Imaps), OAuth2).Discovery with { OAuth = [Offer] };
        var reply = DiscoveryReply.From(new DiscoveryQuestion(HostName.Parse("example.com")), discovery, TimeSpan.Zero, Language.English);
        var section = BesideText.OAuth(reply, new ReportWords(Language.English, int.MaxValue));
        Assert.Contains(section.Lines, x => x.Contains("the only way", StringComparison.Ordinal));
        Assert.Contains(section.Lines, x => x.Contains("id.example.com", StringComparison.Ordinal));
    }

    [Fact]
    public void A_stored_run_of_before_has_neither_offers_nor_other_ways()
    {
        var stored = JsonSerializer.Serialize(new AssessedRun(Heading, Searched(Healthy(Imaps), OAuth2), new Usage()), WireJson.Options)
            .Replace(",\"otherWays\":[]", "", StringComparison.Ordinal).Replace(",\"oAuth\":[]", "", StringComparison.Ordinal);
        Assert.DoesNotContain("otherWays", stored, StringComparison.Ordinal);
        var report = JsonSerializer.Deserialize<AssessedRun>(stored, WireJson.IgnoringUnknown)!.Report(Language.English);
        Assert.Empty(report.Discovery.OtherWays);
        Assert.Empty(report.Discovery.OAuth2);
    }

    private static OAuthOnly? Of(AssessmentFacts facts) => OAuthOnly.Of(facts, MailProtocol.Imap);

    private static AssessmentFacts Searched(ProbeResult probe, AuthenticationMethod? published, SignInResult? signIn = null)
    {
        var candidate = new EndpointCandidate(probe.Endpoint, "%EMAILADDRESS%", published is { } way ? [way] : [], [DiscoverySource.Autoconfig], true, 1, RankReason.Best);
        var attempt = new SourceAttempt
        {
            Source = DiscoverySource.Autoconfig,
            Location = "https://autoconfig.example.com/",
            Outcome = SourceOutcome.Found,
            Secure = true,
            Incoming = [new(probe.Endpoint, candidate.Username, candidate.Authentication)],
        };
        return Run(With(probe, signIn)) with { Discovery = new() { Attempts = [attempt], Candidates = [candidate] } };
    }
}
