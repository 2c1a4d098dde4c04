using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>From an address to its report, when all is well and when it is not.</summary>
public sealed class CheckTests(Stage stage)
{
    [Fact]
    public async Task An_address_and_a_password_lead_to_a_reasoned_report_with_settings_to_enter()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.CheckAsync(Stage.Jane, "secret");
        await Expect(visit.Headline).ToHaveTextAsync(new Regex("^Use (IMAP|POP3)"));
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/reports/[A-Za-z0-9_-]{20,}$"));
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "Settings to enter" })).ToContainTextAsync(".exemplary.example");
        await visit.UnfoldAsync();
        foreach (var heading in new[] { "Why", "These answers decide", "What it means for you", "The mailbox", "How we know", "Where the time went", "The servers that we tested", "Certificates" })
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
        await visit.PictureAsync("report");
    }

    [Fact]
    public async Task A_wrong_password_is_named_first_with_what_to_do()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.CheckAsync("nobody@exemplary.example", "wrong");
        var fix = visit.Page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex("^What must be done") });
        await Expect(fix).ToContainTextAsync("password");
        await Expect(fix).ToContainTextAsync("What to do:");

        // It is one thing to mend, and one failed sign-in: the other protocol is not tried with a password that is known to be wrong.
        await Expect(fix.Locator(".finding.bad").GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveCountAsync(1);
        await Expect(fix.Locator(".finding.bad .evidence")).ToHaveTextAsync([new Regex("NO \\[AUTHENTICATIONFAILED\\]")]);
        await visit.PictureAsync("wrong-password");
    }

    [Fact]
    public async Task A_dead_server_is_named()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.CheckAsync($"jane@{Stage.Dead}");
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex("^What must be done") })).ToContainTextAsync($"box.{Stage.Dead}");
        await visit.UnfoldAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "The servers that we tested" })).ToContainTextAsync("the connection was refused");
        await visit.PictureAsync("dead-server");
    }

    [Fact]
    public async Task An_expired_certificate_is_named()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.CheckAsync($"jane@{Stage.Expired}", "secret");
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex("^What must be done") })).ToContainTextAsync("expired");
        await visit.PictureAsync("expired-certificate");
    }

    [Fact]
    public async Task A_domain_without_servers_still_has_its_report()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.CheckAsync("jane@nothing.example");
        await Expect(visit.Page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex("^What must be done") })).ToBeVisibleAsync();
        await visit.PictureAsync("nothing-found");
    }

    [Fact]
    public async Task Leaving_cancels_the_run_on_the_server()
    {
        await using var visit = await Visit.BeginAsync(stage);
        await visit.CheckAsync($"jane@{Stage.Silent}");
        var connection = await stage.SilentServer.NextConnectionAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.ForAnAnswer, TestContext.Current.CancellationToken);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await connection.Finished.WaitAsync(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        await Expect(visit.Headline).ToHaveTextAsync("Check a mail account");
        await visit.Page.GotoAsync($"/history?domain={Stage.Silent}");
        await Expect(visit.Page.GetByText($"No report is kept for “{Stage.Silent}”.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Each_step_is_told_as_it_is_done_and_the_last_line_leads_to_the_report()
    {
        await using var visit = await Visit.BeginAsync(stage);

        // The page leads on by itself; a navigation that is called off leaves the browser where it is.
        await visit.Page.RouteAsync("**/reports/*", route => route.AbortAsync("aborted"));
        await visit.CheckAsync($"jane@{Stage.Dead}");
        var steps = visit.Page.GetByRole(AriaRole.List, new() { Name = "Steps of the check" });
        await Expect(steps).ToContainTextAsync($"_imaps._tcp.{Stage.Dead}");
        await Expect(steps).ToContainTextAsync("1 server to look at");
        await Expect(steps.GetByRole(AriaRole.Link, new() { Name = "Open the report" })).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("progress");
    }
}
