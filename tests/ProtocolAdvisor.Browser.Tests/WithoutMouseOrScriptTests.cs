using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>The whole way for those who have no mouse, and for browsers that run no script.</summary>
public sealed class WithoutMouseOrScriptTests(Stage stage)
{
    [Fact]
    public async Task The_keyboard_alone_goes_from_the_address_to_other_answers()
    {
        await using var visit = await Visit.BeginAsync(stage);
        var keys = visit.Page.Keyboard;
        await visit.Page.GotoAsync("/");
        await Expect(visit.Page.GetByLabel("E-mail address, domain or mail server")).ToBeFocusedAsync();
        await keys.TypeAsync(Stage.Jane);
        await keys.PressAsync("Tab");
        await keys.TypeAsync("secret");
        await keys.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/reports/"));
        await Expect(visit.Headline).ToContainTextAsync("Use ");
        await keys.PressAsync("Tab");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeInViewportAsync();
        await keys.PressAsync("Enter");
        await TabToAsync(visit, "input[name='usage.devices']", "");
        await visit.PictureAsync("keyboard-focus");
        await keys.PressAsync("ArrowRight");
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("input[name='usage.devices'][value='1']")).ToBeFocusedAsync();
        await TabToAsync(visit, "summary", "More questions");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");
        await Expect(visit.Page.GetByLabel("How is it set up now?")).ToBeFocusedAsync();
        await TabToAsync(visit, "input[name=client]", "");
        await keys.PressAsync("ArrowRight");
        await Expect(visit.Page.GetByText("Classic Outlook:").First).ToBeVisibleAsync();
        await TabToAsync(visit, "a", "Thunderbird");
    }

    [Fact]
    public async Task Without_a_script_the_whole_way_works()
    {
        await using var visit = await Visit.BeginAsync(stage, set: options => options.JavaScriptEnabled = false);
        await visit.CheckAsync(Stage.Jane, "secret");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/reports/"));
        await Expect(visit.Headline).ToContainTextAsync("Use ");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy link" })).ToHaveCountAsync(0);
        await Expect(visit.Page.GetByText("Classic Outlook:").First).ToBeHiddenAsync();
        await visit.Page.GetByLabel("Outlook").CheckAsync();
        await Expect(visit.Page.GetByText("Classic Outlook:").First).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Group, new() { Name = "Devices that read the mail" }).GetByLabel("three or more").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Update the advice" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("for other answers");
        await Expect(visit.Page.GetByText("You read your mail on 3 devices").First).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();
        await Expect(visit.Page.GetByText("Sie lesen Ihre E-Mails auf 3 Geräten").First).ToBeVisibleAsync();
    }

    // Whatever has the focus on the way must show it.
    private static async Task TabToAsync(Visit visit, string tag, string text, string key = "Tab")
    {
        for (var i = 0; i < 60; i++)
        {
            await visit.Page.Keyboard.PressAsync(key);
            var (focus, outline) = (visit.Page.Locator("*:focus"), await visit.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
            Assert.NotEqual("none", outline);
            if (await focus.And(visit.Page.Locator(tag, new() { HasText = text })).CountAsync() == 1) return;
        }

        Assert.Fail($"“{text}” is not reached with {key}.");
    }
}
