using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>An agent sends a link, and the customer types his own password into it.</summary>
public sealed class InviteTests(Stage stage) : IDisposable
{
    private const string Key = "correct-horse-battery-staple";
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-invites").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task The_customer_types_his_password_once_and_the_agent_never_sees_it()
    {
        await using var advisor = await StartAsync();
        var site = advisor.ClientOptions.BaseAddress;
        await using var agent = await Visit.BeginAsync(stage, site);
        List<string> seen = [];
        agent.Page.Response += async (_, response) =>
        {
            if (response.Status == 200 && response.Request.ResourceType == "document") seen.Add(await response.TextAsync());
        };
        var link = await InviteAsync(agent, Stage.Jane);
        await agent.AssertAccessibleAsync();
        await agent.PictureAsync("invite-made");
        await agent.Page.GetByRole(AriaRole.Link, new() { Name = "To the history" }).ClickAsync();
        await Expect(agent.Page.Locator(".pending")).ToContainTextAsync("j***@exemplary.example");
        await agent.AssertAccessibleAsync();
        await agent.PictureAsync("history-pending");

        await using var customer = await Visit.BeginAsync(stage, site, options => (options.ViewportSize, options.JavaScriptEnabled) = (new() { Width = 390, Height = 844 }, false));
        await customer.Page.GotoAsync(link);
        await Expect(customer.Page.GetByText($"Support of Example Hosting would like to check {Stage.Jane} with your help.")).ToBeVisibleAsync();
        await customer.PictureAsync("invite-opened");
        await customer.Page.GetByLabel("Password").FillAsync("secret");
        await customer.Page.GetByRole(AriaRole.Button, new() { Name = "Check my account" }).ClickAsync();
        await Expect(customer.Page).ToHaveURLAsync(new Regex("/reports/"));
        await Expect(customer.Headline).ToBeVisibleAsync();
        await Expect(customer.Page.GetByLabel("Note")).ToHaveCountAsync(0);
        await customer.PictureAsync("invite-report");
        var report = customer.Page.Url;
        Assert.Equal(410, (await customer.Page.GotoAsync(link))!.Status);
        await Expect(customer.Headline).ToHaveTextAsync("This link has been used");
        await customer.PictureAsync("invite-used");

        await agent.Page.GotoAsync("/history");
        await Expect(agent.Page.Locator(".pending")).ToHaveCountAsync(0);
        await Expect(agent.Page.Locator(".history tbody tr")).ToContainTextAsync("Ticket 4711");
        Assert.Equal(200, (await agent.Page.GotoAsync(report))!.Status);
        await Expect(agent.Page.GetByLabel("Note")).ToHaveValueAsync("Ticket 4711");
        Assert.All(seen, x => Assert.DoesNotContain("secret", x, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_that_was_taken_back_or_has_expired_says_so()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var advisor = await StartAsync(clock);
        var site = advisor.ClientOptions.BaseAddress;
        await using var agent = await Visit.BeginAsync(stage, site);
        var (revoked, late) = (await InviteAsync(agent, Stage.Jane), await InviteAsync(agent, Stage.Erika));
        await agent.Page.GotoAsync("/history");
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Take the link back: j***@exemplary.example" }).ClickAsync();
        await Expect(agent.Page.Locator(".pending li")).ToHaveCountAsync(1);

        await using var customer = await Visit.BeginAsync(stage, site, options => options.ViewportSize = new() { Width = 320, Height = 640 });
        await customer.Page.GotoAsync(revoked);
        await Expect(customer.Headline).ToHaveTextAsync("This link was taken back");
        await customer.Page.GotoAsync(late);
        await Expect(customer.Headline).ToHaveTextAsync("Check your mail account");
        Assert.True(await customer.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await customer.AssertAccessibleAsync();
        clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(410, (await customer.Page.GotoAsync(late))!.Status);
        await Expect(customer.Headline).ToHaveTextAsync("This link has expired");
        await customer.AssertAccessibleAsync();
        await customer.PictureAsync("invite-expired");
    }

    private static async Task<string> InviteAsync(Visit agent, string address)
    {
        await agent.Page.GotoAsync("/invite");
        if (await agent.Page.GetByLabel("Key").CountAsync() > 0)
        {
            await agent.Page.GetByLabel("Key").FillAsync(Key);
            await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        }

        await agent.AssertAccessibleAsync();
        await agent.PictureAsync("invite");
        await agent.Page.GetByLabel("E-mail address of the customer").FillAsync(address);
        await agent.Page.GetByLabel("Who asks").FillAsync("Support of Example Hosting");
        await agent.Page.GetByLabel("Note").FillAsync("Ticket 4711");
        await agent.Page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        await Expect(agent.Headline).ToHaveTextAsync("The link is ready");
        return await agent.Page.Locator("#link").InputValueAsync();
    }

    private Task<Advisor> StartAsync(TimeProvider? clock = null) => Advisor.StartAsync(_folder, clock, settings:
    [
        .. stage.Settings, ("Access:Keys:0:Name", "support"), ("Access:Keys:0:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))),
    ]).WaitAsync(Patience.ForAStart);
}
