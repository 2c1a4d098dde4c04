using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>A report in every way in which an account can stand: seen in three seconds, on a desk, a phone, in the dark and on paper.</summary>
public sealed class StandingTests(Stage stage)
{
    private const int KibiByte = 1024;

    [Fact]
    public async Task Every_standing_has_its_colour_picture_and_word_and_one_sentence()
    {
        await using var visit = await Visit.BeginAsync(stage);
        foreach (var (standing, style, word, path) in await stage.StandingsAsync())
        {
            await visit.Page.GotoAsync(path);
            await Expect(visit.Page.Locator($".banner.{style} .state")).ToHaveTextAsync(word);
            await visit.PictureAsync($"standing-{standing}");
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await visit.PictureAsync($"standing-{standing}-dark");
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await visit.Page.SetViewportSizeAsync(390, 844);
            await visit.PictureAsync($"standing-{standing}-phone");
            await visit.Page.SetViewportSizeAsync(1280, 900);
        }
    }
}
