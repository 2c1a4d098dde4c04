using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProtocolAdvisor.RealServers;

namespace ProtocolAdvisor.Tests.Servers;

/// <summary>The demo as the README's reader meets it: started as a process, its commands pasted, ended by a signal.</summary>
public sealed partial class DemoTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>The demos' temporary folder, where what they leave is seen. Their servers are users of their own and have to get in.</summary>
    private readonly DirectoryInfo _folder =
        Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"demo-test-{Guid.NewGuid():N}"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Two_demos_answer_side_by_side_and_each_ends_with_everything_of_its_own()
    {
        Assert.SkipUnless(ProviderPark.Available, ProviderPark.Missing);
        using var one = Start();
        using var other = Start();
        var told = await Task.WhenAll(ToldAsync(one), ToldAsync(other));

        Assert.NotEqual(Page().Match(told[0]).Value, Page().Match(told[1]).Value);
        await EndAsync(other, "TERM");
        // Nothing is wrong with the provider: what is said of it is for information.
        var report = JsonNode.Parse(await RunAsync(Curl().Match(told[0]).Value))!;
        Assert.Equal("works", (string?)report["summary"]!["state"]);
        Assert.All(report["findings"]!.AsArray(), finding => Assert.Equal("info", (string?)finding!["severity"]));
        var text = await RunAsync($"export LC_ALL=C; {Terminal().Match(told[0]).Value}");
        Assert.StartsWith("✓ Use IMAP\n  It works. ", text, StringComparison.Ordinal);
        await EndAsync(one, "INT");
        Assert.Empty(_folder.EnumerateFileSystemInfos("pa-*"));
    }

    private Process Start()
    {
        var folder = AppContext.BaseDirectory.Replace("ProtocolAdvisor.Tests", "ProtocolAdvisor.RealServers", StringComparison.Ordinal);
        var program = Path.Combine(folder, "ProtocolAdvisor.RealServers.dll");
        // What runs in the background has SIGINT ignored, and with it every child that does not ask for it.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = _folder.FullName;
        return Process.Start(start)!;
    }

    private static async Task<string> ToldAsync(Process demo)
    {
        var lines = new List<string>();
        while (await demo.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            lines.Add(line);
            if (line.StartsWith("Ctrl-C", StringComparison.Ordinal)) return string.Join('\n', lines);
        }

        throw new InvalidOperationException($"The demo ended: {await demo.StandardError.ReadToEndAsync(Cancel)}");
    }

    private static async Task EndAsync(Process demo, string signal)
    {
        await RunAsync(string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {demo.Id}"));
        await demo.WaitForExitAsync(Cancel);
        Assert.Equal(0, demo.ExitCode);
    }

    private static async Task<string> RunAsync(string line)
    {
        var start = new ProcessStartInfo("bash", ["-c", line]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var shell = Process.Start(start)!;
        var errors = shell.StandardError.ReadToEndAsync(Cancel);
        var output = await shell.StandardOutput.ReadToEndAsync(Cancel);
        await shell.WaitForExitAsync(Cancel);
        Assert.True(shell.ExitCode == 0, $"{line}\n{await errors}");
        return output;
    }

    [GeneratedRegex("^ *page +http://\\S+$", RegexOptions.Multiline)]
    private static partial Regex Page();

    [GeneratedRegex("^curl .*?^}'$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Curl();

    [GeneratedRegex("^echo (.*\\\\\\n)+.*$", RegexOptions.Multiline)]
    private static partial Regex Terminal();
}
