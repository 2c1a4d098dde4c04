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
        await visit.Page.GetByLabel("Domain").FillAsync("Second.Example");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(2);
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("history");
        foreach (var choice in await visit.Page.GetByRole(AriaRole.Checkbox).AllAsync()) await choice.CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Compare the two chosen" }).ClickAsync();
        await Expect(visit.Headline).ToHaveTextAsync("Two reports side by side");
        await Expect(visit.Page.GetByRole(AriaRole.Group, new() { Name = "What has changed" }).GetByRole(AriaRole.Row, new() { Name = "Sign-in" }).First)
            .ToContainTextAsync("sign-in works");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("comparison");
    }

    [Fact]
    public async Task Another_report_is_looked_for_from_the_first_one()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.CheckAsync($"jane@{Stage.Dead}");
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
