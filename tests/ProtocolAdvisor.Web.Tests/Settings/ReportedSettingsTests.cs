using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Tests.Settings;

/// <summary>Which servers of a report get into settings, and how.</summary>
public class ReportedSettingsTests
{
    private static readonly AssessmentReport Example = StoredReports.Example;

    private static EndpointReport Imap => Example.Endpoints.Single(x => x.Protocol == MailProtocol.Imap);

    private static EndpointReport Pop3 => Example.Endpoints.Single(x => x.Protocol == MailProtocol.Pop3);

    [Fact]
    public void The_plan_belongs_to_the_recommended_protocol_alone()
    {
        var pop3 = Of(Example)!;
        Assert.Equal((14, true, 7), (pop3.LeaveOnServerDays, pop3.Backup!.Needed, pop3.Backup.EveryDays));
        var imap = ReportedSettings.Of(Example, MailProtocol.Pop3, MailProtocol.Imap)!;
        Assert.Equal((MailProtocol.Pop3, null, null), (imap.Recommended, imap.LeaveOnServerDays, imap.Backup));
    }

    [Fact]
    public void An_archive_is_needed_before_a_day()
    {
        var archive = new ArchivePlan(new DateTimeOffset(2027, 6, 1, 12, 0, 0, TimeSpan.Zero), 300_000_000);
        var plan = Example.Recommendation.Plan with { Archive = ArchiveReport.From(archive, AdviceWords.In(Language.English)) };
        Assert.Equal(archive, Of(Example with { Recommendation = Example.Recommendation with { Plan = plan } })!.Archive);
        Assert.Null(Of(Example)!.Archive);
    }

    [Fact]
    public void Only_servers_that_may_be_given_a_password_are_told()
    {
        EndpointReport[] unfit = [Imap with { Usable = false }, Imap with { Trusted = false }, Imap with { Security = ConnectionSecurity.Cleartext }];
        Assert.All(unfit, x => Assert.Equal([Pop3.Port], Ports(Example with { Endpoints = [Pop3, x] })));
        Assert.Null(Of(Example with { Endpoints = [Imap, Pop3 with { Trusted = false }] }));
    }

    [Fact]
    public void The_recommended_endpoint_leads_then_the_better_encrypted_of_the_same_host()
    {
        var startTls = Pop3 with { Port = 110, Security = ConnectionSecurity.StartTls };
        var other = Pop3 with { Host = "other.example.com" };
        Assert.Equal([995, 110, 993], Ports(Example with { Endpoints = [other, startTls, Imap, Pop3] }));
        var best = Example.Recommendation.Endpoint! with { Port = 110, Security = ConnectionSecurity.StartTls };
        Assert.Equal([110, 995, 993], Ports(Example with { Endpoints = [Pop3, startTls, Imap], Recommendation = Example.Recommendation with { Endpoint = best } }));
    }

    [Fact]
    public void A_protocol_that_refuses_the_sign_in_is_not_told_beside_the_other()
    {
        var refused = Imap with { SignIn = Imap.SignIn with { Outcome = SignInOutcome.Rejected } };
        Assert.Equal([995], Ports(Example with { Endpoints = [Pop3, refused, Imap with { Port = 143, Security = ConnectionSecurity.StartTls }] }));
    }

    [Fact]
    public void A_wrong_password_speaks_against_neither_protocol()
    {
        var wrong = Imap.SignIn with { Outcome = SignInOutcome.Rejected };
        Assert.Equal([995, 993], Ports(Example with { Endpoints = [Pop3 with { SignIn = wrong }, Imap with { SignIn = wrong }] }));
    }

    [Theory]
    [InlineData("%EMAILLOCALPART%", "%EMAILLOCALPART%", LoginNameBasis.Known)]
    [InlineData(null, "%EMAILADDRESS%", LoginNameBasis.Usual)]
    [InlineData("C***", null, LoginNameBasis.OnlyUserKnows)]
    public void A_masked_user_name_stays_hidden(string? shown, string? template, LoginNameBasis basis)
    {
        var report = Example with
        {
            Recommendation = Example.Recommendation with { Endpoint = Example.Recommendation.Endpoint! with { Username = shown } },
            Discovery = Example.Discovery with { Candidates = [], Outgoing = [StoredReports.Submission with { Username = null }] },
        };
        var settings = Of(report)!;
        Assert.All(settings.Incoming.Select(x => x.LoginName).Append(settings.Outgoing!.LoginName), x => Assert.Equal((template, basis), (x.Template, x.Basis)));
    }

    [Fact]
    public void Signing_in_is_told_as_the_run_did_it_and_as_sources_say()
    {
        Assert.Equal([AuthenticationMethod.PasswordCleartext], Of(Example)!.Best.Authentication);
        var said = Example with { Discovery = Example.Discovery with { Candidates = [.. Example.Discovery.Candidates.Select(x => x with { Authentication = [AuthenticationMethod.PasswordEncrypted, AuthenticationMethod.Gssapi] })] } };
        Assert.Equal([AuthenticationMethod.PasswordEncrypted, AuthenticationMethod.Gssapi], Of(said)!.Best.Authentication);
        var token = said with { Recommendation = said.Recommendation with { Endpoint = said.Recommendation.Endpoint! with { Authentication = AuthenticationKind.Oauth2 } } };
        Assert.Equal([AuthenticationMethod.OAuth2, AuthenticationMethod.PasswordEncrypted, AuthenticationMethod.Gssapi], Of(token)!.Best.Authentication);
        Assert.Equal([AuthenticationMethod.PasswordCleartext], Of(token)!.Outgoing!.Authentication);
    }

    [Theory]
    [InlineData("smtp.attacker.example", false, false)]
    [InlineData("smtp.attacker.example", true, true)]
    [InlineData("smtp.example.com", false, true)]
    [InlineData("smtp.notexample.com", false, false)]
    [InlineData("mail.example.com", false, true)]
    public void An_outgoing_server_that_could_be_forged_must_be_at_home(string host, bool trusted, bool told) =>
        Assert.Equal(told ? host : null, Outgoing(StoredReports.Submission with { Host = host, Trusted = trusted })?.Host.Value);

    [Fact]
    public void The_first_outgoing_server_that_may_be_used_is_told() => Assert.Equal(
        587,
        Outgoing(
            StoredReports.Submission with { Security = ConnectionSecurity.Cleartext },
            StoredReports.Submission with { Port = 587, Security = ConnectionSecurity.StartTls },
            StoredReports.Submission)!.Port);

    [Fact]
    public void Without_an_address_there_is_no_mail_domain()
    {
        var settings = Of(Example with { Subject = new SubjectReport(null, null) })!;
        Assert.Equal((null, "mail.example.com"), (settings.MailDomain, settings.DisplayName));
    }

    private static ClientSettings? Of(AssessmentReport report) => ReportedSettings.Of(report, MailProtocol.Pop3, MailProtocol.Pop3);

    private static IEnumerable<int> Ports(AssessmentReport report) => Of(report)!.Incoming.Select(x => x.Endpoint.Port);

    private static OutgoingServer? Outgoing(params OutgoingReport[] servers) => Of(Example with { Discovery = Example.Discovery with { Outgoing = servers } })!.Outgoing;
}
