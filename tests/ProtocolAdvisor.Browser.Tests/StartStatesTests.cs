using System.Text.Json;
using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>Every state of the start page, and the pages that explain problems: in both languages, light and dark, on a desk and on phones.</summary>
public sealed class StartStatesTests(Stage stage)
{
    private const string SticksOut = """
        () => [...document.querySelectorAll("body *")].filter(x => x.getBoundingClientRect().right > innerWidth && !x.closest(".skip"))
            .map(x => x.outerHTML.slice(0, 200)).join("\n")
        """;

    /// <summary>A state's name, the form that leads to it, and what is said there in English and in German.</summary>
    private static readonly (string Name, (string Field, string Text)[] Form, string English, string German)[] States =
    [
        ("fault", [("address", "jane@exam ple.com(new)"), ("usage.devices", "many")], "Please look at the marked fields again.", "Bitte sehen Sie sich die markierten Felder noch einmal an."),
        ("guess", [("address", "please look at jane.with.a.very.long.name@mail.department.example.com, thanks")], "Is this what you mean?", "Ist das gemeint?"),
        ("misspelled", [("address", "jane.with.a.very.long.name@gmial.com"), ("credentials.password", "x")], "Did you mean", "Meinten Sie"),
        ("several", [("address", "jane@example.com; joe@example.com; mary@example.com")], "There is more than one in it.", "Darin steht mehr als eine Angabe."),
        ("server-with-password", [("address", "mail.example.com"), ("credentials.password", "x")], "A user name is needed", "Benutzername"),
        ("domain-with-password", [("address", "example.com"), ("credentials.password", "x")], "Mail domain:", "Mail-Domain:"),
        ("ending", [("address", "jane@gmail")], "Check jane@gmail.com instead", "Stattdessen jane@gmail.com prüfen"),
    ];

    [Theory]
    [InlineData("en-GB", ColorScheme.Light)]
    [InlineData("de-DE", ColorScheme.Dark)]
    public async Task Every_state_is_told_accessible_and_fits(string locale, ColorScheme scheme)
    {
        await using var visit = await Visit.BeginAsync(stage, set: options => (options.Locale, options.ColorScheme) = (locale, scheme));
        await visit.Page.GotoAsync("/");
        await LookAsync(visit, $"start-empty-{scheme}", scheme);
        foreach (var (name, form, english, german) in States)
        {
            var typed = JsonSerializer.Serialize(form.ToDictionary(x => x.Field, x => x.Text));
            await visit.Page.RunAndWaitForResponseAsync(() => visit.Page.EvaluateAsync(Send, typed), x => x.Url.EndsWith("/assess", StringComparison.Ordinal));
            await Expect(visit.Page.Locator("main")).ToContainTextAsync(locale == "en-GB" ? english : german);
            await LookAsync(visit, $"start-{name}-{scheme}", scheme);
        }

        foreach (var (name, path) in new[] { ("gone", "/reports/nobody"), ("wrong-address", "/history?before=yesterday") })
        {
            await visit.Page.GotoAsync(path);
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync(locale == "en-GB" ? "What to do" : "Was zu tun ist");
            await LookAsync(visit, $"problem-{name}-{scheme}", scheme);
        }
    }

    // Nothing is checked: each of these forms is shown again.
    private const string Send = """
        json => {
          const form = Object.assign(document.createElement("form"), { method: "post", action: "/assess" });
          for (const [name, value] of Object.entries(JSON.parse(json))) form.append(Object.assign(document.createElement("input"), { name, value }));
          document.body.append(form);
          form.submit();
        }
        """;

    private static async Task LookAsync(Visit visit, string name, ColorScheme scheme)
    {
        await visit.AssertAccessibleAsync(scheme == ColorScheme.Dark ? ["color-contrast"] : []);
        foreach (var width in new[] { 320, 390, 1280 })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            Assert.Equal("", await visit.Page.EvaluateAsync<string>(SticksOut));
            if (width == (scheme == ColorScheme.Light ? 1280 : 390)) await visit.PictureAsync(name.ToLowerInvariant());
        }
    }
}
