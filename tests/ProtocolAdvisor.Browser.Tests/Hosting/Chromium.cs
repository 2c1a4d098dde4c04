using Microsoft.Playwright;

namespace ProtocolAdvisor.Browser.Tests.Hosting;

/// <summary>Debian's Chromium without a window, driven by Playwright. Nothing is downloaded, and it asks nobody on the internet.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Missing = "Chromium is not installed. On Debian: apt-get install -y --no-install-recommends chromium";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, Browser) = (playwright, browser);

    /// <summary>The browser; each test opens a context of its own, with its own cookies.</summary>
    public IBrowser Browser { get; }

    /// <summary>Starts it.</summary>
    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Patience.ForAnAnswer.TotalMilliseconds);
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path(), Args = Flags, Timeout = (float)Patience.ForAStart.TotalMilliseconds });
        return new(playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        _playwright.Dispose();
    }

    private static string Path() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/bin").Select(folder => $"{folder}/chromium").FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(Missing);
}
