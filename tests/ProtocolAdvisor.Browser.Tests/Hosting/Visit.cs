using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ProtocolAdvisor.Browser.Tests.Hosting;

/// <summary>One visitor in a browser of his own. At the end no page may have broken its own policy, thrown, or asked another site.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private static readonly string[] Standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private static readonly bool ArePicturesWanted = Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 };
    private static readonly string Screenshots = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults", "screenshots")).FullName;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly HashSet<string> _hosts;

    private Visit(IBrowserContext context, IPage page, Uri site)
    {
        (_context, Page, _hosts) = (context, page, [site.Host]);
        page.PageError += (_, error) => _faults.Enqueue(error);
        page.Console += (_, line) =>
        {
            if (line.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase)) _faults.Enqueue(line.Text);
        };
        page.Request += (_, request) =>
        {
            if (!_hosts.Contains(new Uri(request.Url).Host)) _faults.Enqueue($"asked {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>The one heading of the first level.</summary>
    public ILocator Headline => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>Opens a window of 1280 × 900, or as the options say.</summary>
    public static async Task<Visit> BeginAsync(Stage stage, Uri? site = null, Action<BrowserNewContextOptions>? set = null)
    {
        site ??= stage.Advisor.ClientOptions.BaseAddress;
        var options = new BrowserNewContextOptions { BaseURL = site.ToString(), ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "en-GB" };
        set?.Invoke(options);
        var context = await stage.Browser.NewContextAsync(options);
        context.SetDefaultTimeout((float)Patience.ForAnAnswer.TotalMilliseconds);
        return new(context, await context.NewPageAsync(), site);
    }

    /// <summary>Fills in the start page and sends it; the page that follows grows for as long as the run goes.</summary>
    public async Task CheckAsync(string address, string? password = null)
    {
        await Page.GotoAsync("/");
        await Page.Locator("#address").FillAsync(address);
        if (password is not null) await Page.GetByLabel("Password").Or(Page.GetByLabel("Passwort")).FillAsync(password);
        await Page.Locator("main button.primary").ClickAsync();
    }

    /// <summary>Allows the pages to ask this site, too.</summary>
    public void MayAsk(Uri site) => _hosts.Add(site.Host);

    /// <summary>Opens everything that can be unfolded.</summary>
    public Task UnfoldAsync() => Page.EvaluateAsync("document.querySelectorAll('details').forEach(x => x.open = true)");

    /// <summary>Keeps the whole page as a picture, where somebody wants to look at it: pictures take longer than most tests.</summary>
    public Task PictureAsync(string name) => ArePicturesWanted
        ? Page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, $"{name}.png"), FullPage = true }) : Task.CompletedTask;

    /// <summary>Has the page judged by axe: WCAG 2.2 up to AA and what is good practice, or these rules only.</summary>
    public async Task AssertAccessibleAsync(params string[] rules)
    {
        var options = new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = rules.Length > 0 ? RunOnlyOptions.Rules(rules) : RunOnlyOptions.Tags(Standards) };
        var result = await Page.RunAxe(options).WaitAsync(Patience.ForAJudgement);
        Assert.True(result.Passes.Length + result.Inapplicable.Length > 0);
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.SelectMany(x => x.Nodes.Select(node => $"{Page.Url}: {x.Impact} {x.Id}: {x.Help}: {node.Html}"))));
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_faults);
    }
}
