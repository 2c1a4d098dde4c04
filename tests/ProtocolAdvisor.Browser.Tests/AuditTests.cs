using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>Many domains at once, from the list to what has changed.</summary>
public sealed class AuditTests(Stage stage)
{
    private static readonly FilePayload Customers = new()
    {
        Name = "customers.csv",
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes("reference;domain;city\r\n4711;exemplary.example;Bonn\r\n"),
    };

    [Fact]
    public async Task A_pasted_list_is_audited_and_its_results_are_read_exported_and_compared()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await BeginAsync(visit, "First", "exemplary.example\nnowhere.example\nexemplary.example");
        await Expect(visit.Headline).ToHaveTextAsync("First");

        // The page shows by itself how it goes on.
        await Expect(visit.Page.GetByText("Finished · 2 of 2 checked")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("audit");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "This mail domain does not exist" }).ClickAsync();
        await Expect(Results(visit)).ToHaveCountAsync(1);
        var table = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Table (CSV)" }).ClickAsync());
        Assert.Equal("audit.csv", table.SuggestedFilename);
        var bytes = await File.ReadAllBytesAsync((await table.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(3, Encoding.UTF8.GetString(bytes).TrimEnd().Split('\n').Length);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "nowhere.example", Exact = true }).ClickAsync();
        await Expect(visit.Headline).ToContainTextAsync("does not exist");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the audit" }).First.ClickAsync();
        await Expect(visit.Headline).ToHaveTextAsync("First");

        await BeginAsync(visit, "Second", "exemplary.example, other.example\n");
        await Expect(visit.Page.GetByText("Finished")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "What has changed" }).ClickAsync();
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("First");
        await Expect(visit.Page.GetByRole(AriaRole.Row, new() { Name = "nowhere.example" })).ToContainTextAsync("only in the earlier audit");
        await visit.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_wrong_list_is_told_line_by_line_and_stays_where_it_was_typed()
    {
        await using var visit = await Visit.BeginAsync(stage, set: options => options.ViewportSize = new() { Width = 320, Height = 700 });
        await BeginAsync(visit, "Wrong", "exemplary.example\nno subject\n=1+1\n");
        var alert = visit.Page.GetByRole(AriaRole.Alert);
        await Expect(alert).ToContainTextAsync("line 2: ");
        await Expect(alert).ToContainTextAsync("line 3: ");
        await Expect(visit.Page.Locator("#list")).ToHaveValueAsync(new Regex("no subject"));
        await visit.AssertAccessibleAsync();
        Assert.Equal(320, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task A_table_is_uploaded_and_deleted_without_a_script()
    {
        await using var visit = await Visit.BeginAsync(stage, set: options => options.JavaScriptEnabled = false);
        await visit.Page.GotoAsync("/audits");
        if (!await visit.Page.Locator("#file").IsVisibleAsync()) await visit.Page.GetByText("New audit").ClickAsync();
        await visit.Page.Locator("#file").SetInputFilesAsync(Customers);
        await visit.Page.Locator("#name").FillAsync("Table");
        await visit.Page.GetByText("How the mailboxes are used").ClickAsync();
        await visit.Page.GetByLabel("On how many devices").FillAsync("many");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Begin the audit" }).ClickAsync();
        await Expect(visit.Page.GetByLabel("On how many devices")).ToHaveAttributeAsync("aria-invalid", "true");
        await visit.Page.GetByLabel("On how many devices").FillAsync("3");
        await visit.Page.Locator("#file").SetInputFilesAsync(Customers);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Begin the audit" }).ClickAsync();
        await Expect(visit.Headline).ToHaveTextAsync("Table");
        Assert.Contains("\"devices\":3", await (await visit.Page.APIRequest.GetAsync($"/v1{new Uri(visit.Page.Url).AbsolutePath}")).TextAsync(), StringComparison.Ordinal);
        await Expect(visit.Page.GetByRole(AriaRole.Cell, new() { Name = "4711" })).ToBeVisibleAsync();
        await visit.Page.GetByText("Delete this audit").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Delete now" }).ClickAsync();
        await Expect(visit.Headline).ToHaveTextAsync("Audits");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Table", Exact = true })).ToHaveCountAsync(0);
    }

    private static ILocator Results(Visit visit) => visit.Page.Locator("#results tbody tr");

    private static async Task BeginAsync(Visit visit, string name, string list)
    {
        await visit.Page.GotoAsync("/audits");
        await visit.Page.EvaluateAsync("document.querySelector('details').open = true");
        await visit.Page.Locator("#list").FillAsync(list);
        await visit.Page.Locator("#name").FillAsync(name);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Begin the audit" }).ClickAsync();
    }
}
