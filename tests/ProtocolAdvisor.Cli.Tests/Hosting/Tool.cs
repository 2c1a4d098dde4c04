using System.Diagnostics;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Cli.Tests.Hosting;

/// <summary>The tool as a process of its own, its outputs piped: what a script sees.</summary>
internal static class Tool
{
    private static readonly string[] Languages = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The tool as it was built for itself: beside the tests lie the packages of the test servers, too.</summary>
    public static string Program { get; } =
        Path.Combine(AppContext.BaseDirectory.Replace("tests/ProtocolAdvisor.Cli.Tests", "src/ProtocolAdvisor.Cli", StringComparison.Ordinal), "ProtocolAdvisor.Cli.dll");

    /// <summary>Runs it to its end.</summary>
    public static Task<Ran> RunAsync(params string[] arguments) => RunAsync(arguments, "");

    /// <summary>Runs it with something on the standard input, in an environment without a language but for what is told.</summary>
    public static Task<Ran> RunAsync(IEnumerable<string> arguments, string input, params (string Name, string Value)[] environment) => RunAsync([], arguments, input, environment);

    /// <summary>Runs it on a machine of its own.</summary>
    public static Task<Ran> RunOnAsync(SeparateMachine machine, params string[] arguments) => RunAsync(machine.Enter, arguments, "");

    /// <summary>Runs it behind other words, which start it under their own limits.</summary>
    public static async Task<Ran> RunAsync(IEnumerable<string> before, IEnumerable<string> arguments, string input, params (string Name, string Value)[] environment)
    {
        string[] command = [.. before, "dotnet", Program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in Languages) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
        }
        catch (IOException)
        {
            // It did not want to read all that.
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            process.Kill();
        }

        return new Ran(process.ExitCode, await output, await errors);
    }
}

/// <summary>How a process ended.</summary>
internal sealed record Ran(int Code, string Output, string Errors);
