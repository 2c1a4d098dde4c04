using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Coherence;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>Servers under their providers' names that answer as those do, and what a run makes of it.</summary>
public sealed class ProviderRunTests
{
    private const string Secret = "a secret of hers";

    [Theory]
    [InlineData("imap.gmail.com", "gmail.com", "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", FindingCode.ProviderWantsAppPassword)]
    [InlineData("imap.mail.me.com", "icloud.com", "NO [AUTHENTICATIONFAILED] Authentication failed", FindingCode.ProviderWantsAppPassword)]
    [InlineData("imap.mail.yahoo.com", "yahoo.com", "NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials", FindingCode.ProviderWantsAppPassword)]
    [InlineData("imap.yandex.com", "yandex.com", "NO [AUTHENTICATIONFAILED] AUTHENTICATE invalid credentials or IMAP is gone", FindingCode.ProviderWantsAppPassword)]
    [InlineData("imap.163.com", "163.com", "NO LOGIN Login error or password error", FindingCode.ProviderWantsAuthorisationCode)]
    [InlineData("imap.qq.com", "qq.com", "NO Login fail. Password is incorrect.", FindingCode.ProviderWantsAuthorisationCode)]
    [InlineData("outlook.office365.com", "contoso.onmicrosoft.com", "NO LOGIN failed.", FindingCode.ProviderOauthOnly)]
    [InlineData("outlook.office365.com", "hotmail.com", "NO AUTHENTICATE failed.", FindingCode.ProviderOauthOnly)]
    [InlineData("secureimap.t-online.de", "t-online.de", "NO Authentication failed", FindingCode.ProviderWantsMailPassword)]
    [InlineData("imap.gmx.net", "gmx.de", "NO authentication failed", FindingCode.ProviderAccessOff)]
    [InlineData("imap.web.de", "web.de", "NO What is this?", FindingCode.ProviderAccessOff)]
    public async Task A_general_refusal_at_a_known_server_gets_the_likely_cause(string host, string domain, string reply, FindingCode expected)
    {
        await using var world = await SearchWorld.StartAsync();
        var facts = await AssessAsync(world, MailProtocol.Imap, host, domain, certificate => new ImapScript { ImplicitTls = certificate, SignInReply = reply });
        var cause = Assert.Single(Told(facts, domain), x => x.Code == expected);
        Assert.Equal((FindingConfidence.Likely, true), (cause.Confidence, cause.Quotes.Contains(reply)));
    }

    [Theory]
    [InlineData("pop.gmail.com", "gmail.com", "-ERR [AUTH] Username and password not accepted.", FindingCode.ProviderWantsAppPassword)]
    [InlineData("outlook.office365.com", "contoso.onmicrosoft.com", "-ERR Logon failure: unknown user name or bad password.", FindingCode.ProviderOauthOnly)]
    public async Task The_same_over_pop3(string host, string domain, string reply, FindingCode expected)
    {
        await using var world = await SearchWorld.StartAsync();
        var facts = await AssessAsync(world, MailProtocol.Pop3, host, domain, certificate => new Pop3Script { ImplicitTls = certificate, SignInReply = reply });
        Assert.Contains(Told(facts, domain), x => x.Code == expected);
    }

    [Theory]
    [InlineData("imap.gmail.com", "gmail.com", "NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)", FindingCode.AuthAppPasswordRequired)]
    [InlineData("imap.gmail.com", "gmail.com", "NO [WEBALERT https://accounts.google.com/] Web login required.", FindingCode.AuthWebLoginRequired)]
    [InlineData("imap.gmail.com", "gmail.com", "NO [ALERT] Your account is not enabled for IMAP use. (Failure)", FindingCode.AccountImapDisabled)]
    [InlineData("outlook.office365.com", "hotmail.com", "NO Basic authentication is disabled.", FindingCode.AuthBasicBlocked)]
    [InlineData("imap.163.com", "163.com", "NO [LIMIT] LOGIN Rate limit hit", FindingCode.AuthRateLimited)]
    public async Task Where_the_server_names_a_cause_itself_nothing_is_guessed(string host, string domain, string reply, FindingCode expected)
    {
        await using var world = await SearchWorld.StartAsync();
        var facts = await AssessAsync(world, MailProtocol.Imap, host, domain, certificate => new ImapScript { ImplicitTls = certificate, SignInReply = reply });
        var told = Told(facts, domain);
        Assert.Contains(told, x => x.Code == expected);
        Assert.DoesNotContain(told, x => ProviderCause.Is(x.Code));
    }

    [Fact]
    public async Task NetEase_is_told_who_asks_before_it_is_asked_for_anything_and_then_surveyed_fully()
    {
        await using var world = await SearchWorld.StartAsync();
        var facts = await AssessAsync(world, MailProtocol.Imap, "imap.163.com", "163.com", certificate =>
        {
            var script = new ImapScript
            {
                ImplicitTls = certificate,
                Username = "jane@163.com",
                Password = Secret,
                Capabilities = ["IMAP4rev1", "SASL-IR", "ID", "NAMESPACE"],
                BeforeIntroduction = "{tag} NO {verb} Unsafe Login. Please contact kefu@188.com for help\r\n",
                IntroductionVerbs = ["NAMESPACE", "LIST", "LSUB", "STATUS", "SELECT", "EXAMINE", "CAPABILITY"],
            };
            return script;
        });
        Assert.Equal((SignInOutcome.Accepted, 5, 2), (facts.Endpoints[0].SignIn.Outcome, facts.Imap!.Messages, facts.Imap.Folders));
        Assert.True(facts.Imap.Fetch!.Samples > 0);
        Assert.InRange(facts.Endpoints[0].SignIn.ElapsedMs!.Value, 0, facts.Endpoints[0].SessionSteps[0].ElapsedMs!.Value);
        var received = Received(world);
        var told = Assert.Single(received, x => x.Contains(" ID ", StringComparison.Ordinal));
        Assert.DoesNotContain("jane", told, StringComparison.OrdinalIgnoreCase);
        var signedIn = received.FindIndex(x => x.Contains("AUTHENTICATE", StringComparison.Ordinal));
        Assert.Equal(signedIn + 1, received.IndexOf(told));
        Told(facts, "163.com");
    }

    // What one program fetches over POP3 is hidden from the next one there.
    [Fact]
    public async Task Gmails_messages_are_not_fetched_over_pop3()
    {
        await using var world = await SearchWorld.StartAsync();
        var facts = await AssessAsync(world, MailProtocol.Pop3, "pop.gmail.com", "gmail.com",
            certificate => new Pop3Script { ImplicitTls = certificate, Username = "jane@gmail.com", Password = Secret });
        Assert.Equal((SignInOutcome.Accepted, null), (facts.Endpoints[0].SignIn.Outcome, facts.Pop3!.Fetch));
        Assert.True(facts.Pop3.Messages > 0);
        Assert.DoesNotContain(Received(world), x => x.StartsWith("TOP", StringComparison.OrdinalIgnoreCase) || x.StartsWith("RETR", StringComparison.OrdinalIgnoreCase));
        Told(facts, "gmail.com");
    }

    [Theory]
    [InlineData("tuta.com", null)]
    [InlineData("proton.me", null)]
    [InlineData("house-of-jane.net", "mail.protonmail.ch")]
    [InlineData("house-of-jane.net", "mail.tutanota.de")]
    public async Task Where_no_standard_protocol_is_spoken_nobody_is_dialled_and_no_password_leaves(string domain, string? exchanger)
    {
        await using var world = await SearchWorld.StartAsync();
        var port = world.Serve($"imap.{domain}", certificate => new ImapScript { ImplicitTls = certificate });
        Assert.InRange(port, 1024, 65535);
        foreach (var name in new[] { "mail", "pop", "pop3" }) world.Dns.Answer($"{name}.{domain}", $"{world.Mail[0].Address}");
        world.Dns.Answer(domain, exchanger is null ? DnsAnswer.NonexistentDomain : DnsAnswer.Of(DnsRecord.Mx(10, exchanger)));
        var facts = await world.AssessAsync($"jane@{domain}", Secret);

        Assert.Equal((0, 0, true), (facts.Endpoints.Count, world.Mail[0].Connections.Count, facts.Complete));
        var told = Told(facts, domain);
        Assert.Contains(told, x => x.Code == FindingCode.ProviderNoStandardProtocol);
        Assert.DoesNotContain(told, x => x.Code == FindingCode.DiscoveryNothingFound);
    }

    // The record says that this is the provider's server. Whether a password may go there is not for the record to say.
    [Fact]
    public async Task No_record_moves_a_password()
    {
        await using var world = await SearchWorld.StartAsync();
        var port = world.Serve("imap.gmail.com", certificate => new ImapScript { ImplicitTls = certificate });
        world.Dns.Answer("house-of-jane.net", DnsAnswer.Of(DnsRecord.Mx(10, "aspmx.l.google.com")));
        world.Dns.Answer("_imaps._tcp.house-of-jane.net", DnsAnswer.Of(DnsRecord.Srv(0, 0, (ushort)port, "imap.gmail.com")));
        var facts = await world.AssessAsync("jane@house-of-jane.net", Secret);

        var endpoint = Assert.Single(facts.Endpoints, x => x.Probe.Endpoint.Host.Value == "imap.gmail.com");
        Assert.Equal((true, false, SignInReason.CredentialsWithheld), (endpoint.Probe.Usable, endpoint.Trusted, endpoint.SignIn.Reason!.Value));
        Assert.DoesNotContain(Received(world), x => x.Contains("AUTHENTICATE", StringComparison.OrdinalIgnoreCase) || x.Contains("LOGIN", StringComparison.OrdinalIgnoreCase));
        Told(facts, "house-of-jane.net");
    }

    private static List<string> Received(SearchWorld world) => [.. world.Mail[0].Connections.SelectMany(x => x.Received).Select(x => x.Text)];

    private static async Task<AssessmentFacts> AssessAsync(SearchWorld world, MailProtocol protocol, string host, string domain, Func<TestCertificate, MailScript> script)
    {
        var port = world.Serve(host, script);
        using var assessor = world.Assessor();
        var email = EmailAddress.Parse($"jane@{domain}");
        var subject = new AssessmentSubject(
            [new MailEndpoint(protocol, HostName.Parse(host), port, ConnectionSecurity.ImplicitTls)], Credentials.WithPassword(email.ToString(), new Secret(Secret)), AssessmentLimits.Default, email);
        return await assessor.AssessAsync(subject, null, TestContext.Current.CancellationToken);
    }

    // What is told in English; every language's report agrees with itself.
    private static IReadOnlyList<FindingReport> Told(AssessmentFacts facts, string domain)
    {
        var run = new AssessedRun(new ReportHeading("id", TimeSpan.FromDays(7), new SubjectReport($"j***@{domain}", domain), "%EMAILADDRESS%", false, AuthenticationKind.Password), facts, new Usage { Devices = 2 });
        Assert.Equal([], ReportCoherence.Of(run));
        var report = run.Report(Language.English);
        Assert.DoesNotContain(Secret, System.Text.Json.JsonSerializer.Serialize(report, WireJson.Options), StringComparison.Ordinal);
        return report.Findings;
    }
}
