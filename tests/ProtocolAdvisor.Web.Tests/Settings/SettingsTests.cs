using System.Xml.Linq;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Settings;

public sealed class SettingsTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    [Theory]
    [InlineData("thunderbird", "text/xml; charset=utf-8", "attachment", "config-v1.1.xml")]
    [InlineData("apple", "application/x-apple-aspen-config", "attachment", "example.com.mobileconfig")]
    [InlineData("outlook", "application/xml; charset=utf-8", "attachment", "autodiscover.xml")]
    [InlineData("pacc", "application/json; charset=utf-8", "attachment", "user-agent-configuration.json")]
    [InlineData("text", "text/plain; charset=utf-8", "inline", "example.com.txt")]
    public async Task Each_format_comes_under_its_media_type_and_name(string format, string mediaType, string disposition, string name)
    {
        var path = $"{await shared.Advisor.StoreAsync(format == "outlook" ? StoredReports.RunWithLocalPart() : StoredReports.Run())}/{format}";
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, path);
        var headers = answer.Reply.Content.Headers;
        Assert.Equal((200, mediaType), (answer.Status, headers.ContentType?.ToString()));
        Assert.Equal((disposition, name), (headers.ContentDisposition?.DispositionType, headers.ContentDisposition?.FileName?.Trim('"')));
        Assert.DoesNotContain("\uFEFF", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("j***", answer.Text, StringComparison.Ordinal);

        var head = await shared.Advisor.SendAsync(HttpMethod.Head, path);
        Assert.Equal((200, "", headers.ContentLength), (head.Status, head.Text, head.Reply.Content.Headers.ContentLength));
    }

    [Theory]
    [InlineData(null, "en", "Mail settings for example.com")]
    [InlineData("de-AT, en;q=0.5", "de", "E-Mail-Einstellungen für example.com")]
    [InlineData("fr", "en", "Mail settings for example.com")]
    public async Task Text_speaks_the_readers_language(string? asked, string language, string title)
    {
        var path = await shared.Advisor.StoreAsync(StoredReports.Run());
        (string, string)[] headers = asked is null ? [] : [("Accept-Language", asked)];
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, $"{path}/text", null, headers);
        Assert.StartsWith(title, answer.Text, StringComparison.Ordinal);
        Assert.Equal([language], answer.Reply.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", answer.Reply.Headers.Vary);
    }

    [Fact]
    public async Task The_plan_is_in_the_file()
    {
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, $"{await shared.Advisor.StoreAsync(StoredReports.Run())}/thunderbird");
        var provider = XDocument.Parse(answer.Text).Root!.Element("emailProvider")!;
        Assert.Equal(["pop3", "imap", "smtp"], provider.Elements().Select(x => (string?)x.Attribute("type")).OfType<string>());
        Assert.Equal("14", (string?)provider.Descendants("daysToLeaveMessagesOnServer").Single());
    }

    [Fact]
    public async Task The_other_protocol_comes_first_for_whoever_asks()
    {
        var path = await shared.Advisor.StoreAsync(StoredReports.Run());
        var autoconfig = await shared.Advisor.SendAsync(HttpMethod.Get, $"{path}/thunderbird?protocol=imap");
        Assert.Equal("imap", (string?)XDocument.Parse(autoconfig.Text).Descendants("incomingServer").First().Attribute("type"));
        Assert.Empty(XDocument.Parse(autoconfig.Text).Descendants("pop3"));
        var text = await shared.Advisor.SendAsync(HttpMethod.Get, $"{path}/text?protocol=imap");
        Assert.Contains("We recommend POP3", text.Text, StringComparison.Ordinal);
        Assert.Contains("As requested, these are the settings for IMAP.", text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("backup that runs", text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thunderbird", "application/xml", "application/xml")]
    [InlineData("thunderbird", "text/xml, application/xml;q=0.9", "text/xml")]
    [InlineData("outlook", "text/xml", "text/xml")]
    [InlineData("text", "text/*", "text/plain")]
    [InlineData("apple", "*/*", "application/x-apple-aspen-config")]
    [InlineData("thunderbird", "application/json", "text/xml")]
    [InlineData("text", "text/html", "text/plain")]
    [InlineData("pacc", "image/png;q=0.5, text/event-stream", "application/json")]
    public async Task Accept_chooses_among_the_files_own_media_types_and_is_never_a_reason_to_refuse(string format, string accept, string mediaType)
    {
        var run = format == "outlook" ? StoredReports.RunWithLocalPart() : StoredReports.Run();
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, $"{await shared.Advisor.StoreAsync(run)}/{format}", null, ("Accept", accept));
        Assert.Equal((200, mediaType), (answer.Status, answer.MediaType));
    }

    [Theory]
    [InlineData("eudora", "*/*", 404, "settings-format-unknown")]
    [InlineData("Apple", "*/*", 404, "settings-format-unknown")]
    [InlineData("0", "*/*", 404, "settings-format-unknown")]
    [InlineData("text?protocol=jmap", "*/*", 400, "protocol-unknown")]
    [InlineData("text?protocol=", "*/*", 400, "protocol-unknown")]
    [InlineData("text?protocol=imap&protocol=pop3", "*/*", 400, "invalid-request")]
    public async Task What_does_not_exist_is_refused(string format, string accept, int status, string code)
    {
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, $"{await shared.Advisor.StoreAsync(StoredReports.Run())}/{format}", null, ("Accept", accept));
        Assert.Equal((status, code, "application/problem+json"), (answer.Status, answer.Code, answer.MediaType));
        if (status == 404) Assert.Contains("thunderbird, apple, outlook, pacc, text", (string?)answer.Json["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thunderbird")]
    [InlineData("text")]
    public async Task An_unknown_report_has_no_settings(string format)
    {
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, $"/v1/assessments/unknown/settings/{format}");
        Assert.Equal((404, "assessment-not-found"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_report_that_recommends_nothing_has_no_settings()
    {
        var report = await shared.Advisor.PostAsync("/v1/assessments", Requests.OfDeadServer);
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, $"{report.Reply.Headers.Location}/settings/text");
        Assert.Equal((422, "nothing-recommended"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_protocol_without_a_server_has_no_settings()
    {
        var path = await shared.Advisor.StoreAsync(StoredReports.Run(StoredReports.Pop3s));
        Assert.Equal(200, (await shared.Advisor.SendAsync(HttpMethod.Get, $"{path}/text?protocol=pop3")).Status);
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, $"{path}/text?protocol=imap");
        Assert.Equal((422, "protocol-not-usable"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("apple", "outgoing-server-unknown", "Dieses Format muss den Postausgangsserver nennen")]
    [InlineData("thunderbird", "outgoing-server-unknown", "Dieses Format muss den Postausgangsserver nennen")]
    [InlineData("outlook", "outgoing-server-unknown", "Dieses Format muss den Postausgangsserver nennen")]
    [InlineData("pacc", "port-not-expressible", "Dieses Format kann nur Server nennen, die auf dem Standardport")]
    public async Task What_a_format_cannot_say_is_refused_with_its_reason(string format, string code, string reason)
    {
        var run = StoredReports.Run(StoredReports.Pop3s with { Port = 1995 });
        var path = await shared.Advisor.StoreAsync(run with { Facts = run.Facts with { Discovery = run.Facts.Discovery with { Outgoing = [] } } });
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, $"{path}/{format}", null, ("Accept-Language", "de"));
        Assert.Equal((422, code), (answer.Status, answer.Code));
        Assert.StartsWith(reason, (string?)answer.Json["detail"], StringComparison.Ordinal);
        Assert.Contains("could not find out the outgoing mail server", (await shared.Advisor.SendAsync(HttpMethod.Get, $"{path}/text")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thunderbird", "J***", 422)]
    [InlineData("outlook", "J***", 422)]
    [InlineData("outlook", "%EMAILADDRESS%", 422)]
    [InlineData("pacc", "%EMAILLOCALPART%", 422)]
    [InlineData("thunderbird", "%EMAILLOCALPART%", 200)]
    [InlineData("outlook", "%EMAILLOCALPART%", 200)]
    [InlineData("apple", "J***", 200)]
    [InlineData("text", "J***", 200)]
    public async Task A_user_name_that_the_client_would_get_wrong_is_refused_with_its_reason(string format, string name, int status)
    {
        var run = StoredReports.RunWithLocalPart();
        var path = await shared.Advisor.StoreAsync(run with { Heading = run.Heading with { ShownUsername = name, UsernameIsPresumed = false } });
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, $"{path}/{format}");
        Assert.Equal(status, answer.Status);
        if (status == 422) Assert.Equal("user-name-not-expressible", answer.Code);
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    public async Task Settings_are_neither_changed_nor_removed(string method)
    {
        var answer = await shared.Advisor.SendAsync(new HttpMethod(method), $"{await shared.Advisor.StoreAsync(StoredReports.Run())}/text");
        Assert.Equal((405, "method-not-allowed"), (answer.Status, answer.Code));
    }
}
