using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>A report in every way in which an account can stand: seen in three seconds, on a desk, a phone, in the dark and on paper.</summary>
public sealed class StandingTests(Stage stage)
{
    private const int LongestHeadline = 60;
    private const int MostPages = 2;

    // The names whose longest word is wider than their tile, were it not broken.
    private const string BrokenWords = """
        [...document.querySelectorAll('.tile-name')].filter(x => { x.style.overflowWrap = 'normal'; const wide = x.scrollWidth > x.clientWidth; x.style.overflowWrap = ''; return wide; }).map(x => x.textContent).join()
        """;

    // What people look at first must be on the first screen: the verdict, the tiles, and the heading of what is to be done.
    private const string OnFirstScreen = "[...document.querySelectorAll('.banner, .tiles, #to-do-title')].every(x => x.getBoundingClientRect().bottom <= innerHeight)";

    // A cell of which a part cannot be seen, although nothing shows that it scrolls; conversations and the table of times do.
    private const string LostColumns = """
        [...document.querySelectorAll(".scroll")].filter(x => x.scrollWidth > x.clientWidth && !x.querySelector(".conversation, .times")).map(x => innerWidth + " " + x.ariaLabel)
            .concat([...document.querySelectorAll("main *")].filter(x => x.getBoundingClientRect().right > innerWidth && !x.closest(".scroll > *")).map(x => innerWidth + " " + x.outerHTML.slice(0, 160))).join("\n")
        """;

    [Fact]
    public async Task Every_standing_has_its_colour_picture_word_and_one_sentence_and_is_accessible()
    {
        await using var visit = await Visit.BeginAsync(stage);
        foreach (var (standing, style, word, path) in await stage.StandingsAsync())
        {
            await visit.Page.GotoAsync(path);
            await Expect(visit.Page.Locator($".banner.{style} .state")).ToHaveTextAsync(word);
            await Expect(visit.Page.Locator(".banner-mark .icon")).ToBeVisibleAsync();
            Assert.InRange((await visit.Headline.InnerTextAsync()).Length, 1, LongestHeadline);
            Assert.Matches(@"^\S[^.]*(\.\S[^.]*)*\.$", await visit.Page.Locator(".banner .lead").InnerTextAsync());
            Assert.True(await visit.Page.EvaluateAsync<bool>(OnFirstScreen), standing);
            await visit.PictureAsync($"standing-{standing}");
            await visit.UnfoldAsync();
            await visit.AssertAccessibleAsync();
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await visit.AssertAccessibleAsync("color-contrast");
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
    }

    [Fact]
    public async Task On_a_phone_no_standing_loses_a_column_and_on_paper_it_has_two_pages_at_most()
    {
        await using var visit = await Visit.BeginAsync(stage, set: options => options.ViewportSize = new() { Width = 390, Height = 844 });
        foreach (var (standing, _, _, path) in (await stage.StandingsAsync()).Append(("full", "", "", await stage.ReportAsync())))
        {
            await visit.Page.GotoAsync(path);
            var pages = Regex.Count(Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true })), @"/Type\s*/Page\b");
            Assert.True(pages is > 0 and <= MostPages, $"{standing}: {pages} pages");
            await visit.PictureAsync($"standing-{standing}-phone");
            await visit.UnfoldAsync();
            foreach (var width in new[] { 390, 320 })
            {
                await visit.Page.SetViewportSizeAsync(width, 844);
                Assert.Equal("", await visit.Page.EvaluateAsync<string>(LostColumns));
            }

            await visit.Page.SetViewportSizeAsync(390, 844);
        }
    }

    [Fact]
    public async Task No_tile_breaks_a_word_at_any_width()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.Page.GotoAsync(await stage.ReportAsync());
        foreach (var width in new[] { 1280, 961, 960, 900, 641, 390, 320 })
        {
            await visit.Page.SetViewportSizeAsync(width, 844);
            Assert.Equal($"{width}: ", $"{width}: {await visit.Page.EvaluateAsync<string>(BrokenWords)}");
        }
    }

    [Fact]
    public async Task Where_no_server_can_be_used_there_is_one_screen_and_no_textbook()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.Page.GotoAsync((await stage.StandingsAsync()).Single(x => x.Standing == "no-server").Path);
        await Expect(visit.Page.Locator("#advice, #settings, #meaning, #mailbox")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("#to-do .finding.bad")).ToHaveCountAsync(1);
        Assert.True(await visit.Page.EvaluateAsync<int>("document.querySelector('#to-do').getBoundingClientRect().bottom") <= 900);
    }
}
