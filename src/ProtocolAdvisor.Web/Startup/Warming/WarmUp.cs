using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Warming;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Startup.Warming;

/// <summary>
/// Runs an assessment of our own loopback mail server and a few requests to ourselves before the process calls itself ready: the first TLS connection
/// of a process costs up to a second of compiling, and no user's measurement shall contain it. What fails here is logged and never stops the service.
/// </summary>
internal sealed class WarmUp(
    WarmAssessment assessment, WarmDiscovery discovery, WarmRequests requests, ResolverWatch resolver, Readiness readiness, OwnKey key, IHostApplicationLifetime lifetime, TimeProvider clock,
    ILogger<WarmUp> log)
    : BackgroundService
{
    // It takes a few seconds, and several times that on a machine that is busy with other things.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ListeningAsync(stoppingToken);
        var began = clock.GetTimestamp();
        using var bounded = new TimeLimit(Longest, clock, stoppingToken);
        var names = TryAsync("name servers", () => resolver.StateAsync(Longest, bounded.Token)); // so that the first who asks is told
        await TryAsync("assessment", () => assessment.RunAsync(id => requests.OpenAsync(id, bounded.Token), bounded.Token));
        await TryAsync("discovery", () => discovery.RunAsync(bounded.Token));
        await TryAsync("requests", () => requests.PostAsync(bounded.Token));
        await names;
        key.Void();
        if (stoppingToken.IsCancellationRequested) return;

        // What warming up has left behind is given back: an idle service is a small one.
        GivingBack.All();
        readiness.Declare();
        log.Ready(clock.GetElapsedTime(began).TotalMilliseconds);
    }

    private async Task ListeningAsync(CancellationToken cancellationToken)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(cancellationToken);
    }

    private async Task TryAsync(string part, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception exception)
        {
            log.WarmUpFailed(exception, part);
        }
    }
}
