using System.Diagnostics;

namespace ProtocolAdvisor.Web.Tests.Hosting;

/// <summary>The service as a process of its own, for what only a whole process shows.</summary>
internal static class AdvisorProcess
{
    /// <summary>Starts it with these settings and waits until it has ended.</summary>
    public static async Task<(int ExitCode, string Error, string Output)> RunAsync(string folder, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Directory.Exists(folder) ? folder : AppContext.BaseDirectory };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add($"--ConnectionStrings:Advisor=Data Source={Path.Combine(folder, "advisor.db")}");
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        foreach (var setting in settings) start.ArgumentList.Add($"--{setting}");
        using var process = Process.Start(start)!;
        var (error, output) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            process.Kill();
        }

        return (process.ExitCode, (await error).Trim(), (await output).Trim());
    }
}
