using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Tests.Hosting;
using Answer = ProtocolAdvisor.Web.Tests.Hosting.Answer;

namespace ProtocolAdvisor.Web.Tests.Console;

/// <summary>The pages over HTTP, where no browser is needed to see it.</summary>
public sealed class ConsoleTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    private const string Canary = "Kanarienvogel-4711";
    private static readonly (string Name, string Value) ForPage = ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    [Fact]
    public async Task A_browser_that_follows_a_reports_link_of_the_API_is_led_to_its_page()
    {
        var run = await StoreAsync();
        var answer = await SendAsync(HttpMethod.Get, $"/v1/assessments/{run}", null, ForPage);
        Assert.Equal((303, $"/reports/{run}"), (answer.Status, answer.Reply.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("/history?domain=a.example", "/history?domain=a.example")]
    [InlineData("https://attacker.example/", "/")]
    [InlineData("//attacker.example/", "/")]
    [InlineData("/\\attacker.example/", "/")]
    [InlineData("/\t/attacker.example/", "/")]
    [InlineData("/ä", "/")]
    [InlineData("attacker.example", "/")]
    [InlineData("", "/")]
    public async Task A_choice_leads_back_to_a_page_of_ours_only(string back, string location)
    {
        var answer = await PostAsync("/language", [("language", "de"), ("back", back)]);
        Assert.Equal((303, location), (answer.Status, answer.Reply.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task The_page_links_to_files_that_there_are_and_says_why_there_is_no_other()
    {
        var run = StoredReports.Run();
        run = run with { Facts = run.Facts with { Discovery = run.Facts.Discovery with { Outgoing = [] } } };
        await shared.Advisor.StoreAsync(run);
        var page = await SendAsync(HttpMethod.Get, $"/reports/{run.Heading.Id}", null, ForPage, ("Accept-Language", "de"));
        Assert.Contains($"/reports/{run.Heading.Id}/settings/pacc", page.Text, StringComparison.Ordinal);
        Assert.All(["thunderbird", "apple", "outlook"], x => Assert.DoesNotContain($"/settings/{x}", page.Text, StringComparison.Ordinal));
        Assert.Contains("Keine Datei für Thunderbird, iPhone, iPad, Mac, Outlook: Dieses Format muss den Postausgangsserver nennen", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "(median of {n})", "will be full on about")]
    [InlineData("de", "(Median von {n})", "etwa am")]
    public async Task Each_protocol_tells_its_own_samples_and_no_day_of_fullness_is_told_where_messages_are_nearer_their_limit(string language, string median, string day)
    {
        var (run, facts) = (StoredReports.Run(), GoldenRuns.Read("filling-mailbox").Facts);
        var imap = facts.Imap! with { Fetch = facts.Imap!.Fetch! with { Samples = 10 } };
        var pop3 = facts.Pop3! with { Fetch = facts.Pop3!.Fetch! with { Samples = 5 } };
        var told = await PageAsync(null);
        foreach (var n in new[] { "10", "5" }) Assert.Contains(median.Replace("{n}", n, StringComparison.Ordinal), told, StringComparison.Ordinal);
        Assert.Contains(day, told, StringComparison.Ordinal);
        Assert.DoesNotContain(day, await PageAsync(new(1_000, 1_000)), StringComparison.Ordinal);

        async Task<string> PageAsync(ProtocolAdvisor.Mail.MessageQuota? quota)
        {
            var kept = run with { Heading = run.Heading with { Id = ReportId.New() }, Facts = run.Facts with { Imap = imap with { MessageQuota = quota }, Pop3 = pop3 } };
            await shared.Advisor.StoreAsync(kept);
            return System.Net.WebUtility.HtmlDecode((await SendAsync(HttpMethod.Get, $"/reports/{kept.Heading.Id}", null, ForPage, ("Accept-Language", language))).Text);
        }
    }

    [Theory]
    [InlineData("en", "How to back up your mail")]
    [InlineData("de", "So sichern Sie Ihre E-Mails")]
    public async Task How_to_back_up_stands_under_its_own_heading_behind_the_plan(string language, string heading)
    {
        var run = StoredReports.Run();
        await shared.Advisor.StoreAsync(run);
        var page = WebUtility.HtmlDecode((await SendAsync(HttpMethod.Get, $"/reports/{run.Heading.Id}", null, ForPage, ("Accept-Language", language))).Text);
        var how = run.Report(language == "de" ? ProtocolAdvisor.Words.Language.German : ProtocolAdvisor.Words.Language.English).Recommendation.Plan.Backup!.How;
        Assert.InRange(page.IndexOf($"<summary>{heading}</summary>", StringComparison.Ordinal), 1, page.IndexOf(how[0], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Other ways to the mailbox", "Sign-in with OAuth2", "Issuer")]
    [InlineData("de", "Andere Wege zum Postfach", "Anmeldung mit OAuth2", "Aussteller")]
    public async Task A_page_tells_other_ways_and_oauth_as_text_and_links_to_no_strangers_address(string language, string ways, string oAuth, string issuer)
    {
        const string Url = "https://webmail.example.com/%3Cscript%3E";
        var run = StoredReports.Run();
        var discovery = run.Facts.Discovery with
        {
            OtherWays = [new(OtherWayKind.Webmail, Url, DiscoverySource.Autoconfig, true), new(OtherWayKind.Exchange, null, DiscoverySource.Mx, false)],
            OAuth = [new("id.example.com", ["mail<b>", "offline_access"], "https://id.example.com/auth", null, DiscoverySource.Pacc, true)],
        };
        run = run with { Facts = run.Facts with { Discovery = discovery } };
        await shared.Advisor.StoreAsync(run);
        var page = await SendAsync(HttpMethod.Get, $"/reports/{run.Heading.Id}", null, ForPage, ("Accept-Language", language));
        Assert.All([ways, oAuth, issuer, Url, "https://id.example.com/auth", "mail&lt;b&gt; offline_access"], x => Assert.Contains(x, page.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("mail<b>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"https://", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("credentials.accessToken", page.Text, StringComparison.Ordinal); // passwords are taken here
    }

    [Fact]
    public async Task A_page_tells_servers_places_and_settings_in_their_own_letters()
    {
        var run = StoredReports.Run();
        var asked = new SourceAttempt { Source = DiscoverySource.Autoconfig, Location = "https://autoconfig.example.com/mail/config-v1.1.xml", Outcome = SourceOutcome.NotFound };
        run = run with { Facts = run.Facts with { Discovery = run.Facts.Discovery with { Attempts = [asked] } } };
        run = JsonSerializer.Deserialize<AssessedRun>(JsonSerializer.Serialize(run, WireJson.Options).Replace("example.com", "xn--bcher-kva.example", StringComparison.Ordinal), WireJson.IgnoringUnknown)!;
        await shared.Advisor.StoreAsync(run);
        var page = WebUtility.HtmlDecode((await SendAsync(HttpMethod.Get, $"/reports/{run.Heading.Id}", null, ForPage)).Text);
        var typed = page.IndexOf("aria-labelledby=\"settings-title\"", StringComparison.Ordinal);
        Assert.Contains("bücher.example", page[typed..page.IndexOf("</section>", typed, StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("bücher.example:993", page, StringComparison.Ordinal);
        Assert.DoesNotContain("xn--", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/assess", "address", "jane@@example", "Konto prüfen")]
    [InlineData("/invite", "email", "jane@@example", "Link erstellen")]
    [InlineData("/audits", "list", "exa mple", "Sammelprüfung beginnen")]
    public async Task Another_language_keeps_what_was_typed_but_for_the_password_and_complains_of_nothing(string path, string field, string typed, string button)
    {
        var page = await PostAsync(path, [(field, typed), ("credentials.password", "hunter2"), ("usage.devices", "2"), ("language", "de")], ForPage);
        Assert.Equal(HttpStatusCode.OK, page.Reply.StatusCode);
        var text = WebUtility.HtmlDecode(page.Text);
        Assert.Contains(button, text, StringComparison.Ordinal);
        Assert.Contains(typed, text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", text, StringComparison.Ordinal);
        Assert.StartsWith("language=de;", Assert.Single(page.Reply.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_language_of_an_empty_form_is_the_page_itself() =>
        Assert.Equal("/", (await PostAsync("/assess", [("address", ""), ("credentials.password", ""), ("language", "de")], ForPage)).Reply.Headers.Location?.ToString());

    [Fact]
    public async Task The_chosen_language_is_kept_and_wins_over_the_browsers()
    {
        var chosen = Assert.Single((await PostAsync("/language", [("language", "de")])).Reply.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", chosen, StringComparison.OrdinalIgnoreCase);
        var page = await SendAsync(HttpMethod.Get, "/", null, ForPage, ("Accept-Language", "en"), ("Cookie", chosen.Split(';')[0]));
        Assert.Contains("<html lang=\"de\">", page.Text, StringComparison.Ordinal);
        Assert.Equal("de", Assert.Single(page.Reply.Content.Headers.ContentLanguage));
        Assert.False((await PostAsync("/language", [("language", "xx")])).Reply.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Origin", "http://attacker.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 303)]
    public async Task A_form_of_another_site_is_refused(string header, string value, int status)
    {
        var report = await StoreAsync();
        foreach (var path in new[] { "/", "/assess", "/understand", "/sign-in", "/sign-out", "/language", $"/reports/{report}/again", $"/reports/{report}/delete" })
        {
            if (status != 403 && path.EndsWith("/again", StringComparison.Ordinal)) continue; // it would check
            var answer = await PostAsync(path, [("language", "de")], (header, value));
            if (status == 403) Assert.Equal((403, "form-of-another-site"), (answer.Status, answer.Code));
            else Assert.NotEqual(403, answer.Status);
        }
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "address=jane@example.com")]
    [InlineData("multipart/form-data; boundary=x", "no part at all")]
    [InlineData("multipart/form-data", "--x--")]
    public async Task What_is_no_form_is_the_senders_mistake_and_not_ours(string mediaType, string body)
    {
        foreach (var path in new[] { "/", "/assess", "/understand", "/sign-in", "/language" })
        {
            using var content = new StringContent(body);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
            var answer = await SendAsync(HttpMethod.Post, path, content);
            Assert.Equal((400, "bad-request"), (answer.Status, answer.Code));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?id=a")]
    [InlineData("?id=a&id=a")]
    [InlineData("?id=a&id=b&id=c")]
    public async Task Anything_but_two_reports_leads_back_to_choosing_them(string query)
    {
        var answer = await SendAsync(HttpMethod.Get, $"/compare{query}", null, ForPage);
        Assert.Equal((303, query.Length > 0 ? "/history?with=a" : "/history"), (answer.Status, answer.Reply.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task A_report_that_is_shown_again_keeps_its_address_and_its_other_answers()
    {
        const string Query = "?answered=1&usage.devices=3&usage.webmail=true";
        var path = $"/reports/{await StoreAsync()}";
        var asked = WebUtility.HtmlDecode((await SendAsync(HttpMethod.Get, path + Query, null, ForPage)).Text);
        var answer = await PostAsync($"{path}/settings/thunderbird{Query}", [("email", "jane@example"), ("displayName", "")], ForPage);
        Assert.Equal(400, answer.Status);
        var again = WebUtility.HtmlDecode(answer.Text);
        foreach (var page in new[] { asked, again })
        {
            Assert.Contains($"name=\"back\" value=\"{path}{Query}\"", page, StringComparison.Ordinal);
            Assert.Contains($"data-copy-link=\"{path}{Query}\"", page, StringComparison.Ordinal);
            foreach (var place in new[] { "/again", "/note", "/settings/thunderbird", "/settings/apple", "/text" }) Assert.Contains($"\"{path}{place}{Query}\"", page, StringComparison.Ordinal);
            Assert.Contains($"{shared.Advisor.ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority)}{path}{Query}", page, StringComparison.Ordinal);
            Assert.DoesNotMatch($"\"{path}/(again|note|settings/[a-z]+|text)\"", page);
        }
    }

    [Fact]
    public async Task What_is_shown_in_answer_to_a_form_leads_back_to_its_page()
    {
        var report = await StoreAsync();
        foreach (var (path, back) in new[]
        {
            ($"/reports/{report}/again?answered=1&usage.devices=3", $"/reports/{report}/again?answered=1&usage.devices=3"), ("/reports/nobody/note?answered=1", "/reports/nobody?answered=1"),
            ("/reports/nobody/delete", "/reports/nobody"), ("/audits/nobody/pause", "/audits/nobody"), ("/sign-in", "/history?domain=a.example"), ("/invite", "/invite"), ("/assess", "/"),
        })
        {
            // A form of another site is not even read.
            foreach (var header in path == "/sign-in" || path.Contains("again", StringComparison.Ordinal) ? new[] { "same-origin" } : ["same-origin", "cross-site"])
            {
                var fields = path.Contains("again", StringComparison.Ordinal) ? ("language", "de") : ("email", "x");
                var page = await PostAsync(path, [fields, ("back", "/history?domain=a.example")], ForPage, ("Sec-Fetch-Site", header));
                Assert.Contains($"name=\"back\" value=\"{back}\"", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("note", "note", "Ticket\t4711", 400, "note-error")]
    [InlineData("note", "note", "Ticket \u200E4711", 400, "note-error")]
    [InlineData("settings/thunderbird", "email", "jane@other.example", 422, "holder-email-error")]
    [InlineData("settings/thunderbird", "email", "jane at example.com", 400, "holder-email-error")]
    public async Task What_is_wrong_in_a_reports_form_is_told_at_its_field_on_the_reports_page_which_keeps_the_note(string form, string field, string typed, int status, string error)
    {
        var path = $"/reports/{await StoreAsync()}";
        var page = await PostAsync($"{path}/{form}", [(field, typed)], ForPage);
        Assert.Equal((status, "text/html"), (page.Status, page.MediaType));
        var text = WebUtility.HtmlDecode(page.Text);
        Assert.Contains($"id=\"{error}\"", text, StringComparison.Ordinal);
        Assert.Equal(field == "note", text.Contains($"value=\"{typed}\"", StringComparison.Ordinal));
        Assert.Contains($"name=\"back\" value=\"{path}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_language_keeps_a_note_that_was_begun_and_is_the_page_itself_where_none_was()
    {
        var path = $"/reports/{await StoreAsync()}";
        var begun = await PostAsync($"{path}/note?answered=1", [("note", "Ticket 4711"), ("language", "de")], ForPage);
        Assert.Equal(200, begun.Status);
        Assert.Contains("lang=\"de\"", begun.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Ticket 4711\"", begun.Text, StringComparison.Ordinal);
        var page = await PostAsync($"{path}/note?answered=1", [("note", ""), ("language", "de")], ForPage);
        Assert.Equal((303, $"{path}?answered=1"), (page.Status, page.Reply.Headers.Location?.ToString()));
        Assert.DoesNotContain("Ticket 4711", (await SendAsync(HttpMethod.Get, path, null, ForPage)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_leads_back_to_the_page_whose_form_or_link_was_used()
    {
        var path = $"/reports/{await StoreAsync()}";
        foreach (var place in new[] { "/note", "/settings/thunderbird" })
        {
            using var none = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            var refused = await SendAsync(HttpMethod.Post, path + place, none, ForPage);
            Assert.Equal(400, refused.Status);
            Assert.Contains($"class=\"button primary\" href=\"{path}\"", refused.Text, StringComparison.Ordinal);
        }

        var file = await SendAsync(HttpMethod.Get, $"{path}/settings/unheard-of", null, ForPage);
        Assert.Equal(404, file.Status);
        Assert.Contains($"class=\"button primary\" href=\"{path}\"", file.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Nothing has changed but the times", "Nothing that matters has changed")]
    [InlineData("de", "Außer den Zeiten hat sich nichts geändert", "Nichts Wichtiges hat sich geändert")]
    public async Task Nothing_has_changed_only_where_the_table_below_says_so_too(string language, string nothing, string nothingWeighty)
    {
        var (run, same, other) = (StoredReports.Run(), StoredReports.Run(), StoredReports.Run());
        var imap = other.Facts.Endpoints[0];
        imap = imap with { Probe = imap.Probe with { Tls = imap.Probe.Tls! with { Version = "1.2" } } };
        other = other with { Facts = other.Facts with { Endpoints = [imap, other.Facts.Endpoints[1]] } };
        foreach (var one in new[] { run, same, other }) await shared.Advisor.StoreAsync(one);
        async Task<string> CompareAsync(AssessedRun later) =>
            WebUtility.HtmlDecode((await SendAsync(HttpMethod.Get, $"/compare?id={run.Heading.Id}&id={later.Heading.Id}", null, ForPage, ("Accept-Language", language))).Text);
        var (equal, different) = (await CompareAsync(same), await CompareAsync(other));
        Assert.Contains(nothing, equal, StringComparison.Ordinal);
        Assert.DoesNotContain(nothing, different, StringComparison.Ordinal);
        Assert.Contains(nothingWeighty, different, StringComparison.Ordinal);
        Assert.Equal((0, 1), (Regex.Count(equal, "<details open"), Regex.Count(different, "<details open")));
    }

    [Theory]
    [InlineData("en", "Only over IMAP: 2 kB in 3 other folders.")]
    [InlineData("de", "Nur über IMAP: 2 kB in 3 weiteren Ordnern.")]
    public async Task Mail_that_only_IMAP_shows_is_in_the_folders_that_hold_any(string language, string sentence)
    {
        var run = StoredReports.Run();
        var imap = new ImapMailbox { Messages = 30, Bytes = 3_000, InboxMessages = 10, InboxBytes = 1_000, Folders = 14, FilledFolders = 4 };
        run = run with { Facts = run.Facts with { Imap = imap, Pop3 = new Pop3Maildrop { Messages = 10, Bytes = 1_000 } } };
        await shared.Advisor.StoreAsync(run);
        var page = WebUtility.HtmlDecode((await SendAsync(HttpMethod.Get, $"/reports/{run.Heading.Id}", null, ForPage, ("Accept-Language", language))).Text).Replace('\u00A0', ' ');
        Assert.Contains(sentence, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_server_says_stays_text()
    {
        const string Greeting = "<script>alert('hi')</script>";
        var run = StoredReports.Run();
        var first = run.Facts.Endpoints[0];
        var facts = run.Facts with { Endpoints = [first with { Probe = first.Probe with { Greeting = Greeting } }] };
        await shared.Advisor.StoreAsync(run with { Facts = facts });
        var page = await SendAsync(HttpMethod.Get, $"/reports/{run.Heading.Id}", null, ForPage);
        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_understood_of_a_paste_is_said_without_checking_it_and_stays_text()
    {
        var understood = await PostAsync("/understand", [("address", "Jane <jane@gmial.com>")], ForPage);
        Assert.Equal((200, "text/html"), (understood.Status, understood.MediaType));
        Assert.Contains("<strong>jane@gmial.com</strong>", understood.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"jane@gmail.com\"", understood.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"seen\"", understood.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", (await PostAsync("/understand", [("address", "<b>'\"><b>@<b>example.com")], ForPage)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_is_made_anew_by_whoever_may_check_and_only_of_a_report_that_there_is()
    {
        await using var advisor = await Advisor.StartAsync(settings: [.. Key(0, "one", "assess"), .. Key(1, "reader", "audit")]);
        var run = StoredReports.Run();
        await advisor.StoreAsync(run);
        foreach (var (path, key, status) in new[] { (run.Heading.Id, "one", 200), (run.Heading.Id, "reader", 403), ("nobody", "one", 404) })
            Assert.Equal(status, (await SendAsync(advisor, HttpMethod.Get, $"/reports/{path}/again", null, ("X-Api-Key", key), ForPage)).Status);
        Assert.Equal(401, (await SendAsync(advisor, HttpMethod.Post, $"/reports/{run.Heading.Id}/again", Form(), ForPage)).Status);
    }

    [Theory]
    [InlineData("de", "&lt;b&gt;")]
    [InlineData("en", "&lt;b&gt;")]
    public async Task What_is_typed_stays_text(string language, string encoded)
    {
        var page = await PostAsync("/assess", [("address", "<b>@<b>"), ("credentials.username", "\"><i>")], ("Accept-Language", language), ForPage);
        Assert.Equal(400, page.Status);
        Assert.Contains(encoded, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_key_sees_its_own_reports_in_the_history_and_an_admin_all()
    {
        await using var advisor = await Advisor.StartAsync(settings: [.. Key(0, "one", "assess"), .. Key(1, "two", "assess"), .. Key(2, "chief", "assess", "admin")]);
        var run = StoredReports.Run();
        await advisor.Services.GetRequiredService<ReportArchive>().StoreAsync(run, "one", TestContext.Current.CancellationToken);
        foreach (var (key, sees) in new[] { ("one", true), ("two", false), ("chief", true) })
        {
            var page = await advisor.SendAsync(HttpMethod.Get, "/history", null, ("X-Api-Key", key), ForPage);
            Assert.Equal((200, sees), (page.Status, page.Text.Contains(run.Heading.Id, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_password_is_on_no_page_in_no_log_and_in_no_file()
    {
        await using var advisor = await Advisor.StartAsync();
        var pages = new StringBuilder();
        foreach (var (field, text) in new[] { ("address", "jane@127.0.0.1"), ("address", "127.0.0.1"), ("address", "jane@@example"), ("usage.devices", "many") })
        {
            (string, string)[] form = [("credentials.password", Canary), ("credentials.username", "jane"), .. field == "address" ? [] : new[] { ("address", "jane@example.com") }, (field, text)];
            pages.AppendLine((await SendAsync(advisor, HttpMethod.Post, "/assess", Form(form), ForPage)).Text);
        }

        pages.AppendLine((await SendAsync(advisor, HttpMethod.Get, "/history", null, ForPage)).Text);
        Assert.Contains("jane@@example", pages.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, pages.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, string.Join('\n', advisor.Log.Lines), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(advisor.Folder, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain(Canary, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no-such-page", 404)]
    [InlineData("/reports/nobody", 404)]
    [InlineData("/compare?id=a&id=b", 404)]
    [InlineData("/history?before=yesterday", 400)]
    public async Task A_problem_is_a_page_for_a_browser_and_stays_JSON_for_a_program(string path, int status)
    {
        var (page, json) = (await SendAsync(HttpMethod.Get, path, null, ForPage), await SendAsync(HttpMethod.Get, path));
        Assert.Equal((status, "text/html"), (page.Status, page.MediaType));
        Assert.Equal((status, "application/problem+json"), (json.Status, json.MediaType));
        Assert.Contains("default-src 'none'; script-src 'self'", Assert.Single(page.Reply.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static (string, string?)[] Key(int number, string key, params string[] scopes) =>
    [
        ($"Access:Keys:{number}:Name", key), ($"Access:Keys:{number}:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))),
        .. scopes.Select((scope, i) => ($"Access:Keys:{number}:Scopes:{i}", (string?)scope)),
    ];

    private static FormUrlEncodedContent Form(params (string Name, string Text)[] fields) => new(fields.Select(x => KeyValuePair.Create(x.Name, x.Text)));

    private async Task<string> StoreAsync()
    {
        var run = StoredReports.Run();
        await shared.Advisor.StoreAsync(run);
        return run.Heading.Id;
    }

    private Task<Answer> PostAsync(string path, (string, string)[] fields, params (string, string)[] headers) => SendAsync(HttpMethod.Post, path, Form(fields), headers);

    private Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(shared.Advisor, method, path, body, headers);

    // Where a page leads is what is looked at: nothing is followed.
    private static async Task<Answer> SendAsync(Advisor advisor, HttpMethod method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = advisor.ClientOptions.BaseAddress };
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var reply = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(reply, await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
