using System.Net;
using System.Net.Sockets;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Drift;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>From an address to its servers, at providers that publish everything, something or nothing.</summary>
public sealed class ProviderTests(Providers providers) : IClassFixture<Providers>
{
    [Fact]
    public async Task A_provider_that_publishes_everything_is_found_by_every_source_and_signed_in_to()
    {
        var facts = await providers.AssessAsync("jane@exemplary.example", "secret");
        Assert.All(facts.Incoming, x => Assert.True(x.Trusted));
        Assert.Equal(2, facts.Incoming.Count(x => x.SignIn.Outcome == SignInOutcome.Accepted));
        Assert.NotNull(facts.Imap);
        Assert.NotNull(facts.Pop3);
        var found = facts.Discovery.Attempts.Where(x => x.Outcome == SourceOutcome.Found).Select(x => x.Source).Distinct();
        Assert.Equal([DiscoverySource.Autoconfig, DiscoverySource.Pacc, DiscoverySource.Srv, DiscoverySource.Mx, DiscoverySource.Convention], found);
        Assert.Equal(MailProtocol.Imap, facts.Discovery.Preferred);
        Assert.Equal(PostfixServer.Available ? 1 : 0, facts.Of(MailProtocol.Submission).Count(x => x.SignIn.Outcome == SignInOutcome.Accepted));
        Assert.Equal(Enumerable.Repeat("smtp.exemplary.example", PostfixServer.Available ? 3 : 2), facts.Discovery.Outgoing.Select(x => x.Server.Host.Value));
        Assert.True(facts.Discovery.Outgoing[0].Trusted);
    }

    [Fact]
    public async Task Everything_that_was_asked_is_told_misses_and_times_too()
    {
        var result = await providers.DiscoverAsync("srv-only.example");
        Assert.All(result.Attempts, x => Assert.NotNull(x.ElapsedMs));
        Assert.Equal(
            [SourceOutcome.NotFound, SourceOutcome.NotFound, SourceOutcome.NotFound],
            result.Attempts.Where(x => x.Source is DiscoverySource.Autoconfig or DiscoverySource.Pacc).Select(x => x.Outcome).Take(3));
        Assert.Equal(6, result.Attempts.Count(x => x is { Source: DiscoverySource.Srv, Outcome: SourceOutcome.Found }));
    }

    [Fact]
    public async Task Servers_of_ones_own_domain_may_be_given_the_password_although_dns_can_be_forged()
    {
        var facts = await providers.AssessAsync("jane@srv-only.example", "secret");
        Assert.All(facts.Discovery.Candidates, x => Assert.False(x.Trusted));
        Assert.All(facts.Incoming, x => Assert.True(x.Trusted));
        Assert.Equal(2, facts.Incoming.Count(x => x.SignIn.Outcome == SignInOutcome.Accepted));
    }

    [Fact]
    public async Task A_strangers_server_that_dns_alone_names_does_not_get_the_password()
    {
        var facts = await providers.AssessAsync("jane@elsewhere.example", "secret");
        Assert.Equal(2, facts.Incoming.Count());
        Assert.All(facts.Incoming, x => Assert.Equal(SignInReason.CredentialsWithheld, x.SignIn.Reason));
        Assert.All(facts.Incoming, x => Assert.True(x.Probe.Usable && !x.Trusted));
        Assert.All(facts.Endpoints, x => Assert.Equal(SignInOutcome.NotAttempted, x.SignIn.Outcome));
        Assert.Equal(2, Diagnosis.Of(facts, null).Count(x => x.Code == FindingCode.CredentialsWithheld));
    }

    [Fact]
    public async Task The_published_form_of_the_user_name_is_the_one_that_signs_in()
    {
        var facts = await providers.AssessAsync("jane@well-known.example", "secret");
        Assert.All(facts.Discovery.Candidates, x => Assert.Equal(UsernameForm.LocalPart, x.Username));
        Assert.Equal(2, facts.Incoming.Count(x => x.SignIn.Outcome == SignInOutcome.Accepted));
    }

    [Fact]
    public async Task A_hosted_domain_is_found_by_its_mail_exchangers_provider_but_not_trusted()
    {
        var result = await providers.DiscoverAsync("hosted.example");
        Assert.Equal("imap.hoster.example", result.Candidates[0].Endpoint.Host.Value);
        Assert.All(result.Candidates, x => Assert.Equal([DiscoverySource.Mx], x.Sources));
        Assert.All(result.Candidates, x => Assert.False(x.Trusted));
        Assert.Contains(result.Attempts, x => x.Location == "hosted.example MX mx1.hoster.example");
    }

    [Fact]
    public async Task The_catalogue_knows_a_domain_that_publishes_nothing_itself()
    {
        var result = await providers.DiscoverAsync("hoster.example");
        Assert.Equal([DiscoverySource.Catalogue], result.Candidates[0].Sources);
        Assert.True(result.Candidates[0].Trusted);
    }

    [Fact]
    public async Task Where_nothing_is_published_conventional_names_are_tried()
    {
        Assert.SkipUnless(StandardPorts.Available, StandardPorts.Missing);
        var facts = await providers.AssessAsync("jane@silent.example", "secret");
        Assert.All(facts.Discovery.Candidates, x => Assert.Equal([DiscoverySource.Convention], x.Sources));
        Assert.Equal(2, facts.Incoming.Count(x => x.SignIn.Outcome == SignInOutcome.Accepted));
        Assert.DoesNotContain(Diagnosis.Of(facts, null), x => x.Severity == Severity.Blocking);
    }

    [Fact]
    public async Task Where_there_is_nothing_that_is_the_report()
    {
        var facts = await providers.AssessAsync("jane@nobody.example");
        Assert.Empty(facts.Endpoints);
        Assert.Equal(FindingCode.DiscoveryNothingFound, Diagnosis.Of(facts, null)[0].Code);
    }

    [Fact]
    public async Task A_domain_that_does_not_exist_is_nothing_found_not_a_failure()
    {
        var result = await providers.DiscoverAsync("no-such-domain.example.org");
        Assert.Empty(result.Candidates);
        Assert.DoesNotContain(result.Attempts, x => x.Outcome == SourceOutcome.Failed);
    }

    [Fact]
    public async Task A_denied_protocol_is_a_fact_for_the_advice()
    {
        var facts = await providers.AssessAsync("jane@denied.example");
        Assert.Equal([MailProtocol.Pop3], facts.Discovery.NotOffered);
        Assert.All(facts.Incoming, x => Assert.Equal(MailProtocol.Imap, x.Probe.Endpoint.Protocol));
        Assert.Contains(Diagnosis.Of(facts, null), x => x is { Code: FindingCode.SrvNotOffered, Protocol: MailProtocol.Pop3 });
    }

    [Fact]
    public async Task Contradicting_sources_are_held_against_the_live_server()
    {
        var facts = await providers.AssessAsync("jane@torn.example");
        var row = Assert.Single(SettingsDrift.Of(facts.Discovery, facts.Endpoints), x => x.Fact == DriftFact.Host);
        Assert.Equal(("imap.torn.example", DriftChange.CorrectSources), (row.Right, row.Change));
        Assert.Contains(Diagnosis.Of(facts, null), x => x.Code == FindingCode.SettingsDrift);
    }

    [Fact]
    public async Task Settings_over_http_alone_are_used_but_not_trusted()
    {
        providers.Park.Web.Serve("autoconfig.plain.example", "/", Page.Html("<html>under construction</html>"));
        var result = await providers.DiscoverAsync("plain.example");
        Assert.All(result.Candidates, x => Assert.False(x.Trusted));
        Assert.Contains(Diagnosis.Of(result), x => x.Code == FindingCode.AutoconfigInsecure);
    }

    [Fact]
    public async Task A_configuration_whose_digest_differs_is_refused()
    {
        var result = await providers.DiscoverAsync("edited.example");
        Assert.Equal(FailureKind.DigestMismatch, result.Attempts.Single(x => x.Source == DiscoverySource.Pacc).Failure?.Kind);
        Assert.DoesNotContain(result.Candidates, x => x.Sources.Contains(DiscoverySource.Pacc));
        Assert.Contains(Diagnosis.Of(result), x => x.Code == FindingCode.AutoconfigInvalid);
    }

    [Theory]
    [InlineData(DnsResponse.NonexistentDomain, "no digest is published beside it")]
    [InlineData(DnsResponse.ServerFailure, "the lookup of its digest failed")]
    public async Task A_configuration_without_a_digest_says_why(DnsResponse response, string oddity)
    {
        await using var dns = ScriptedDnsServer.Start();
        dns.Answer("ua-auto-config.vague.example", $"{providers.Park.Web.Address}").Answer("_ua-auto-config.vague.example", new DnsAnswer(response, []));
        providers.Park.Web.Serve("ua-auto-config.vague.example", "/.well-known/user-agent-configuration.json", Page.Json("""{"protocols":{"imap":{"host":"imap.vague.example"}}}"""));
        using var assessor = providers.Assessor(dns.EndPoint);
        var result = await assessor.DiscoverAsync(new DiscoveryQuestion(HostName.Parse("vague.example")), TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal([oddity], result.Attempts.Single(x => x.Source == DiscoverySource.Pacc).Oddities.Shown());
    }

    [Fact]
    public async Task A_settings_file_with_a_document_type_is_refused_and_named()
    {
        var finding = Assert.Single(Diagnosis.Of(await providers.DiscoverAsync("broken.example")), x => x.Code == FindingCode.AutoconfigInvalid);
        Assert.Contains("line 1", finding.Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_resolve_as_every_name_does_are_no_evidence()
    {
        var result = await providers.DiscoverAsync("wild.example");
        Assert.DoesNotContain(result.Candidates, x => x.Endpoint.Host.Value is "imap.wild.example" or "pop3.wild.example" or "pop.wild.example");
        Assert.Contains(result.Attempts, x => x is { Location: "*.wild.example", Outcome: SourceOutcome.Found });
        Assert.DoesNotContain(Diagnosis.Of(result), x => x.Code == FindingCode.DnsAnswersForged);
    }

    [Fact]
    public async Task A_public_suffix_of_two_labels_is_nobodys_domain()
    {
        var result = await providers.DiscoverAsync("brand.co.uk");
        Assert.Equal("brand.co.uk", result.RegistrableDomain?.Value);
        Assert.DoesNotContain(result.Attempts, x => x.Location.EndsWith("/co.uk", StringComparison.Ordinal) || x.Location.Contains("autoconfig.co.uk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_international_address_of_an_international_domain_is_found()
    {
        var facts = await providers.AssessAsync("jörg@bücher.example", "geheim");
        Assert.Equal("imap.xn--bcher-kva.example", facts.Discovery.Candidates[0].Endpoint.Host.Value);
        Assert.Equal(2, facts.Incoming.Count(x => x.SignIn.Outcome == SignInOutcome.Accepted));
    }

    [Fact]
    public async Task Twenty_searches_give_the_same_candidates_to_the_byte()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => providers.DiscoverAsync("exemplary.example")));
        Assert.Single(runs.Select(x => Fixtures.Json.Of(x with { Attempts = [] })).Distinct());
    }

    [Fact]
    public async Task The_local_part_goes_to_web_servers_only_when_the_caller_allows_it()
    {
        var jane = EmailAddress.Parse("jane.canary@exemplary.example");
        await providers.DiscoverAsync("exemplary.example", jane);
        Assert.DoesNotContain(providers.Park.Web.Requests, x => x.ToString().Contains("canary", StringComparison.Ordinal));
        await providers.DiscoverAsync("exemplary.example", jane, maySend: true);
        var told = providers.Park.Web.Requests.Where(x => x.ToString().Contains("canary", StringComparison.Ordinal)).ToList();
        Assert.All(told, x => Assert.Equal(("https", "autoconfig.exemplary.example"), (x.Scheme, x.Host)));
        Assert.NotEmpty(told);
    }

    [Fact]
    public async Task Nobody_signs_in_where_the_caller_says_no()
    {
        var asked = new List<string>();
        var facts = await providers.AssessAsync("jane@exemplary.example", "secret", (endpoint, _, _) => { lock (asked) asked.Add(endpoint.Host.Value); return Task.FromResult(false); });
        Assert.Equal(["imap.exemplary.example", "pop3.exemplary.example"], asked.Order());
        Assert.Equal(2, facts.Endpoints.Count(x => x.SignIn.Reason == SignInReason.SignInHeldBack));
        Assert.DoesNotContain(facts.Endpoints, x => x.SignIn.Outcome != SignInOutcome.NotAttempted);
    }

    [Fact]
    public async Task Sources_are_told_first_then_the_discovery_then_endpoints()
    {
        var events = new List<AssessmentEvent>();
        await providers.AssessAsync("jane@exemplary.example", told: events.Add);
        var discovered = events.FindIndex(x => x is AssessmentEvent.Discovered);
        Assert.All(events.Take(discovered), x => Assert.IsType<AssessmentEvent.SourceAsked>(x));
        Assert.All(events.Skip(discovered + 1), x => Assert.IsType<AssessmentEvent.EndpointFinished>(x));
        Assert.Equal(((AssessmentEvent.Discovered)events[discovered]).Result.Attempts.Count, discovered);
    }

    [Fact]
    public async Task A_good_candidate_is_probed_while_a_worse_source_is_still_being_asked()
    {
        // The worse source answers once the better one's server has been dialled, or never.
        await using var server = ScriptedMailServer.Start(new ImapScript(), providers.Park.Mail.Address);
        var file = Page.Xml(new AutoconfigFile("slow.example", new AutoconfigServer("imap", "imap.slow.example", server.Port, "STARTTLS")).Write());
        providers.Park.Web.Serve("autoconfig.slow.example", "/mail/config-v1.1.xml", file);
        providers.Park.Web.Serve("slow.example", "/.well-known/autoconfig/mail/config-v1.1.xml", file.After(server.NextConnectionAsync(TestContext.Current.CancellationToken)));
        var facts = await providers.AssessAsync("jane@slow.example");
        var worse = facts.Discovery.Attempts.Single(x => x.Location.Contains("/.well-known/", StringComparison.Ordinal) && x.Source == DiscoverySource.Autoconfig);
        Assert.Equal(SourceOutcome.Found, worse.Outcome);
    }

    [Fact]
    public async Task A_source_that_is_only_quicker_leaves_a_better_one_its_places()
    {
        var quicker = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var doors = Enumerable.Range(1, ProbePool.Most).Select(port => new AutoconfigServer("pop3", "pop3.crowded.example", port, "SSL"));
        providers.Park.Web.ServeHttp("autoconfig.crowded.example", "/mail/config-v1.1.xml", Page.Xml(new AutoconfigFile("crowded.example", [.. doors]).Write()));
        var better = new AutoconfigServer("imap", "imap.crowded.example", providers.Park.Mail.Port(DovecotListener.Imaps), "SSL");
        providers.Park.Web.Serve("autoconfig.crowded.example", "/mail/config-v1.1.xml", Page.Xml(new AutoconfigFile("crowded.example", better).Write()).After(quicker.Task));
        var facts = await providers.AssessAsync("jane@crowded.example", told: news =>
        {
            if (news is AssessmentEvent.SourceAsked { Attempt: { Secure: false, Incoming.Count: ProbePool.Most } }) quicker.TrySetResult();
        });
        Assert.True(facts.Endpoints[0].Probe is { Usable: true, Endpoint.Protocol: MailProtocol.Imap });
        Assert.True(facts.Complete);
    }

    [Fact]
    public async Task A_resolver_that_is_down_is_a_finding_not_a_failure_of_the_run()
    {
        using var silent = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        using var assessor = providers.Assessor((IPEndPoint)silent.Client.LocalEndPoint!);
        var result = await assessor.DiscoverAsync(new DiscoveryQuestion(HostName.Parse("exemplary.example")), TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Empty(result.Candidates);
        Assert.Equal([FindingCode.LookupImpossible], Diagnosis.Of(result).Select(x => x.Code));
    }

    [Fact]
    public async Task A_resolver_that_answers_for_names_that_cannot_exist_is_named()
    {
        await using var liar = ScriptedDnsServer.Start();
        foreach (var name in (string[])["protocol-advisor.invalid", "protocol-advisor-no-such-name.lied.example", "imap.lied.example", "lied.example"]) liar.Answer(name, "127.0.0.9");
        using var assessor = providers.Assessor(liar.EndPoint);
        var result = await assessor.DiscoverAsync(new DiscoveryQuestion(HostName.Parse("lied.example")), TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Contains(Diagnosis.Of(result), x => x is { Code: FindingCode.DnsAnswersForged, Subject: "protocol-advisor.invalid" });
    }

    [Fact]
    public async Task Found_servers_at_forbidden_addresses_are_not_dialled()
    {
        using var assessor = providers.Assessor(null, new IPNetwork(providers.Park.Mail.Address, 32));
        var address = EmailAddress.Parse("jane@exemplary.example");
        var facts = await assessor.AssessAsync(new AssessmentSubject([], null, AssessmentLimits.Default, address), null, TestContext.Current.CancellationToken);
        Assert.NotEmpty(facts.Endpoints);
        Assert.All(facts.Endpoints, x => Assert.Equal(FailureKind.AddressBlocked, x.Probe.Failure?.Kind));
    }
}
