using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Console;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Console;

/// <summary>A check made anew asks what the first one asked, from what a report knows of it.</summary>
public class AgainTests
{
    private const string Jane = "jane@example.com";

    private static readonly MailEndpoint Own = new(MailProtocol.Imap, HostName.Parse("box.example.net"), 1993, ConnectionSecurity.ImplicitTls);

    [Fact]
    public void Without_a_sign_in_the_domain_is_looked_at_under_the_account_that_it_was()
    {
        var run = Run(Asked("jane@example.com"));
        var order = new AgainForm(run).Order();
        Assert.False(new AgainForm(run).SignsIn);
        Assert.Equal((run.Heading.Subject, "example.com", null), (order.Shown, order.Subject.Domain?.Value, order.Subject.Credentials));
        Assert.Equal(run.Usage, order.Usage);
    }

    [Fact]
    public void The_bounds_are_those_of_the_run_that_is_made_anew()
    {
        var limits = new AssessmentLimits(TimeSpan.FromSeconds(40), 3, 1 << 20);
        var open = new AgainForm(Run(new AssessmentSubject([], null, limits, EmailAddress.Parse(Jane)))).Order();
        Assert.Equal(limits, open.Subject.Limits);
        var subject = new AssessmentSubject([], Credentials.WithPassword(Jane, new Secret("secret")), limits, EmailAddress.Parse(Jane)) { UsernameIsPresumed = true, MaySendAddress = true };
        var again = new AgainForm(Run(subject)).Read(Form(("email", Jane), ("credentials.password", "secret")));
        var order = AssessmentOrder.From(again.Value);
        Assert.Equal((limits, true), (order.Subject.Limits, order.Subject.MaySendAddress));
        Assert.Equal(limits, order.Within(TimeSpan.FromSeconds(5)).Options.Limits);
        var older = Run(subject);
        older = older with { Heading = older.Heading with { Options = null } };
        Assert.Equal(AssessmentLimits.Default, AssessmentOrder.From(new AgainForm(older).Read(Form(("email", Jane), ("credentials.password", "secret"))).Value).Subject.Limits);
    }

    [Fact]
    public void Named_servers_are_named_again()
    {
        var run = Run(new AssessmentSubject([Own], null, AssessmentLimits.Default, EmailAddress.Parse(Jane)), Own);
        var order = new AgainForm(run).Order();
        Assert.Equal([Own], order.Subject.Endpoints);
        Assert.Equal("j***@example.com", order.Shown!.Email);
    }

    [Fact]
    public void A_server_without_an_address_is_asked_for_its_user_name_and_nothing_else()
    {
        var subject = new AssessmentSubject([Own], Credentials.WithPassword("jdoe", new Secret("secret")), AssessmentLimits.Default);
        var again = new AgainForm(Run(subject, Own));
        Assert.Equal((null, "j***", true), (again.MaskedAddress, again.MaskedUsername, again.SignsIn));
        var request = again.Read(Form(("credentials.username", "jdoe"), ("credentials.password", "secret"))).Value;
        Assert.Equal((null, "jdoe", "secret"), (request.Email, request.Credentials!.Username, request.Credentials.Password!.Reveal()));
        var named = Assert.Single(request.Server!.Endpoints!);
        Assert.Equal(new EndpointRequest(MailProtocol.Imap, "box.example.net", 1993, ConnectionSecurity.ImplicitTls), named);
        Assert.True(again.IsUsername(" jdoe "));
        Assert.False(again.IsUsername("erika"));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("jane", "jane")]
    [InlineData("jane@example.com", "jane@example.com")]
    public void A_user_name_that_follows_from_the_address_is_not_asked_for(string? first, string? second)
    {
        var subject = new AssessmentSubject(
            [], Credentials.WithPassword(first ?? Jane, new Secret("secret")), AssessmentLimits.Default, EmailAddress.Parse(Jane))
        {
            UsernameIsPresumed = first is null,
        };
        var again = new AgainForm(Run(subject));
        var request = again.Read(Form(("email", "Jane <jane@example.com>"), ("credentials.password", "secret"))).Value;
        Assert.Equal((null, "jane@example.com", second), (again.MaskedUsername, request.Email, request.Credentials!.Username));
        Assert.Null(request.Server);
        Assert.Equal(Priority.Speed, request.Usage!.Priority);
    }

    [Theory]
    [InlineData("jane@example.com", true)]
    [InlineData("Jane <JANE@EXAMPLE.COM>", true)]
    [InlineData("erika@example.com", false)]
    [InlineData("jane@example.net", false)]
    [InlineData("@example.com", false)]
    [InlineData("j***@example.com", false)]
    [InlineData("", false)]
    public void Only_the_reports_account_is_checked_again(string typed, bool isIt) =>
        Assert.Equal(isIt, new AgainForm(Run(Asked("jane@example.com"))).IsAccount(typed));

    [Fact]
    public void A_token_is_not_asked_for_on_a_page()
    {
        var token = Credentials.WithAccessToken(Jane, new Secret("t0ken"));
        var subject = new AssessmentSubject([], token, AssessmentLimits.Default, EmailAddress.Parse(Jane));
        var again = new AgainForm(Run(subject));
        Assert.Equal((false, true), (again.SignsIn, again.TookToken));
        Assert.Null(again.Order().Subject.Credentials);
    }

    private static AssessmentSubject Asked(string email) => new([], null, AssessmentLimits.Default, EmailAddress.Parse(email));

    // As a run of this subject is kept.
    private static AssessedRun Run(AssessmentSubject subject, params MailEndpoint[] named)
    {
        var run = StoredReports.Run(named);
        var discovery = named is [] ? run.Facts.Discovery : EndpointDiscovery.Named(named, subject.Email?.Domain);
        return run with
        {
            Heading = ReportHeading.Of(run.Heading.Id, run.Heading.Retention, subject.Email, subject),
            Facts = run.Facts with { Discovery = discovery },
        };
    }

    private static FormCollection Form(params (string Name, string Text)[] fields) =>
        new(fields.ToDictionary(x => x.Name, x => new StringValues(x.Text)));
}
