using System.Text.Json;
using Microsoft.Playwright;
using ProtocolAdvisor.Browser.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace ProtocolAdvisor.Browser.Tests;

/// <summary>
/// Every state of the start page, and the pages that explain problems: in both languages, light and dark, on a desk and on phones.
/// </summary>
public sealed class StartStatesTests(Stage stage)
{
    private const string SticksOut = """
        () => [...document.querySelectorAll("body *")].filter(x => x.getBoundingClientRect().right > innerWidth && !x.closest(".skip"))
            .map(x => x.outerHTML.slice(0, 200)).join("\n")
        """;

    private static readonly State[] States =
    [
        new("fault", "jane@exam ple.com(new)", "Please look at the marked fields again.", "Bitte sehen Sie sich die markierten Felder noch einmal an.")
        {
            Further = ("usage.devices", "many"),
        },
        new("guess", "please look at jane.with.a.very.long.name@mail.department.example.com, thanks", "Is this what you mean?", "Ist das gemeint?"),
        new("misspelled", "jane.with.a.very.long.name@gmial.com", "Did you mean", "Meinten Sie") { Further = Password },
        new("several", "jane@example.com; joe@example.com", "There is more than one in it.", "Darin steht mehr als eine Angabe."),
        new("server-with-password", "mail.example.com", "A user name is needed", "Benutzername") { Further = Password },
        new("domain-with-password", "example.com", "Mail domain:", "Mail-Domain:") { Further = Password },
        new("ending", "jane@gmail", "Check jane@gmail.com instead", "Stattdessen jane@gmail.com prüfen"),
    ];

    /// <summary>Those that differ most: they are judged and kept as pictures.</summary>
    private static readonly string[] Judged = ["empty", "fault", "misspelled", "several", "gone"];

    private static (string, string) Password => ("credentials.password", "x");

    [Theory]
    [InlineData("en-GB", ColorScheme.Light)]
    [InlineData("de-DE", ColorScheme.Dark)]
    public async Task Every_state_is_told_accessible_and_fits(string locale, ColorScheme scheme)
    {
        await using var visit = await Visit.BeginAsync(stage, set: options => (options.Locale, options.ColorScheme) = (locale, scheme));
        await visit.Page.GotoAsync("/");
        await LookAsync(visit, "empty", scheme);
        foreach (var state in States)
        {
            var typed = JsonSerializer.Serialize(new Dictionary<string, string> { ["address"] = state.Address, [state.Further.Field] = state.Further.Text });
            await visit.Page.RunAndWaitForResponseAsync(
                () => visit.Page.EvaluateAsync(Send, typed), x => x.Url.EndsWith("/assess", StringComparison.Ordinal));
            await Expect(visit.Page.Locator("main")).ToContainTextAsync(locale == "en-GB" ? state.English : state.German);
            await LookAsync(visit, state.Name, scheme);
        }

        foreach (var (name, path) in new[] { ("gone", "/reports/nobody"), ("wrong-address", "/history?before=yesterday") })
        {
            await visit.Page.GotoAsync(path);
            var heading = visit.Page.GetByRole(AriaRole.Heading, new() { Level = 2 });
            await Expect(heading).ToHaveTextAsync(locale == "en-GB" ? "What to do" : "Was zu tun ist");
            await LookAsync(visit, name, scheme);
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
        var isJudged = Judged.Contains(name);
        if (isJudged) await visit.AssertAccessibleAsync(scheme == ColorScheme.Dark ? ["color-contrast"] : []);
        foreach (var width in new[] { 320, 390, 1280 })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            Assert.Equal("", await visit.Page.EvaluateAsync<string>(SticksOut));
            if (isJudged && width == (scheme == ColorScheme.Light ? 1280 : 390)) await visit.PictureAsync($"{scheme}-state-{name}".ToLowerInvariant());
        }
    }

    /// <summary>A state of the start page.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Address">What is sent as the address.</param>
    /// <param name="English">What is said then.</param>
    /// <param name="German">The same in German.</param>
    private sealed record State(string Name, string Address, string English, string German)
    {
        /// <summary>Another field.</summary>
        public (string Field, string Text) Further { get; init; } = ("usage.people", "1");
    }
}
