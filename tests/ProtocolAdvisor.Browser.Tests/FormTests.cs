using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>The form: what is wrong is said at its field, and the password goes nowhere but into the request.</summary>
public sealed class FormTests(Stage stage)
{
    private const string Canary = "Kanarienvogel-4711";

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_all_but_the_password_is_kept()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.Page.GotoAsync("/");
        await visit.Page.GetByLabel("E-mail address, domain or mail server").FillAsync("jane@@example");
        await visit.Page.GetByLabel("Password").FillAsync(Canary);
        await visit.Page.GetByLabel("On how many devices").FillAsync("many");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check the account" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await visit.PictureAsync("wrong-fields");
        await Expect(visit.Page.GetByLabel("E-mail address, domain or mail server")).ToHaveValueAsync("jane@@example");
        await Expect(visit.Page.GetByLabel("On how many devices")).ToHaveValueAsync("many");
        await Expect(visit.Page.GetByLabel("On how many devices")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visit.Page.GetByLabel("E-mail address, domain or mail server")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visit.Page.GetByLabel("E-mail address, domain or mail server")).ToBeFocusedAsync();
        await Expect(visit.Page.GetByLabel("Password")).ToHaveValueAsync("");
        await visit.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Another_language_keeps_what_was_typed_and_enter_still_sends_the_form()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.Page.GotoAsync("/");
        await visit.Page.GetByLabel("E-mail address, domain or mail server").FillAsync("jane@exemplary.example");
        await visit.Page.GetByLabel("Password").FillAsync(Canary);
        await visit.Page.GetByLabel("On how many devices").FillAsync("many");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();
        await Expect(visit.Page.GetByLabel("E-Mail-Adresse, Domain oder Mailserver")).ToHaveValueAsync("jane@exemplary.example");
        await Expect(visit.Page.GetByLabel("Auf wie vielen Geräten")).ToHaveValueAsync("many");
        await Expect(visit.Page.GetByLabel("Passwort", new() { Exact = true })).ToHaveValueAsync("");
        await visit.PictureAsync("language-changed");
        await visit.Page.GetByLabel("Auf wie vielen Geräten").PressAsync("Enter");
        await Expect(visit.Page.GetByLabel("Auf wie vielen Geräten")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
    }

    [Fact]
    public async Task The_password_is_in_no_address_page_history_cookie_or_storage()
    {
        await using var visit = await Visit.BeginAsync(stage);
        var sent = new List<string>();
        visit.Page.Request += (_, request) => sent.Add($"{request.Url} {string.Join(' ', request.Headers)} {(request.Url.EndsWith("/assess", StringComparison.Ordinal) ? "" : request.PostData)}");
        await visit.CheckAsync("nobody@exemplary.example", Canary);
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex("^What must be done") })).ToBeVisibleAsync();
        var seen = await visit.Page.EvaluateAsync<string>("JSON.stringify([document.documentElement.outerHTML, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie, location.href])");
        var cookies = string.Join(' ', (await visit.Page.Context.CookiesAsync()).Select(x => x.Value));
        Assert.NotEmpty(sent);
        foreach (var text in new[] { seen, cookies, string.Join('\n', sent) }) Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase);

        // The form's own entry, which a browser would offer to send again, has made room for the report.
        await visit.Page.GoBackAsync();
        await Expect(visit.Headline).ToHaveTextAsync("Check a mail account");
        await Expect(visit.Page.GetByLabel("Password")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        await using var visit = await Visit.BeginAsync(stage);
        var site = stage.Advisor.ClientOptions.BaseAddress;
        await using var attacker = await Visit.BeginAsync(stage, new Uri("http://attacker.example/"));
        await attacker.Page.RouteAsync("http://attacker.example/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<form method=post action='{site}assess'><input name=address value='jane@{Stage.Dead}'><button>Win a prize</button></form>",
        }));
        await attacker.Page.GotoAsync("/");
        attacker.MayAsk(site);
        var answer = await attacker.Page.RunAndWaitForResponseAsync(() => attacker.Page.GetByRole(AriaRole.Button).ClickAsync(), x => x.Url.EndsWith("/assess", StringComparison.Ordinal));
        Assert.Equal(403, answer.Status);
        await Expect(attacker.Page.GetByRole(AriaRole.Link, new() { Name = "To the start page" })).ToBeVisibleAsync();
        await attacker.PictureAsync("another-site");
    }
}
