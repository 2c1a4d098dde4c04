namespace ProtocolAdvisor.Web.Startup;

/// <summary>
/// Gives back what work has left behind. The collector keeps the room that it needed for the next work, and looks again only when more is
/// allocated: a service that nobody asks anything would keep what its busiest minute took. So it is told once, when nobody is there who
/// would have to wait for it.
/// </summary>
internal sealed class GivingBack(TimeProvider clock) : BackgroundService
{
    /// <summary>Time between two looks: work that pauses for less goes on.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <summary>Gives back all that nobody uses; some tens of milliseconds, in which nothing else is done.</summary>
    public static void All() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lull = new Lull();
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (lull.Begins(GC.GetTotalAllocatedBytes())) All();
        }
    }
}
