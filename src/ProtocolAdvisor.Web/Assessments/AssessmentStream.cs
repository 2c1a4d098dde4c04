using System.Reflection;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Metadata;
using ProtocolAdvisor.Web.Wire;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>Tells a run as it goes, as server-sent events; the report comes last.</summary>
internal sealed class AssessmentStream(AssessmentRunner runner, AssessmentOrder order, Turn turn, SignInAttempt attempt, TimeProvider clock)
    : IResult, IEndpointMetadataProvider
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [AcceptGate.EventStream]));

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var ownTurn = turn;
        using var ownAttempt = attempt;
        var language = RequestLanguage.Of(httpContext);
        var events = Channel.CreateUnbounded<ServerSentEvent>(new UnboundedChannelOptions { SingleReader = true });
        httpContext.Response.StatusCode = StatusCodes.Status200OK;
        httpContext.Response.ContentType = AcceptGate.EventStream;
        await httpContext.Response.StartAsync(httpContext.RequestAborted);
        using var running = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted);
        var run = RunAsync(language, events.Writer, running.Token);
        try
        {
            await CopyAsync(events.Reader, httpContext.Response, running.Token);
        }
        finally
        {
            await running.CancelAsync();
            await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(Language language, ChannelWriter<ServerSentEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            var teller = new EventTeller(order, language, attempt, events);
            var (report, _) = await runner.RunAsync(order, language, teller, attempt.Admits, cancellationToken);
            teller.End(report);
            events.Complete();
        }
        catch (Exception exception)
        {
            events.Complete(exception);
        }
    }

    private async Task CopyAsync(ChannelReader<ServerSentEvent> events, HttpResponse response, CancellationToken cancellationToken)
    {
        var next = events.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            if (!await CameInTimeAsync(next, cancellationToken)) await response.WriteAsync(": still running\n\n", cancellationToken);
            else if (!await next) return;
            else
            {
                while (events.TryRead(out var told)) await told.WriteAsync(response, cancellationToken);
                next = events.WaitToReadAsync(cancellationToken).AsTask();
            }

            await response.Body.FlushAsync(cancellationToken);
        }
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
