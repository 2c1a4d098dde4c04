using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>The console of a service that wants keys.</summary>
public sealed class KeyTests(Stage stage) : IDisposable
{
    private const string Key = "correct-horse-battery-staple";
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-keys").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task A_key_opens_the_console_and_its_removal_closes_it()
    {
        await using var advisor = await StartAsync(Key);
        await using var visit = await Visit.BeginAsync(stage, advisor.ClientOptions.BaseAddress);
        Assert.Equal(401, (await visit.Page.GotoAsync("/history"))!.Status);
        await Expect(visit.Headline).ToHaveTextAsync("Sign in");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("key");
        await EnterAsync(visit, Key + "!");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not known here");
        await EnterAsync(visit, Key);
        await Expect(visit.Page.GetByText("There are no reports yet.")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("empty-history");
        Assert.DoesNotContain(await visit.Page.Context.CookiesAsync(), x => x.Value.Contains(Key, StringComparison.Ordinal));

        await using var without = await StartAsync("another-key");
        Assert.Equal(401, (await visit.Page.GotoAsync($"{without.ClientOptions.BaseAddress}history"))!.Status);
        await visit.Page.GotoAsync("/history");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(visit.Headline).ToHaveTextAsync("Sign in");
    }

    [Fact]
    public async Task A_link_opens_its_report_without_a_key_but_only_a_key_deletes_it()
    {
        await using var advisor = await StartAsync(Key);
        await using var agent = await Visit.BeginAsync(stage, advisor.ClientOptions.BaseAddress);
        await agent.Page.GotoAsync("/");
        await EnterAsync(agent, Key);
        await agent.CheckAsync($"jane@{Stage.Dead}");
        await Expect(agent.Page.GetByText("Delete report")).ToBeVisibleAsync();

        await using var customer = await Visit.BeginAsync(stage, advisor.ClientOptions.BaseAddress);
        Assert.Equal(200, (await customer.Page.GotoAsync(agent.Page.Url))!.Status);
        await Expect(customer.Headline).ToBeVisibleAsync();
        await Expect(customer.Page.GetByText("Delete report")).ToHaveCountAsync(0);
        await Expect(customer.Page.GetByRole(AriaRole.Link, new() { Name = "Check again" })).ToHaveCountAsync(0);
        await Expect(customer.Page.GetByRole(AriaRole.Link, new() { Name = "History" })).ToHaveCountAsync(0);
        await customer.AssertAccessibleAsync();
        var deletion = await customer.Page.APIRequest.PostAsync($"{agent.Page.Url}/delete");
        Assert.Equal(401, deletion.Status);
        Assert.Equal(200, (await customer.Page.ReloadAsync())!.Status);
    }

    private static async Task EnterAsync(Visit visit, string key)
    {
        await visit.Page.GetByLabel("Key").FillAsync(key);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    private Task<Advisor> StartAsync(string key) => Advisor.StartAsync(_folder, settings:
    [
        .. stage.Settings, ("Access:Keys:0:Name", "support"), ("Access:Keys:0:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))),
    ]).WaitAsync(Patience.ForAStart);
}
