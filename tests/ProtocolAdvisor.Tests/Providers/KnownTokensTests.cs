using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Tests.Coherence;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Tests.Fixtures.ProviderRuns;

namespace ProtocolAdvisor.Tests.Providers;

/// <summary>Where access tokens come from: from a provider's record where no source says it, and in the same words in report and search.</summary>
public class KnownTokensTests
{
    private static readonly OAuthClaim Issuer = new("https://login.microsoftonline.com/common/v2.0", [], null, null);

    private static readonly OAuthClaim Whole = new("login.microsoftonline.com", ["mail"], "https://login.microsoftonline.com/a", "https://login.microsoftonline.com/t");

    private static readonly OAuthClaim Another = new("id.contoso.example", [], null, null);

    [Fact]
    public void A_record_alone_tells_issuer_scopes_and_both_addresses_and_names_itself()
    {
        var offer = Assert.Single(Report([]).Discovery.OAuth2);
        Assert.Equal(("login.microsoftonline.com", DiscoverySource.Provider, true), (offer.Issuer, offer.Source, offer.Trusted));
        Assert.Contains("https://outlook.office.com/IMAP.AccessAsUser.All", offer.Scopes);
        Assert.EndsWith("/authorize", offer.AuthorizationUrl, StringComparison.Ordinal);
        Assert.EndsWith("/token", offer.TokenUrl, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_an_issuer_alone_the_record_has_the_rest() => Assert.Equal(
        [(DiscoverySource.Pacc, false), (DiscoverySource.Provider, true)],
        Report([Issuer]).Discovery.OAuth2.Select(x => (x.Source, x.TokenUrl is not null)));

    [Fact]
    public void Beside_a_source_that_says_everything_the_record_is_silent() => Assert.Equal([DiscoverySource.Pacc], Report([Whole]).Discovery.OAuth2.Select(x => x.Source));

    [Fact]
    public void A_source_that_names_another_issuer_counts_alone() => Assert.Equal(["id.contoso.example"], Report([Another]).Discovery.OAuth2.Select(x => x.Issuer));

    [Fact]
    public void A_server_elsewhere_has_no_tokens_of_whoever_receives_the_mail()
    {
        var facts = Facts.Run(Facts.Healthy(Facts.Imaps)) with { Discovery = Search(Known("microsoft-365"), Published.Imaps("mail.example.com")) };
        var report = Run(facts).Report(Language.English);
        Assert.Equal("microsoft-365", report.Provider!.Key);
        Assert.Empty(report.Discovery.OAuth2);
        Assert.Null(report.OAuthOnly);
    }

    [Fact]
    public void What_was_told_once_is_not_told_twice_when_the_report_comes_back()
    {
        var told = ToldDiscovery.Facts(Report([]).Discovery)!;
        Assert.Single(KnownTokens.Beside(told.OAuth, ProviderReading.Of(At(Known("microsoft-365")))));
    }

    // Catalogue only, PACC only, record only: each way one learns which programs can, and that this test takes a token.
    [Theory]
    [InlineData(DiscoverySource.Catalogue, true, false)]
    [InlineData(DiscoverySource.Pacc, true, false)]
    [InlineData(DiscoverySource.Catalogue, false, true)]
    public void Where_tokens_are_the_only_way_report_and_search_say_who_can_and_that_one_may_be_given(DiscoverySource source, bool published, bool atProvider)
    {
        var host = atProvider ? "outlook.office365.com" : "imap.contoso.example";
        var claim = Published.Imaps(host) with { Authentication = published ? [AuthenticationMethod.OAuth2] : [] };
        var attempt = Published.Found(source, "https://settings.example/", true, claim) with { OAuth = published ? [Another] : [] };
        var discovery = Published.Ranked(attempt) with { MailDomain = HostName.Parse("contoso.example") };
        var endpoint = Facts.Healthy(claim.Endpoint) with { Capabilities = new(["IMAP4rev1", "AUTH=XOAUTH2", "AUTH=PLAIN"]) };
        var run = Run(Facts.Run(endpoint) with { Discovery = discovery });
        Assert.Equal([], ReportCoherence.Of(run));
        foreach (var language in Language.All)
        {
            var report = run.Report(language);
            Assert.NotNull(report.OAuthOnly);
            Assert.Equal(atProvider ? DiscoverySource.Provider : source, Assert.Single(report.Discovery.OAuth2).Source);
            var phrases = BesideWords.In(language).Phrases;
            var reply = DiscoveryReply.From(new DiscoveryQuestion(discovery.MailDomain), discovery, TimeSpan.Zero, language);
            foreach (var text in new[] { TextReport.Write(report, language), string.Join('\n', BesideText.OAuth(reply, new ReportWords(language, int.MaxValue)).Lines) })
            {
                var said = text.Replace("\n  ", " ", StringComparison.Ordinal);
                Assert.Contains(phrases.OAuthOnly, said, StringComparison.Ordinal);
                Assert.Contains("credentials.accessToken", said, StringComparison.Ordinal);
                Assert.Contains("Thunderbird", said, StringComparison.Ordinal);
                if (atProvider) Assert.Contains("https://login.microsoftonline.com/common/oauth2/v2.0/token", said, StringComparison.Ordinal);
            }
        }
    }

    private static AssessmentReport Report(IReadOnlyList<OAuthClaim> published)
    {
        var facts = At(Known("microsoft-365"));
        var pacc = Published.Pacc() with { OAuth = published };
        var run = Run(facts with { Discovery = Published.Ranked([.. facts.Discovery.Attempts, pacc]) with { MailDomain = facts.Discovery.MailDomain } });
        Assert.Equal([], ReportCoherence.Of(run));
        return run.Report(Language.English);
    }
}
