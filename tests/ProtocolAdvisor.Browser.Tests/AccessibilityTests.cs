using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>The pages for those who see them differently, or not at all.</summary>
public sealed class AccessibilityTests(Stage stage)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_page_is_accessible_with_everything_unfolded(ColorScheme scheme)
    {
        await using var visit = await Visit.BeginAsync(stage, set: options => options.ColorScheme = scheme);
        foreach (var (name, path) in await stage.PagesAsync())
        {
            await visit.Page.GotoAsync(path);
            await visit.UnfoldAsync();
            await visit.AssertAccessibleAsync(scheme == ColorScheme.Dark ? ["color-contrast"] : []);
            await visit.PictureAsync($"{scheme}-{name}".ToLowerInvariant());
        }
    }

    [Fact]
    public async Task Every_picture_says_what_it_shows_or_stands_beside_its_figures()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.Page.GotoAsync(await stage.ReportAsync());
        await visit.UnfoldAsync();
        await Expect(visit.Page.Locator("svg:not([role=img][aria-label], [role=img][aria-labelledby]):not([aria-hidden=true]):not([aria-hidden=true] svg)")).ToHaveCountAsync(0);
        var lanes = await visit.Page.Locator(".waterfall .lane-time").CountAsync();
        Assert.True(lanes > 1);
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "Where the time went" }).Locator("tbody tr")).ToHaveCountAsync(lanes);
    }
}
