using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>What has been checked before, and what has changed since.</summary>
public sealed class HistoryTests(Stage stage)
{
    [Fact]
    public async Task Two_reports_are_found_in_the_history_and_held_side_by_side()
    {
        await using var visit = await Visit.BeginAsync(stage);
        foreach (var password in new[] { null, "secret" })
        {
            await visit.CheckAsync(Stage.Erika, password);
            await Expect(visit.Page).ToHaveURLAsync(new Regex("/reports/"));
        }

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await visit.Page.GetByLabel("Account, domain or note").FillAsync("Erika@Second.Example");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(2);
        Assert.DoesNotContain("erika", visit.Page.Url, StringComparison.OrdinalIgnoreCase);
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("history");
        foreach (var choice in await visit.Page.GetByRole(AriaRole.Checkbox).AllAsync()) await choice.CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Compare the two chosen" }).ClickAsync();
        await Expect(visit.Headline).ToHaveTextAsync("What has changed");
        await Expect(visit.Page.Locator(".changed")).ToContainTextAsync("sign-in works");
        await visit.PictureAsync("comparison");
        await visit.UnfoldAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Group, new() { Name = "Differences" }).GetByRole(AriaRole.Row, new() { Name = "Sign-in" }).First)
            .ToContainTextAsync("sign-in works");
        await visit.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_note_is_kept_at_a_report_found_in_the_history_and_the_last_run_is_offered_for_a_comparison()
    {
        await using var visit = await Visit.BeginAsync(stage, set: options => options.ViewportSize = new() { Width = 390, Height = 844 });
        for (var run = 0; run < 2; run++)
        {
            await visit.CheckAsync($"noted@{Stage.Dead}");
            await Expect(visit.Page).ToHaveURLAsync(new Regex("/reports/"));
        }

        await visit.Page.GetByLabel("Note").FillAsync("Ticket <4711>");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save note" }).ClickAsync();
        await Expect(visit.Page.GetByLabel("Note")).ToHaveValueAsync("Ticket <4711>");
        await visit.Page.GotoAsync("/history");
        await visit.Page.GetByLabel("Account, domain or note").FillAsync("<4711>");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        var row = visit.Page.Locator(".history tbody tr");
        await Expect(row).ToHaveCountAsync(1);
        foreach (var said in new[] { "Ticket <4711>", "No mail server answers", "It does not work", "neither" }) await Expect(row).ToContainTextAsync(said);
        await AssertNothingCutAsync(visit);
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("history-phone");
        await visit.Page.SetViewportSizeAsync(320, 640);
        await AssertNothingCutAsync(visit);
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Compare with the last check" }).ClickAsync();
        await Expect(visit.Page.GetByText("Nothing has changed but the times.")).ToBeVisibleAsync();
        await AssertNothingCutAsync(visit);
        await visit.AssertAccessibleAsync();
    }

    private static async Task AssertNothingCutAsync(Visit visit) =>
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), visit.Page.Url);

    [Fact]
    public async Task Another_report_is_looked_for_from_the_first_one()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.CheckAsync($"only.here@{Stage.Dead}");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Compare", Exact = true }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Checkbox, new() { Checked = true })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Nothing_found_says_so_and_leads_back()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.Page.GotoAsync("/history?domain=never.example");
        await Expect(visit.Page.GetByText("No report is kept for “never.example”.")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/history$"));
    }
}
