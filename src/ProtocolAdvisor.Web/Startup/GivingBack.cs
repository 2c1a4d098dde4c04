namespace ProtocolAdvisor.Web.Startup;

/// <summary>
/// Gives back what work has left behind. The collector keeps the room that it needed for the next work, and looks again only when more is
/// allocated: a service that nobody asks anything would keep what its busiest minute took. So it is told once, when nobody is there who
/// would have to wait for it. While much is done for long, what lives for some seconds (a name, a handshake, a subject of an audit) gets
/// among what lives for ever, where the collector looks only when that has grown by four fifths: then it looks there beside the work.
/// </summary>
internal sealed class GivingBack(TimeProvider clock) : BackgroundService
{
    /// <summary>Time between two looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Gives back all that nobody uses; some tens of milliseconds, in which nothing else is done.</summary>
    public static void All() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    // Nobody waits for it.
    private static void BesideWork() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lull = new Lull();
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (lull.Begins(GC.GetTotalAllocatedBytes())) All();
            else if (lull.IsBusy) BesideWork();
        }
    }
}
