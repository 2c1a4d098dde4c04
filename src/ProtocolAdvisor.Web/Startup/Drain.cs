using System.Runtime.InteropServices;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>
/// A stop that breaks nothing off: from the signal on the process is not ready and takes no new work, but still answers; the runs under way end with their reports, as long as the
/// time for it lasts. SIGHUP stops like SIGTERM.
/// </summary>
internal sealed class Drain(
    AssessmentQueue queue, Readiness readiness, LoadLimits limits, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<Drain> log) : IHostedLifecycleService, IDisposable
{
    /// <summary>What the process has besides, to tell its callers and write its reports.</summary>
    public static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _over = new();
    private PosixSignalRegistration? _hangUp;

    /// <summary>Whether the process is stopping.</summary>
    public bool Begun => readiness.IsStopping;

    /// <summary>The time for runs under way is over.</summary>
    public CancellationToken Over => _over.Token;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(readiness.Withdraw);
        if (!OperatingSystem.IsWindows()) _hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.Withdraw();
        var ended = queue.CloseAsync();
        if (ended.IsCompleted) return;
        log.Draining(queue.UnderWay, limits.ShutdownTime.TotalSeconds);
        using var limit = new TimeLimit(limits.ShutdownTime, clock, cancellationToken);
        await ended.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ended.IsCompleted) return;
        log.RunsBrokenOff(queue.UnderWay);
        await _over.CancelAsync();
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        _hangUp?.Dispose();
        _over.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        lifetime.StopApplication();
    }
}
