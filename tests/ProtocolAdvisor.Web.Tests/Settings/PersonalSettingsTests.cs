using System.Xml.Linq;
using Microsoft.Data.Sqlite;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Tests.Hosting;
using Answer = ProtocolAdvisor.Web.Tests.Hosting.Answer;

namespace ProtocolAdvisor.Web.Tests.Settings;

/// <summary>Settings for one person: filled in, and forgotten.</summary>
public sealed class PersonalSettingsTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    private const string Jane = """{"email":"jane@example.com","displayName":"Jane Doe"}""";

    [Theory]
    [InlineData("thunderbird", "text/xml", "<username>jane@example.com</username>")]
    [InlineData("apple", "application/x-apple-aspen-config", "<string>jane@example.com</string>")]
    [InlineData("outlook", "application/xml", "<LoginName>jane@example.com</LoginName>")]
    [InlineData("pacc", "application/json", "\"host\": \"mail.example.com\"")]
    [InlineData("text", "text/plain", "User name: jane@example.com")]
    public async Task Each_format_is_filled_in(string format, string mediaType, string filled)
    {
        var path = await shared.Advisor.StoreAsync(StoredReports.Run());
        var answer = await shared.Advisor.PostAsync($"{path}/{format}", Jane);
        Assert.Equal((200, mediaType), (answer.Status, answer.MediaType));
        Assert.Contains(filled, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("%EMAIL", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("jane", answer.Reply.Content.Headers.ContentDisposition!.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("jane", (await shared.Advisor.SendAsync(HttpMethod.Get, $"{path}/{(format == "outlook" ? "text" : format)}")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_name_may_be_left_out_and_the_other_protocol_asked_for()
    {
        var answer = await shared.Advisor.PostAsync($"{await shared.Advisor.StoreAsync(StoredReports.Run())}/thunderbird?protocol=imap", """{"email":"jane@example.com"}""");
        Assert.Equal("imap", (string?)XDocument.Parse(answer.Text).Descendants("incomingServer").First().Attribute("type"));
    }

    [Fact]
    public async Task A_report_without_a_domain_takes_any()
    {
        var run = StoredReports.Run();
        var path = await shared.Advisor.StoreAsync(run with { Heading = run.Heading with { Subject = new SubjectReport(null, null) } });
        Assert.Contains("<domain>bücher.example</domain>".Replace("bücher", "xn--bcher-kva", StringComparison.Ordinal), (await shared.Advisor.PostAsync($"{path}/thunderbird", """{"email":"jane@bücher.example"}""")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"email":"jane@example.net"}""", 422, "email-of-another-domain")]
    [InlineData("""{"email":"jane@mail.example.com"}""", 422, "email-of-another-domain")]
    [InlineData("""{"email":"jane@EXAMPLE.com"}""", 200, null)]
    [InlineData("{}", 400, "$.email email-invalid")]
    [InlineData("""{"email":"jane"}""", 400, "$.email email-invalid")]
    [InlineData("""{"email":"ja\uFFFFne@example.com"}""", 400, "$.email email-invalid")]
    [InlineData("""{"email":"ja\u202Ene@example.com"}""", 400, "$.email email-invalid")]
    [InlineData("""{"email":"jane@example.com","displayName":""}""", 400, "$.displayName display-name-length")]
    [InlineData("""{"email":"jane@example.com","displayName":"   "}""", 400, "$.displayName display-name-character")]
    [InlineData("""{"email":"jane@example.com","displayName":"Jane\nDoe"}""", 400, "$.displayName display-name-character")]
    [InlineData("""{"email":"jane@example.com","displayName":"Jane\u0000"}""", 400, "$.displayName display-name-character")]
    [InlineData("""{"email":"jane@example.com","displayName":"Jane\uFFFE"}""", 400, "$.displayName display-name-character")]
    [InlineData("""{"email":"jane@example.com","displayName":"\u202EenaJ"}""", 400, "$.displayName display-name-character")]
    [InlineData("""{"email":"jane@example.com","displayName":"<Jane> & \"Döe\" 😀"}""", 200, null)]
    [InlineData("""{"email":"jane@example.com","password":"x"}""", 400, "$.password unknown-member")]
    [InlineData("""{"email":["jane@example.com"]}""", 400, "$.email wrong-type")]
    public async Task What_cannot_be_filled_in_is_refused_with_its_code(string body, int status, string? code)
    {
        var path = await shared.Advisor.StoreAsync(StoredReports.Run());
        foreach (var format in new[] { "apple", "text", "outlook", "thunderbird" })
        {
            var answer = await shared.Advisor.PostAsync($"{path}/{format}", body);
            Assert.Equal((format, status), (format, answer.Status));
            if (status == 422) Assert.Equal(code, answer.Code);
            if (status == 400) Assert.Contains(code, answer.Errors);
            if (status != 200) Assert.DoesNotContain("jane", answer.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("/v1/assessments/unknown/settings/text", 404, "assessment-not-found")]
    [InlineData("eudora", 404, "settings-format-unknown")]
    [InlineData("text?protocol=jmap", 400, "protocol-unknown")]
    [InlineData("text?name=x", 400, "invalid-request")]
    public async Task What_does_not_exist_is_refused(string path, int status, string code)
    {
        var answer = await shared.Advisor.PostAsync(path[0] == '/' ? path : $"{await shared.Advisor.StoreAsync(StoredReports.Run())}/{path}", Jane);
        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task The_page_asks_for_them_and_brings_the_file()
    {
        var id = (await shared.Advisor.StoreAsync(StoredReports.Run())).Split('/')[3];
        var page = await shared.Advisor.SendAsync(HttpMethod.Get, $"/reports/{id}", null, ("Accept", "text/html"));
        Assert.Contains($"formaction=\"/reports/{id}/settings/outlook\"", page.Text, StringComparison.Ordinal);
        var file = await FormAsync(id, "apple", "jane@example.com", "Jane Doe", "same-origin");
        Assert.Equal((200, "application/x-apple-aspen-config"), (file.Status, file.MediaType));
        Assert.Contains("<string>Jane Doe</string>", file.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await FormAsync(id, "apple", "jane@example.com", "", "cross-site")).Status);
    }

    [Fact]
    public async Task What_is_typed_wrong_is_told_at_its_field_and_not_shown_again()
    {
        var id = (await shared.Advisor.StoreAsync(StoredReports.Run())).Split('/')[3];
        var wrong = await FormAsync(id, "text", "kanarienvogel", "", "same-origin");
        Assert.Equal((400, "text/html"), (wrong.Status, wrong.MediaType));
        Assert.Contains("id=\"holder-email-error\">An e-mail address, name@domain, is expected.", wrong.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kanarienvogel", wrong.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(422, (await FormAsync(id, "text", "jane@example.net", "", "same-origin")).Status);
    }

    [Fact]
    public async Task Nothing_of_them_is_stored_or_logged()
    {
        var folder = Directory.CreateTempSubdirectory("advisor-person").FullName;
        var advisor = await Advisor.StartAsync(folder);
        var path = await advisor.StoreAsync(StoredReports.Run());
        foreach (var body in new[] { """{"email":"kanarienvogel@example.com","displayName":"Zeisig Stieglitz"}""", """{"email":"kanarienvogel@example.net"}""", """{"email":"kanarienvogel","displayName":"Zeisig\n"}""", """{"email":"kanarienvogel@example.com" """ })
            foreach (var format in new[] { "apple", "text", "thunderbird", "outlook", "pacc", "eudora" })
                await advisor.PostAsync($"{path}/{format}", body);
        using var form = new FormUrlEncodedContent([new("email", "kanarienvogel@example.com"), new("displayName", "Zeisig Stieglitz")]);
        await advisor.SendAsync(HttpMethod.Post, $"/reports/{path.Split('/')[3]}/settings/apple", form);
        await advisor.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Assert.NotEmpty(advisor.Log.Lines);
        AssertClean(string.Join('\n', advisor.Log.Lines));
        foreach (var file in Directory.EnumerateFiles(folder)) AssertClean(System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
        Directory.Delete(folder, true);
    }

    private static void AssertClean(string text) => Assert.All(["kanarienvogel", "Zeisig", "Stieglitz", "S2FuYXJpZW52b2dlb", "a2FuYXJpZW52b2dlb"], x => Assert.DoesNotContain(x, text, StringComparison.OrdinalIgnoreCase));

    private async Task<Answer> FormAsync(string id, string format, string email, string name, string site)
    {
        using var form = new FormUrlEncodedContent([new("email", email), new("displayName", name)]);
        return await shared.Advisor.SendAsync(HttpMethod.Post, $"/reports/{id}/settings/{format}", form, ("Accept", "text/html,*/*;q=0.8"), ("Sec-Fetch-Site", site));
    }
}
