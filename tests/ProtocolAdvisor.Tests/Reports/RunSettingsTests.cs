using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Discovery.AuthenticationMethod;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Reports;

/// <summary>Which servers of a run get into settings, and how; and that the report says the same.</summary>
public class RunSettingsTests
{
    private static readonly ReportHeading Presumed = new("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, AuthenticationKind.Password);

    private static readonly ReportHeading Typed = Presumed with { ShownUsername = "%EMAILLOCALPART%", UsernameIsPresumed = false };

    private static readonly SignInResult Accepted = new(SignInOutcome.Accepted, "PLAIN", 61);

    private static readonly SignInResult Wrong = new(SignInOutcome.Rejected, "PLAIN", 61, "NO", SignInReason.AuthBadCredentials);

    private static readonly OutgoingCandidate Smtp = new(
        new OutgoingClaim(HostName.Parse("smtp.example.com"), 465, ConnectionSecurity.ImplicitTls, "%EMAILADDRESS%", [PasswordCleartext]), [DiscoverySource.Autoconfig], true);

    [Fact]
    public void Each_protocol_has_its_own_user_name()
    {
        var run = Run(Presumed, Published(Imaps, "%EMAILLOCALPART%"), Published(Pop3s, "%EMAILADDRESS%"));
        Assert.Equal([(Imaps, "%EMAILLOCALPART%"), (Pop3s, "%EMAILADDRESS%")], Names(run));
        Assert.Equal("%EMAILLOCALPART%", run.Report(Language.English).Recommendation.Endpoint!.Username);
    }

    [Fact]
    public void A_typed_name_counts_for_both_protocols_unless_it_is_the_published_one_of_its_server()
    {
        var run = Run(Typed, Published(Imaps, null, Accepted), Published(Pop3s, "%EMAILADDRESS%"));
        Assert.Equal([(Imaps, "%EMAILLOCALPART%"), (Pop3s, "%EMAILLOCALPART%")], Names(run));
        var own = Run(Typed, Published(Imaps, "%EMAILLOCALPART%", Accepted), Published(Pop3s, "%EMAILADDRESS%"));
        Assert.Equal([(Imaps, "%EMAILLOCALPART%"), (Pop3s, "%EMAILADDRESS%")], Names(own));
        Assert.Equal(["%EMAILLOCALPART%", "%EMAILADDRESS%"], own.Report(Language.English).Discovery.Candidates.Select(x => x.Username));
    }

    // The search is told before anything was probed, and the same names stand in the report behind it.
    [Fact]
    public void A_search_alone_tells_the_user_names_that_the_report_tells()
    {
        var run = Run(Typed, Published(Imaps, "%EMAILLOCALPART%"), Published(Pop3s, "%EMAILADDRESS%"));
        var told = run.Report(Language.English).Discovery.Candidates.Select(x => x.Username);
        Assert.Equal(told, run.Facts.Discovery.Candidates.Select(run.Heading.UsernamesIn(run.Facts.Discovery)));
    }

    [Theory]
    [InlineData(null, "%EMAILADDRESS%", LoginNameBasis.Usual)]
    [InlineData("%EMAILLOCALPART%", "%EMAILLOCALPART%", LoginNameBasis.Known)]
    [InlineData("C***", null, LoginNameBasis.OnlyUserKnows)]
    public void A_masked_user_name_stays_hidden(string? shown, string? template, LoginNameBasis basis)
    {
        var run = Run(Presumed with { ShownUsername = shown, UsernameIsPresumed = shown is null }, Published(Imaps, null), Published(Pop3s, null));
        var settings = run.Report(Language.English).Settings!;
        Assert.All(settings.Incoming, x => Assert.Equal((template, basis), (x.LoginName.Template, x.LoginName.Basis)));
        Assert.Equal(shown, run.Report(Language.English).Recommendation.Endpoint!.Username);
    }

    [Fact]
    public void What_one_protocol_takes_is_not_told_of_the_other()
    {
        var tokensOnly = Wrong with { Reason = SignInReason.AuthBasicBlocked };
        var settings = Settings(Run(Presumed, Published(Imaps, null, tokensOnly), Published(Pop3s, null, Wrong with { Reason = SignInReason.AuthRefusedUnknown })), MailProtocol.Imap);
        Assert.Equal([(MailProtocol.Imap, OAuth2), (MailProtocol.Pop3, PasswordCleartext)], settings.Incoming.Select(x => (x.Endpoint.Protocol, x.Authentication.Single())));
    }

    [Fact]
    public void A_password_that_worked_is_told_where_only_tokens_are_published_and_the_report_says_the_same()
    {
        var run = Run(Presumed, Published(Imaps, null, Accepted, OAuth2));
        var settings = run.Report(Language.English).Settings!;
        Assert.Equal([PasswordCleartext, OAuth2], settings.Best.Authentication);
        Assert.True(settings.PasswordBeatsPublished);
        Assert.Equal(AuthenticationKind.Password, run.Report(Language.English).Recommendation.Endpoint!.Authentication);
        Assert.Equal([PasswordCleartext, OAuth2], Settings(run with { Facts = WithOutgoing(run.Facts, OAuth2) }, MailProtocol.Imap).Outgoing!.Authentication);
    }

    [Theory]
    [InlineData(SignInOutcome.NotAttempted)]
    [InlineData(SignInOutcome.Rejected)]
    public void What_is_published_for_tokens_only_stays_so_where_no_password_worked(SignInOutcome outcome)
    {
        var run = Run(Presumed, Published(Imaps, null, outcome == SignInOutcome.Rejected ? Wrong : null, OAuth2));
        Assert.Equal([OAuth2], run.Report(Language.English).Settings!.Best.Authentication);
        Assert.Equal(AuthenticationKind.Oauth2, run.Report(Language.English).Recommendation.Endpoint!.Authentication);
        Assert.Equal(SettingsObstacle.SignInNotExpressible, run.Settings(SettingsFormat.Thunderbird, null, Language.English).Obstacle);
        Assert.Contains("Thunderbird: it can sign in with OAuth2 only at providers that it knows", run.Settings(SettingsFormat.Text, null, Language.English).File!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Signing_in_is_told_as_the_server_took_it_then_as_sources_say()
    {
        Assert.Equal([PasswordEncrypted, Gssapi], Ways(null, PasswordEncrypted, Gssapi));
        Assert.Equal([PasswordCleartext, PasswordEncrypted, Gssapi], Ways(Accepted, PasswordEncrypted, Gssapi));
        Assert.Equal([PasswordEncrypted, Gssapi], Ways(Accepted with { Mechanism = "SCRAM-SHA-256" }, Gssapi));
        Assert.Equal([OAuth2, PasswordEncrypted], Ways(Accepted with { Mechanism = "XOAUTH2" }, PasswordEncrypted));
        Assert.Equal([OAuth2, Gssapi], Ways(Wrong with { Reason = SignInReason.AuthBasicBlocked }, PasswordCleartext, Gssapi));
        static IReadOnlyList<AuthenticationMethod> Ways(SignInResult? signIn, params AuthenticationMethod[] said) =>
            Settings(Run(Presumed, Offering(Published(Imaps, null, signIn, said), "IMAP4rev1 AUTH=CRAM-MD5")), MailProtocol.Imap).Best.Authentication;
    }

    [Theory]
    [InlineData("IMAP4rev1 AUTH=PLAIN")]
    [InlineData("IMAP4rev1 LOGINDISABLED AUTH=PLAIN AUTH=SCRAM-SHA-256")]
    [InlineData("IMAP4rev1")]
    public void An_encrypted_password_that_the_server_does_not_take_is_not_told_whatever_is_published(string offer)
    {
        var run = Run(Presumed, Offering(Published(Imaps, null, null, PasswordEncrypted), offer));
        Assert.Equal([PasswordCleartext], Settings(run, MailProtocol.Imap).Best.Authentication);
    }

    [Theory]
    [InlineData("IMAP4rev1 LOGINDISABLED AUTH=SCRAM-SHA-256")]
    [InlineData("IMAP4rev1 LOGINDISABLED AUTH=SCRAM-SHA-256 AUTH=DIGEST-MD5")]
    [InlineData("IMAP4rev1 LOGINDISABLED AUTH=SCRAM-SHA-1 AUTH=EXTERNAL")]
    [InlineData("IMAP4rev1 LOGINDISABLED AUTH=DIGEST-MD5")]
    public void Where_a_server_takes_no_password_that_clients_have_no_file_names_one(string offer)
    {
        var run = Run(Presumed, Offering(Published(Imaps, null, null, PasswordCleartext), offer));
        Assert.Equal([PasswordEncrypted], Settings(run, MailProtocol.Imap).Best.Authentication);
        Assert.All(
            [SettingsFormat.Thunderbird, SettingsFormat.Apple, SettingsFormat.Outlook, SettingsFormat.Pacc],
            x => Assert.Equal(SettingsObstacle.SignInNotExpressible, run.Settings(x, MailProtocol.Imap, Language.English).Obstacle));
    }

    private static (EndpointFacts, EndpointCandidate) Offering((EndpointFacts Facts, EndpointCandidate Candidate) server, string offer) =>
        Changed(server, x => x with { Probe = x.Probe with { Capabilities = new(offer.Split(' ')) } });

    [Fact]
    public void Only_servers_that_may_be_given_a_password_are_told()
    {
        var cleartext = At(MailProtocol.Imap, 143, ConnectionSecurity.Cleartext);
        (EndpointFacts, EndpointCandidate)[] unfit = [Changed(Published(Imaps, null), x => x with { Trusted = false }), Published(cleartext, null), (With(Failed(Imaps, MailStep.Greeting, FailureKind.TimedOut)), Published(Imaps, null).Item2)];
        Assert.All(unfit, x => Assert.Equal([Pop3s], Settings(Run(Presumed, x, Published(Pop3s, null)), MailProtocol.Pop3).Incoming.Select(server => server.Endpoint)));
        Assert.All(unfit, x => Assert.Equal(SettingsObstacle.ProtocolNotUsable, Run(Presumed, x, Published(Pop3s, null)).Settings(SettingsFormat.Text, MailProtocol.Imap, Language.English).Obstacle));
    }

    [Fact]
    public void The_servers_that_let_the_user_in_lead_then_the_better_encrypted_of_the_same_host()
    {
        var other = At(MailProtocol.Imap, 993, ConnectionSecurity.ImplicitTls, "other.example.com");
        Assert.Equal([Imap, Imaps], Told(Published(Imap, null, Accepted), Published(other, null), Published(Imaps, null)));
        Assert.Equal([Imaps], Told(Changed(Published(other, null), x => x with { Trusted = false }), Published(Imaps, null)));
        static IEnumerable<MailEndpoint> Told(params (EndpointFacts, EndpointCandidate)[] servers)
        {
            var report = Run(Presumed, servers).Report(Language.English);
            var best = report.Settings!.Best.Endpoint;
            Assert.Equal((best.Host.Value, best.Port), (report.Recommendation.Endpoint!.Host, report.Recommendation.Endpoint.Port));
            return report.Settings.Incoming.Select(x => x.Endpoint);
        }
    }

    [Fact]
    public void A_protocol_that_refuses_the_sign_in_is_not_told_beside_the_other()
    {
        var run = Run(Presumed, Published(Imaps, null, Wrong), Published(Imap, null), Published(Pop3s, null, Accepted));
        Assert.Equal([Pop3s], Settings(run, MailProtocol.Pop3).Incoming.Select(x => x.Endpoint));
        Assert.Equal(SettingsObstacle.ProtocolNotUsable, run.Settings(SettingsFormat.Text, MailProtocol.Imap, Language.English).Obstacle);
        Assert.Equal([Imaps, Pop3s], Settings(Run(Presumed, Published(Imaps, null, Wrong), Published(Pop3s, null, Wrong)), MailProtocol.Imap).Incoming.Select(x => x.Endpoint));
    }

    [Fact]
    public void A_protocol_that_is_switched_off_is_told_to_whoever_asks_for_it_and_not_beside_the_other()
    {
        var run = Run(Presumed, Published(Imaps, null, Wrong with { Reason = SignInReason.AccountImapDisabled }), Published(Pop3s, null));
        Assert.Equal([Pop3s], Settings(run, MailProtocol.Pop3).Incoming.Select(x => x.Endpoint));
        Assert.Equal([Imaps, Pop3s], Settings(run, MailProtocol.Imap).Incoming.Select(x => x.Endpoint));
    }

    [Fact]
    public void Who_asks_for_Pop3_with_two_devices_gets_the_warning_and_the_days_on_the_server()
    {
        var run = Run(Presumed, Published(Imaps, null, Accepted), Published(Pop3s, null, Accepted)) with { Usage = new Usage { Devices = 2 } };
        Assert.Equal(MailProtocol.Imap, run.Report(Language.English).Settings!.Recommended);
        var text = run.Settings(SettingsFormat.Text, MailProtocol.Pop3, Language.English).File!.Content;
        var warning = Judgement.Of(run.Facts, run.Usage).Recommendation.Reasons.First(x => x.Code == ReasonCode.MultiDevice);
        Assert.Contains($"\n- {AdviceWords.In(Language.English).Text(warning)}\n", text, StringComparison.Ordinal);
        Assert.Contains($"\n- {AdviceWords.In(Language.English).LeaveOnServer(14)}\n", text, StringComparison.Ordinal);
        Assert.Contains("<daysToLeaveMessagesOnServer>14<", run.Settings(SettingsFormat.Thunderbird, MailProtocol.Pop3, Language.English).File!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_Pop3_can_be_used_its_file_is_given_though_the_use_wants_Imap()
    {
        var run = Run(Presumed, Published(Pop3s, null, Accepted)) with { Usage = new Usage { Devices = 2, Backup = Backup.Impossible } };
        run = run with { Facts = run.Facts with { Endpoints = [.. run.Facts.Endpoints, With(Failed(Imaps, MailStep.Connect, FailureKind.ConnectionRefused))] } };
        Assert.Equal(MailProtocol.Pop3, Judgement.Of(run.Facts, run.Usage).Recommendation.Protocol);
        Assert.NotNull(run.Settings(SettingsFormat.Thunderbird, null, Language.English).File);
        Assert.Equal(
            run.Settings(SettingsFormat.Text, null, Language.English).File!.Content, run.Settings(SettingsFormat.Text, MailProtocol.Pop3, Language.English).File!.Content);
    }

    [Theory]
    [InlineData("smtp.attacker.example", false, false)]
    [InlineData("smtp.attacker.example", true, true)]
    [InlineData("smtp.example.com", false, true)]
    [InlineData("smtp.notexample.com", false, false)]
    [InlineData("mail.example.com", false, true)]
    public void An_outgoing_server_that_could_be_forged_must_be_at_home(string host, bool trusted, bool told)
    {
        var run = Run(Presumed, Published(Imaps, null));
        var smtp = Smtp with { Server = Smtp.Server with { Host = HostName.Parse(host) }, Trusted = trusted };
        var settings = Settings(run with { Facts = run.Facts with { Discovery = run.Facts.Discovery with { Outgoing = [smtp] } } }, MailProtocol.Imap);
        Assert.Equal(told ? host : null, settings.Outgoing?.Host.Value);
    }

    [Fact]
    public void Without_an_address_there_is_no_mail_domain()
    {
        var settings = Settings(Run(Presumed with { Subject = new SubjectReport(null, null) }, Published(Imaps, null)), MailProtocol.Imap);
        Assert.Equal((null, "mail.example.com"), (settings.MailDomain, settings.DisplayName));
    }

    private static (EndpointFacts, EndpointCandidate) Published(MailEndpoint endpoint, string? username, SignInResult? signIn = null, params AuthenticationMethod[] ways) =>
        (With(Healthy(endpoint), signIn), new EndpointCandidate(endpoint, username, ways, [DiscoverySource.Autoconfig], true, 1, RankReason.Best));

    private static (EndpointFacts, EndpointCandidate) Changed((EndpointFacts Facts, EndpointCandidate Candidate) server, Func<EndpointFacts, EndpointFacts> change) => (change(server.Facts), server.Candidate);

    private static AssessmentFacts WithOutgoing(AssessmentFacts facts, params AuthenticationMethod[] ways) =>
        facts with { Discovery = facts.Discovery with { Outgoing = [Smtp with { Server = Smtp.Server with { Authentication = ways } }] } };

    private static AssessedRun Run(ReportHeading heading, params (EndpointFacts Facts, EndpointCandidate Candidate)[] servers) => new(
        heading,
        Fixtures.Facts.Run([.. servers.Select(x => x.Facts)]) with
        {
            Discovery = new DiscoveryResult { Attempts = [], Candidates = [.. servers.Select(x => x.Candidate)], Outgoing = [Smtp] },
        },
        new Usage());

    private static ClientSettings Settings(AssessedRun run, MailProtocol first) => new RunSettings(run.Heading, run.Facts, Judgement.Of(run.Facts, run.Usage)).With(first, new Plan(null, null, null), null)!;

    private static IEnumerable<(MailEndpoint, string?)> Names(AssessedRun run) => Settings(run, MailProtocol.Imap).Incoming.Select(x => (x.Endpoint, x.LoginName.Template));
}
