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
        await ChooseAsync(visit, "Devices that read the mail", "one");
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("for other answers than those first given");
        await Expect(Choice(visit, "Devices that read the mail", "one")).ToBeFocusedAsync();
        await ChooseAsync(visit, "Webmail as well?", "No");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("usage.webmail=false"));
        await Expect(visit.Headline).ToContainTextAsync("Use POP3");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "What speaks against it" }).Locator("+ ul")).ToContainTextAsync("Your provider's own settings put IMAP first");
        await ChooseAsync(visit, "What matters more?", "Speed on one device");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("usage.priority=speed"));
        await visit.Page.GetByText("More questions", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByLabel("Is the device backed up?").FocusAsync();
        await visit.Page.GetByLabel("Is the device backed up?").SelectOptionAsync("Regularly");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("usage.backup=regular"));
        await Expect(visit.Page.GetByLabel("Is the device backed up?")).ToBeFocusedAsync();
        await visit.PictureAsync("other-answers");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the first answers" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex($"{path}$"));
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Whoever_types_on_into_the_next_field_loses_nothing_and_no_answer_is_said_at_its_field()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.Page.GotoAsync(await stage.ReportAsync());
        await visit.Page.GetByText("More questions", new() { Exact = true }).ClickAsync();
        var (time, down) = (visit.Page.GetByLabel("Your internet connection: response time in ms"), visit.Page.GetByLabel("Your internet connection: download in Mbit/s"));
        await time.FillAsync("20");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.TypeAsync("12", new() { Delay = 150 });
        await Expect(visit.Page).ToHaveURLAsync(new Regex("usage.link.roundTripMs=20&usage.link.downMbit=12"));
        await Expect(down).ToBeFocusedAsync();
        await time.FillAsync("two or three");
        await down.FocusAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("marked fields");
        await Expect(time).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(time).ToHaveValueAsync("two or three");
        await Expect(visit.Page.GetByText("You read your mail on 2 devices").First).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("no-answer");
        await time.FillAsync("30");
        await down.FocusAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_forecast_says_in_a_sentence_what_is_felt_over_a_line_that_is_chosen_by_its_name()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.Page.GotoAsync(await stage.ReportAsync());
        await Expect(visit.Page.Locator("#meaning .verdict")).ToContainTextAsync("hardly notice a difference");
        await visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Over which internet connection?" }).GetByRole(AriaRole.Link, new() { Name = "hotel" }).ClickAsync();
        await Expect(visit.Page.Locator("[aria-current=true]")).ToHaveTextAsync("hotel");
        await Expect(visit.Page.Locator("#meaning")).ToContainTextAsync("100 ms response time (as you said)");
        await Expect(visit.Page.GetByText("You read your mail on 2 devices").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Settings_are_saved_as_a_file_and_the_link_and_the_text_are_copied()
    {
        await using var visit = await Visit.BeginAsync(stage, set: options => options.Permissions = ["clipboard-read", "clipboard-write"]);
        await visit.Page.GotoAsync(await stage.ReportAsync());
        var file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Thunderbird" }).ClickAsync());
        Assert.EndsWith(".xml", file.SuggestedFilename, StringComparison.Ordinal);
        await CopiesAsync(visit, visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }), visit.Page.Url);
        var server = visit.Page.Locator(".server").First;
        await CopiesAsync(visit, server.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Server$") }), "imap.exemplary.example");
        await CopiesAsync(visit, server.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Encryption$") }), "SSL/TLS");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "For the customer", Exact = true }).ClickAsync();
        var letter = visit.Page.GetByLabel("Text for the customer");
        await Expect(letter).ToBeInViewportAsync();
        await CopiesAsync(visit, visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy the text" }), await letter.InputValueAsync());
        Assert.Contains(visit.Page.Url.Split('#')[0], await letter.InputValueAsync(), StringComparison.Ordinal);
        Assert.Contains("imap.exemplary.example", Uri.UnescapeDataString(await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Write a mail with it" }).GetAttributeAsync("href") ?? ""), StringComparison.Ordinal);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy as text" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        var text = await visit.Page.EvaluateAsync<string>("fetch(`${location.pathname}/text`).then(x => x.text())");
        Assert.Contains(" Use IMAP\n", text, StringComparison.Ordinal);
        Assert.Equal(text, await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task A_tile_leads_to_its_part_and_unfolds_it()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.Page.GotoAsync(await stage.ReportAsync());
        var tiles = visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "At a glance" }).GetByRole(AriaRole.Link);
        await Expect(tiles).ToHaveCountAsync(6);
        foreach (var tile in await tiles.AllAsync())
        {
            await tile.ClickAsync();
            await Expect(visit.Page.Locator(":target")).ToBeInViewportAsync();
        }

        await tiles.First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "The conversation" }).First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Group, new() { Name = "The conversation" })).ToContainTextAsync("* OK");
        await visit.AssertAccessibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the report" }).ClickAsync();
        await Expect(visit.Page.Locator(":target")).ToBeVisibleAsync();
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

    private static ILocator Choice(Visit visit, string question, string answer) =>
        visit.Page.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(answer, new() { Exact = true });

    private static Task ChooseAsync(Visit visit, string question, string answer) => Choice(visit, question, answer).CheckAsync();

    private static async Task CopiesAsync(Visit visit, ILocator button, string text)
    {
        await button.ClickAsync();
        await Expect(visit.Page.GetByText("Copied", new() { Exact = true }).First).ToBeVisibleAsync();
        Assert.Equal(text.Split('#')[0], (await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ReplaceLineEndings("\n"));
        await Expect(visit.Page.GetByText("Copied", new() { Exact = true })).ToHaveCountAsync(0);
    }
}
