using System.Threading.Channels;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>Tells a run as it goes. Closing the connection cancels the run.</summary>
/// <param name="runner">Runs it.</param>
/// <param name="admitted">What is run.</param>
/// <param name="clock">Times the beats.</param>
internal abstract class RunStream(AssessmentRunner runner, AdmittedRun admitted, TimeProvider clock) : IResult
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>What is run.</summary>
    protected AdmittedRun Admitted => admitted;

    /// <summary>Tells the time.</summary>
    protected TimeProvider Clock => clock;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var ownAdmission = admitted;
        var parts = Channel.CreateUnbounded<StreamPart>(new UnboundedChannelOptions { SingleReader = true });
        var (teller, language) = await BeginAsync(httpContext, parts.Writer);

        // Proxies shall not hold back what is meant to be seen at once.
        httpContext.Response.Headers["X-Accel-Buffering"] = "no";
        await httpContext.Response.StartAsync(httpContext.RequestAborted);
        using var running = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, admitted.Drain.Over);
        var run = RunAsync(teller, language, httpContext, parts.Writer, running.Token);
        try
        {
            await CopyAsync(parts.Reader, httpContext.Response, httpContext.RequestAborted);
        }
        finally
        {
            await running.CancelAsync();
            await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sets the answer's head, and begins its body.</summary>
    protected abstract Task<(IRunTeller Teller, Language Language)> BeginAsync(HttpContext http, ChannelWriter<StreamPart> parts);

    /// <summary>Written where nothing else was for a second: keeps the line alive, and notices when nobody listens any more.</summary>
    protected abstract string StillRunning { get; }

    /// <summary>Written once when the process is stopping, while the run is still finished; null where nothing is said.</summary>
    protected virtual string? Stopping => null;

    /// <summary>The last part after our own fault.</summary>
    protected abstract StreamPart OurFault(HttpContext http, Exception exception);

    /// <summary>The last part where the process stops before the run's end.</summary>
    protected abstract StreamPart BrokenOff(HttpContext http);

    private async Task RunAsync(IRunTeller teller, Language language, HttpContext http, ChannelWriter<StreamPart> parts, CancellationToken cancellationToken)
    {
        try
        {
            var (report, stored) = await runner.RunAsync(admitted.Order, language, teller, admitted.Attempt.AdmitsAsync, cancellationToken);
            teller.End(report, stored);
            parts.Complete();
        }
        catch (Exception exception)
        {
            var last = exception is not OperationCanceledException ? OurFault(http, exception) : admitted.Drain.Over.IsCancellationRequested ? BrokenOff(http) : null;
            if (last is not null) parts.TryWrite(last);
            parts.Complete(last is null ? exception : null);
        }
    }

    private async Task CopyAsync(ChannelReader<StreamPart> parts, HttpResponse response, CancellationToken cancellationToken)
    {
        var told = false;
        var next = parts.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            if (!await CameInTimeAsync(next, cancellationToken)) await response.WriteAsync(Waiting(ref told), cancellationToken);
            else if (!await next) return;
            else
            {
                while (parts.TryRead(out var part)) await part.WriteAsync(response, cancellationToken);
                next = parts.WaitToReadAsync(cancellationToken).AsTask();
            }

            await response.Body.FlushAsync(cancellationToken);
        }
    }

    private string Waiting(ref bool told)
    {
        if (told || !admitted.Drain.Begun || Stopping is not { } stopping) return StillRunning;
        told = true;
        return stopping;
    }

    private async Task<bool> CameInTimeAsync(Task<bool> next, CancellationToken cancellationToken)
    {
        if (next.IsCompleted) return true;
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(next, Task.Delay(Beat, clock, beat.Token));
        await beat.CancelAsync();
        return first == next;
    }
}
