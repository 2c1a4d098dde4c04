using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ProtocolAdvisor.Clients.Tests.Hosting;

/// <summary>The programs of <c>TypeScript/package.json</c>, in the versions of its lock file.</summary>
internal static class Npm
{
    private const string Missing = "Node.js and npm are not installed. On Debian: apt-get install -y --no-install-recommends nodejs npm";

    private static readonly Lazy<Task> Installation = new(InstallAsync);

    /// <summary>Where they are.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>Runs a script of <c>package.json</c>, and fails with what it printed unless it ends well.</summary>
    public static async Task<string> RunAsync(string script, params (string Name, string Value)[] environment)
    {
        await Installation.Value;
        return await StartAsync(["run", "--silent", script], environment);
    }

    // Installed is what the lock file names: npm writes down what it has installed, and when.
    private static async Task InstallAsync()
    {
        var wanted = Path.Combine(Folder, "package-lock.json");
        var installed = Path.Combine(Folder, "node_modules", ".package-lock.json");
        if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(wanted)) return;
        await StartAsync(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], []);
    }

    private static async Task<string> StartAsync(string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("npm", arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";
        using var process = Started(start);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var said = await output + await error;
        Assert.True(process.ExitCode == 0, $"npm {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{said}");
        return said;
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException(Missing, e);
        }
    }

    private static string FindFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "TypeScript"));
}
