using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>How the pages look and weigh: on a phone, in the dark, in German and on paper.</summary>
public sealed class AppearanceTests(Stage stage)
{
    private const int KibiByte = 1024;

    private const string SticksOut = """
        [...document.querySelectorAll("body *")].filter(x => x.getBoundingClientRect().right > innerWidth && !x.closest(".scroll > *, .skip"))
            .map(x => location.pathname + " " + x.outerHTML.slice(0, 200)).join("\n")
        """;

    private const string ScrollsSideways = """
        [...document.querySelectorAll(".scroll")].filter(x => x.scrollWidth > x.clientWidth).map(x => location.pathname + " " + x.ariaLabel).join("\n")
        """;

    [Theory]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    public async Task On_a_desk_every_table_is_seen_whole(string locale)
    {
        await using var visit = await Visit.BeginAsync(stage, set: options => options.Locale = locale);
        foreach (var (_, path) in await stage.PagesAsync())
        {
            await visit.Page.GotoAsync(path);
            await visit.UnfoldAsync();
            Assert.Equal("", await visit.Page.EvaluateAsync<string>(ScrollsSideways));
        }
    }

    [Fact]
    public async Task On_a_phone_nothing_sticks_out_of_the_page()
    {
        await using var visit = await Visit.BeginAsync(stage, set: options => options.ViewportSize = new() { Width = 320, Height = 640 });
        foreach (var (name, path) in await stage.PagesAsync())
        {
            await visit.Page.GotoAsync(path);
            await visit.AssertAccessibleAsync("scrollable-region-focusable", "target-size");
            await visit.UnfoldAsync();
            Assert.Equal("", await visit.Page.EvaluateAsync<string>(SticksOut));
            Assert.DoesNotContain("POP3 and IMAP", await visit.Page.EvaluateAsync<string>(ScrollsSideways), StringComparison.Ordinal);
            await visit.PictureAsync($"phone-{name}");
        }
    }

    [Fact]
    public async Task A_German_browser_gets_German_pages_and_the_choice_of_English_is_kept()
    {
        await using var visit = await Visit.BeginAsync(stage, set: options => options.Locale = "de-DE");
        await visit.Page.GotoAsync("/");
        await Expect(visit.Headline).ToHaveTextAsync("Ein E-Mail-Konto prüfen");
        await visit.PictureAsync("german-start");
        await visit.Page.GotoAsync(await stage.ReportAsync());
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Expect(visit.Headline).ToContainTextAsync("Verwenden Sie IMAP");
        await visit.UnfoldAsync();
        await visit.PictureAsync("german-report");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(visit.Headline).ToContainTextAsync("Use IMAP");
        await Expect(visit.Page).ToHaveURLAsync(new Regex($"{await stage.ReportAsync()}$"));
        await visit.Page.GotoAsync("/history");
        await Expect(visit.Headline).ToHaveTextAsync("Recent reports");
    }

    [Fact]
    public async Task On_paper_there_is_the_report_and_nothing_to_press()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.Page.GotoAsync(await stage.ReportAsync());
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(visit.Headline).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(visit.Page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await visit.PictureAsync("paper");
    }

    [Fact]
    public async Task Every_page_weighs_less_than_100_KiB_and_has_no_style_or_script_in_place()
    {
        foreach (var (name, path) in await stage.PagesAsync())
        {
            await using var visit = await Visit.BeginAsync(stage);
            var answers = new List<IResponse>();
            visit.Page.Response += (_, answer) => answers.Add(answer);
            var page = await visit.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            var policy = page!.Headers["content-security-policy"];
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            await Expect(visit.Page.Locator("script:not([src]), style, [style], [onclick], [onload], [onerror]")).ToHaveCountAsync(0);
            var weight = (await Task.WhenAll(answers.Select(x => x.BodyAsync()))).Sum(x => x.Length);
            Assert.True(answers.Count >= 3, $"{name}: {answers.Count} requests");
            Assert.True(weight < 100 * KibiByte, $"{name} weighs {weight / KibiByte} KiB");
        }
    }
}
