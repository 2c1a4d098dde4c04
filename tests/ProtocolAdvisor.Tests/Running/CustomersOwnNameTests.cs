using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Coherence;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>Domains of customers' own, at names of their own, behind filters of others: whose mailbox it is, and where nobody can tell.</summary>
public sealed class CustomersOwnNameTests : IAsyncLifetime
{
    private const string Domain = "house-of-jane.net";
    private const string Gmail = "* OK Gimap ready for requests from 192.0.2.1 n6mb62387647pjd\r\n";
    private SearchWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await SearchWorld.StartAsync();
        _world.Dns.Answer(Domain, DnsAnswer.Of(DnsRecord.Mx(10, "mx0a-00000001.pphosted.com")));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_name_of_the_customers_own_shows_the_providers_certificate()
    {
        Publish(_ => new ImapScript { ImplicitTls = _world.Authority.Good("imap.gmail.com") });
        var report = await ReportAsync();
        Assert.Equal(("google-workspace", MarkKind.CertificateName, "imap.gmail.com"), (report.Provider!.Key, report.Provider.RecognisedBy[0].Kind, report.Provider.RecognisedBy[0].Value));
        Assert.Contains(report.Findings, x => x.Code == FindingCode.CertNameMismatch);
        Assert.Contains(report.BeforeYouBegin, x => x.Code == PreparationCode.CreateAppPassword);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_says_nothing()
    {
        using var stranger = new TestCertificates();
        Publish(_ => new ImapScript { ImplicitTls = stranger.Good("imap.gmail.com") });
        Assert.Null((await ReportAsync()).Provider);
    }

    [Fact]
    public async Task A_name_of_the_customers_own_greets_in_the_providers_words_and_its_refusal_has_the_providers_cause()
    {
        Publish(certificate => new ImapScript { ImplicitTls = certificate, SignInReply = ProviderRuns.General }.On(MailScript.AtGreeting, Gmail));
        var facts = await _world.AssessAsync($"jane@{Domain}", "a secret of hers");
        var report = Coherent(facts);
        Assert.Equal(("google-workspace", MarkKind.Greeting), (report.Provider!.Key, report.Provider.RecognisedBy[0].Kind));
        Assert.Contains(report.Findings, x => x.Code == FindingCode.ProviderWantsAppPassword);
    }

    [Fact]
    public async Task Behind_a_filter_a_server_that_says_nothing_of_itself_is_nobodys()
    {
        Publish(certificate => new ImapScript { ImplicitTls = certificate });
        var report = await ReportAsync();
        Assert.Null(report.Provider);
        Assert.Empty(report.BeforeYouBegin);
    }

    // A house that receives the mail, as a filter does, knows nothing of the server at which it is read.
    [Fact]
    public async Task Whoever_only_receives_the_mail_is_told_and_gives_no_advice_on_anothers_server()
    {
        _world.Dns.Answer(Domain, DnsAnswer.Of(DnsRecord.Mx(0, "house-of-jane-net.mail.protection.outlook.com")));
        Publish(certificate => new ImapScript { ImplicitTls = certificate });
        var report = await ReportAsync();
        Assert.Equal(("microsoft-365", MarkKind.MailExchanger), (report.Provider!.Key, report.Provider.RecognisedBy[0].Kind));
        Assert.Empty(report.BeforeYouBegin);
        Assert.Empty(report.Discovery.OAuth2);
        Assert.DoesNotContain(report.Findings, x => WireName.Of(x.Code).StartsWith("provider-", StringComparison.Ordinal));
    }

    // Proton may receive what another keeps: that its server is down today does not make it Proton's.
    [Fact]
    public async Task A_published_server_that_is_down_is_not_a_provider_without_standard_protocols()
    {
        _world.Dns.Answer(Domain, DnsAnswer.Of(DnsRecord.Mx(10, "mail.protonmail.ch"))).Answer($"imap.{Domain}", "127.0.0.1");
        _world.Dns.Answer($"_imaps._tcp.{Domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, 1, $"imap.{Domain}")));
        _world.Targets = _world.Targets with { AllowedPorts = [(1, 65535)] };
        var report = await ReportAsync();
        Assert.Equal("proton", report.Provider!.Key);
        Assert.DoesNotContain(report.Findings, x => x.Code == FindingCode.ProviderNoStandardProtocol);
        Assert.Contains(report.Findings, x => x.Code == FindingCode.TcpRefused);
        Assert.Empty(report.BeforeYouBegin);
    }

    [Fact]
    public async Task The_catalogues_entry_names_the_provider()
    {
        var port = _world.Serve($"imap.{Domain}", certificate => new ImapScript { ImplicitTls = certificate });
        _world.Enter(Domain, File("googlemail.com", port));
        var discovery = await _world.DiscoverAsync(Domain);
        Assert.Equal("google-workspace", ProviderReading.Of(discovery)?.Provider.Key);
        Assert.Equal(MarkKind.CatalogueId, ProviderReading.Of(discovery)!.Evidence.Kind);
    }

    // In its own file a domain may call itself anything.
    [Fact]
    public async Task A_domains_own_file_names_nobody()
    {
        var port = _world.Serve($"imap.{Domain}", certificate => new ImapScript { ImplicitTls = certificate });
        _world.Publish(Domain, File("googlemail.com", port));
        Assert.Null(ProviderReading.Of(await _world.DiscoverAsync(Domain)));
    }

    [Fact]
    public async Task A_settings_files_issuer_names_the_provider_in_search_and_terminal_before_anybody_is_dialled()
    {
        var port = _world.Serve($"imap.{Domain}", certificate => new ImapScript { ImplicitTls = certificate });
        _world.Publish(Domain, File(Domain, port, "<oAuth2><issuer>accounts.google.com</issuer><scope>https://mail.google.com/</scope><authURL>https://accounts.google.com/a</authURL><tokenURL>https://accounts.google.com/t</tokenURL></oAuth2>"));
        var discovery = await _world.DiscoverAsync(Domain);
        var reply = DiscoveryReply.From(new(HostName.Parse(Domain)), discovery, TimeSpan.Zero, Language.English);
        Assert.Equal(("google-workspace", MarkKind.Issuer, "accounts.google.com"), (reply.Provider!.Key, reply.Provider.RecognisedBy[0].Kind, reply.Provider.RecognisedBy[0].Value));
        var text = string.Join('\n', DiscoveryText.Sections(reply, new(Language.English, int.MaxValue)).SelectMany(x => x.Lines));
        Assert.Contains("Google Workspace, recognised by the sign-in service accounts.google.com.", text, StringComparison.Ordinal);
        Assert.Empty(_world.Mail[0].Connections);
    }

    [Theory]
    [InlineData("""{"status":"invalid_token","scope":"mail","openid-configuration":"https://accounts.google.com/.well-known/openid-configuration"}""", "accounts.google.com")]
    [InlineData("""{"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}""", "https://mail.google.com/")]
    [InlineData("""{"status":"400","schemes":"Bearer","scope":"mail"}""", null)]
    [InlineData("""{"status":"400","openid-configuration":"http""", null)]
    [InlineData("[1]", null)]
    public void What_a_server_says_of_the_token_that_it_wants_names_the_provider(string error, string? mark)
    {
        var refused = new SignInResult(SignInOutcome.Rejected, "OAUTHBEARER", 61, $"NO refused {error}", SignInReason.AuthTokenInvalid);
        var facts = Facts.Run(Facts.With(Facts.Healthy(Facts.Imaps), refused));
        var match = ProviderReading.Of(facts with { Discovery = Published.Ranked(Published.Autoconfig(Published.Imaps("mail.example.com"))) });
        Assert.Equal((mark is null ? null : "google-workspace", mark), (match?.Provider.Key, match?.Evidence.Mark));
    }

    [Theory]
    [InlineData("_submission")]
    [InlineData("_submissions")]
    public async Task Sending_that_is_denied_is_guessed_nowhere_and_told(string service)
    {
        _world.Dns.Answer($"{service}._tcp.{Domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, 0, "."))).Answer($"smtp.{Domain}", "127.0.0.1");
        Publish(certificate => new ImapScript { ImplicitTls = certificate });
        var report = await ReportAsync();
        Assert.Equal([MailProtocol.Submission], report.Discovery.NotOffered);
        Assert.DoesNotContain(report.Endpoints, x => x.Protocol == MailProtocol.Submission);
        var finding = Assert.Single(report.Findings, x => x.Code == FindingCode.SrvNotOffered);
        Assert.StartsWith("Mail programs cannot send", finding.Remedy, StringComparison.Ordinal);
        Assert.Equal(RecommendedProtocol.Imap, report.Recommendation.Protocol);
    }

    [Fact]
    public async Task One_way_of_sending_that_is_denied_leaves_the_other()
    {
        _world.Dns.Answer($"_submission._tcp.{Domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, 0, ".")));
        _world.Dns.Answer($"_submissions._tcp.{Domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, 20_465, $"smtp.{Domain}")));
        var discovery = await _world.DiscoverAsync(Domain);
        Assert.Empty(discovery.NotOffered);
        Assert.Equal([$"smtp.{Domain}:20465"], discovery.Submission.Select(x => x.Endpoint.Authority));
    }

    private void Publish(Func<TestCertificate, MailScript> script)
    {
        var port = _world.Serve($"imap.{Domain}", script);
        _world.Dns.Answer($"_imaps._tcp.{Domain}", DnsAnswer.Of(DnsRecord.Srv(0, 0, (ushort)port, $"imap.{Domain}")));
    }

    private static string File(string id, int port, string beside = "") =>
        $"<clientConfig version=\"1.1\"><emailProvider id=\"{id}\"><domain>{Domain}</domain><incomingServer type=\"imap\"><hostname>imap.{Domain}</hostname><port>{port}</port>"
        + $"<socketType>SSL</socketType></incomingServer></emailProvider>{beside}</clientConfig>";

    private async Task<AssessmentReport> ReportAsync() => Coherent(await _world.AssessAsync($"jane@{Domain}"));

    private static AssessmentReport Coherent(AssessmentFacts facts)
    {
        var report = SearchWorld.ReportOn(facts, $"jane@{Domain}");
        Assert.Empty(ReportCoherence.Of(report, Language.English));
        return report;
    }
}
