using System.Diagnostics;
using System.Text.Json;

namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>The process of an <see cref="AuditWorld"/>, from outside.</summary>
internal sealed class WorldProcess : IAsyncDisposable
{
    private readonly Process _process;

    private WorldProcess(Process process, WorldPlaces places) => (_process, Places) = (process, places);

    /// <summary>Where it is.</summary>
    internal WorldPlaces Places { get; }

    /// <summary>Its CPU time so far: not the product's.</summary>
    internal TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts one and waits until all its servers listen.</summary>
    internal static async Task<WorldProcess> StartAsync(AuditScale scale, CancellationToken token)
    {
        var start = new ProcessStartInfo(Repository.Command[0], [.. Repository.Command.Skip(1), AuditWorld.Argument, .. scale.ForWorld()]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        try
        {
            return new WorldProcess(process, await ReadAsync<WorldPlaces>(process, token));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>What its servers have seen so far.</summary>
    internal async Task<WorldCounts> CountsAsync(CancellationToken token)
    {
        await _process.StandardInput.WriteLineAsync("counts".AsMemory(), token);
        await _process.StandardInput.FlushAsync(token);
        return await ReadAsync<WorldCounts>(_process, token);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private static async Task<T> ReadAsync<T>(Process process, CancellationToken token) =>
        await process.StandardOutput.ReadLineAsync(token) is { } line ? JsonSerializer.Deserialize<T>(line)! : throw new LabException("The world of the audit has ended.");
}
