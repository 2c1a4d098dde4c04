using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Console;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Tests.Console;

/// <summary>What the start page's form asks for.</summary>
public class AssessmentFormTests
{
    [Fact]
    public void An_address_alone_asks_for_nothing_else() => Assert.Equal(new AssessmentRequest("jane@example.com"), Read(("address", " jane@example.com ")));

    [Theory]
    [InlineData("mail.example.com", "")]
    [InlineData("jane@example.com", " mail.example.com ")]
    public void A_server_may_stand_in_its_own_field_or_in_that_of_the_address(string address, string server) =>
        Assert.Equal("mail.example.com", Read(("address", address), ("server.host", server)).Server!.Host);

    [Fact]
    public void A_server_in_the_address_field_is_no_address() => Assert.Null(Read(("address", "mail.example.com")).Email);

    [Theory]
    [InlineData("example.com", "", "example.com")]
    [InlineData(" Example.co.uk ", "", "example.co.uk")]
    [InlineData("bücher.example", " ", "xn--bcher-kva.example")]
    [InlineData("@mail.example.com", "", "mail.example.com")]
    public void A_name_that_can_be_registered_is_a_domain(string address, string server, string domain)
    {
        var request = Read(("address", address), ("server.host", server), ("credentials.username", ""));
        Assert.Equal((null, domain, null), (request.Email, request.Domain, request.Server));
    }

    [Fact]
    public void A_server_with_its_port_is_that_endpoint_alone() => Assert.Equal(
        [new EndpointRequest(MailProtocol.Imap, "mail.example.com", 993, ConnectionSecurity.ImplicitTls)],
        Read(("address", "imaps://mail.example.com")).Server!.Endpoints!);

    [Fact]
    public void A_server_in_its_own_field_may_be_pasted_as_well() =>
        Assert.Equal("mail.example.com", Read(("address", "jane@example.com"), ("server.host", "https://mail.example.com/")).Server!.Host);

    [Fact]
    public void What_was_offered_and_chosen_stands_for_what_was_typed() =>
        Assert.Equal("jane@gmail.com", Read(("address", "jane@gmial.com"), ("instead", "jane@gmail.com")).Email);

    [Theory]
    [InlineData("jane@example.com", "", false)]
    [InlineData("jane@gmial.com", "", true)]
    [InlineData("jane@gmial.com", "jane@gmial.com", false)]
    [InlineData("call jane@example.com", "", true)]
    [InlineData("call jane@example.com", "jane@example.com", false)]
    [InlineData("call joe@example.com", "jane@example.com", true)]
    [InlineData("j***@example.com", "j***@example.com", true)]
    public void What_was_guessed_is_asked_for_once(string address, string seen, bool asks) =>
        Assert.Equal(asks, TypedSubject.In(new FormCollection(new() { ["address"] = address, ["seen"] = seen })).Asks);

    [Fact]
    public void Everything_but_the_password_is_kept()
    {
        var form = new FormCollection(new() { ["address"] = " Jane <jane@example.com>", ["credentials.password"] = "secret", ["usage.devices"] = "2", ["usage.backup"] = "", ["other"] = "x" });
        Assert.Equal([("address", " Jane <jane@example.com>"), ("usage.devices", "2")], AssessmentForm.Kept(form));
    }

    [Theory]
    [InlineData("192.0.2.1", "")]
    [InlineData("mail.example.co.uk", "")]
    [InlineData("example.com", "jane")]
    public void What_is_below_it_or_has_a_user_is_a_server(string address, string user)
    {
        var request = Read(("address", address), ("credentials.username", user));
        Assert.Equal((null, address), (request.Domain, request.Server!.Host));
    }

    [Fact]
    public void A_password_for_a_domain_is_complained_about_at_its_field()
    {
        var request = Read(("address", "example.com"), ("credentials.password", "secret"));
        var wrong = new AssessmentRequestValidator().Validate(request).Errors.Single();
        Assert.Equal(("Credentials", "domain-has-no-mailbox"), (wrong.PropertyName, wrong.ErrorCode));
        Assert.Equal(AssessmentForm.Password, AssessmentForm.FieldOf(new WrongMember("$.credentials", "", ""), false));
    }

    [Fact]
    public void A_password_keeps_its_blanks() =>
        Assert.Equal("  two words ", Read(("address", "jane@example.com"), ("credentials.password", "  two words ")).Credentials!.Password!.Reveal());

    [Fact]
    public void A_user_name_without_a_password_signs_in_nowhere() => Assert.Null(Read(("address", "jane@example.com"), ("credentials.username", "jane")).Credentials);

    [Theory]
    [InlineData("12,5", 12.5)]
    [InlineData("12.5", 12.5)]
    [InlineData(" 12 ", 12)]
    [InlineData("0,125", 0.125)]
    [InlineData("1000,5", 1000.5)]
    public void A_number_may_have_a_comma_or_a_point(string text, double number) =>
        Assert.Equal(number, Read(("address", "jane@example.com"), ("usage.link.downMbit", text)).Usage!.Link!.DownMbit);

    [Theory]
    [InlineData(12.345)]
    [InlineData(0.125)]
    [InlineData(1000)]
    public void What_a_field_shows_it_takes_again(double number)
    {
        var shown = UsageForm.Text(new Usage { Link = new() { DownMbit = number } }, "usage.link.downMbit");
        Assert.Equal(number, Read(("address", "jane@example.com"), ("usage.link.downMbit", shown)).Usage!.Link!.DownMbit);
    }

    [Fact]
    public void Answers_become_the_use_and_empty_fields_are_left_out()
    {
        var usage = Read(("address", "jane@example.com"), ("usage.devices", "2"), ("usage.webmail", "true"), ("usage.priority", "speed"), ("usage.backup", ""), ("usage.people", " ")).Usage;
        Assert.Equal(new Usage { Devices = 2, Webmail = true, Priority = Priority.Speed }, usage);
    }

    [Theory]
    [InlineData("usage.devices", "many", "$.usage.devices")]
    [InlineData("usage.devices", "1.5", "$.usage.devices")]
    [InlineData("usage.link.downMbit", "1.000", "$.usage.link.downMbit")]
    [InlineData("usage.newMessagesPerDay", "1,000", "$.usage.newMessagesPerDay")]
    [InlineData("usage.link.roundTripMs", " 12.345.678 ", "$.usage.link.roundTripMs")]
    [InlineData("usage.webmail", "maybe", "$.usage.webmail")]
    [InlineData("usage.priority", "beauty", "$.usage.priority")]
    public void What_is_no_answer_is_complained_about_at_its_member(string field, string text, string path) =>
        Assert.Equal([path], Body(("address", "jane@example.com"), (field, text)).Problem!.Complaints!.Select(x => x.Path));

    [Theory]
    [InlineData("$.email", false, "address")]
    [InlineData("$.server", false, "address")]
    [InlineData("$.server.host", false, "address")]
    [InlineData("$.server.host", true, "server.host")]
    [InlineData("$.server.endpoints[0].port", false, "address")]
    [InlineData("$.credentials.username", false, "credentials.username")]
    [InlineData("$.usage.link.downMbit", false, "usage.link.downMbit")]
    public void A_complaint_is_shown_at_the_field_that_was_filled_in(string path, bool serverIsNamed, string field) =>
        Assert.Equal(field, AssessmentForm.FieldOf(new WrongMember(path, "", ""), serverIsNamed));

    private static AssessmentRequest Read(params (string Name, string Text)[] fields) => Body(fields).Value;

    private static Wire.JsonBody<AssessmentRequest> Body(params (string Name, string Text)[] fields) =>
        AssessmentForm.Read(new FormCollection(fields.ToDictionary(x => x.Name, x => new StringValues(x.Text))));
}
