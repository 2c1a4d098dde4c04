using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>What can be done with a report.</summary>
public sealed class ReportTests(Stage stage)
{
    [Fact]
    public async Task Other_answers_bring_other_advice_at_once_and_the_first_ones_come_back()
    {
        await using var visit = await Visit.BeginAsync(stage);
        var path = await stage.ReportAsync();
        await visit.Page.GotoAsync(path);
        await Expect(visit.Headline).ToContainTextAsync("Use IMAP");
        await visit.Page.GetByText("Other answers").ClickAsync();
        await visit.Page.GetByLabel("On how many devices").FillAsync("1");
        await visit.Page.GetByLabel("How many people").FocusAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("for other answers than those first given");
        await Expect(visit.Page.GetByLabel("How many people")).ToBeFocusedAsync();
        await visit.Page.GetByLabel("Is webmail used as well?").SelectOptionAsync("No");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("usage.webmail=false"));
        await Expect(visit.Headline).ToContainTextAsync("Use POP3");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "What speaks against it" }).Locator("+ ul")).ToContainTextAsync("Your provider's own settings put IMAP first");
        await visit.Page.GetByLabel("What matters more?").SelectOptionAsync("Speed on one device");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("usage.priority=speed"));
        await visit.Page.GetByLabel("Is the device backed up?").SelectOptionAsync("Regularly");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("usage.backup=regular"));
        await visit.PictureAsync("other-answers");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the first answers" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex($"{path}$"));
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whoever_types_on_into_the_next_field_loses_nothing()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.Page.GotoAsync(await stage.ReportAsync());
        await visit.Page.GetByText("Other answers").ClickAsync();
        await visit.Page.GetByLabel("On how many devices").FillAsync("3");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.TypeAsync("12", new() { Delay = 150 });
        await Expect(visit.Page).ToHaveURLAsync(new Regex("usage.devices=3&usage.people=12"));
        await Expect(visit.Page.GetByLabel("How many people")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_no_answer_is_said_at_its_field_and_changes_nothing()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.Page.GotoAsync(await stage.ReportAsync());
        await visit.Page.GetByText("Other answers").ClickAsync();
        var (devices, people) = (visit.Page.GetByLabel("On how many devices"), visit.Page.GetByLabel("How many people"));
        await devices.FillAsync("two or three");
        await people.FocusAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("marked fields");
        await Expect(devices).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(devices).ToHaveValueAsync("two or three");
        await Expect(visit.Page.GetByText("You read your mail on 2 devices").First).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("no-answer");
        await devices.FillAsync("3");
        await people.FocusAsync();
        await Expect(visit.Page.GetByText("You read your mail on 3 devices").First).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Settings_are_saved_as_a_file_and_the_link_and_the_text_are_copied()
    {
        await using var visit = await Visit.BeginAsync(stage, set: options => options.Permissions = ["clipboard-read", "clipboard-write"]);
        await visit.Page.GotoAsync(await stage.ReportAsync());
        var file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Thunderbird" }).ClickAsync());
        Assert.EndsWith(".xml", file.SuggestedFilename, StringComparison.Ordinal);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        Assert.Equal(visit.Page.Url, await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy as text" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        Assert.StartsWith("✓ Use IMAP", await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_report_is_gone_and_its_page_says_so()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.CheckAsync($"jane@{Stage.Dead}");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/reports/"));
        var path = new Uri(visit.Page.Url).AbsolutePath;
        await visit.Page.GetByText("Delete report").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, delete it" }).ClickAsync();
        await Expect(visit.Headline).ToHaveTextAsync("Check a mail account");
        Assert.Equal(404, (await visit.Page.GotoAsync(path))!.Status);
        await Expect(visit.Headline).ToHaveTextAsync("Report not found");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("does not exist, or it has expired");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("gone");
    }
}
