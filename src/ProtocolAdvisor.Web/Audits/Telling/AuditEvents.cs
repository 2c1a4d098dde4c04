using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Audits.Telling;

/// <summary>
/// Tells an audit's progress as it goes. The tables are read once a second, so that every node can tell it, and whoever lost one node's line
/// goes on at another's.
/// </summary>
/// <param name="audit">The audit, as it was found.</param>
/// <param name="seenBy">Whose audits the caller sees.</param>
internal sealed class AuditEvents(StoredAudit audit, HistoryWish seenBy) : IResult, IEndpointMetadataProvider
{
    /// <summary>The header in which browsers say which event was their last.</summary>
    public const string LastEventId = "Last-Event-ID";
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>What it tells.</summary>
    public static IReadOnlyList<StreamEvent> All { get; } =
    [
        new("progress", typeof(AuditProgressReport), "How far the audit is: at once, and whenever that has changed. Its `id` names this state."),
        new("done", typeof(AuditEndReport), "The last event: every subject is finished, or the audit is gone."),
    ];

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [AcceptGate.EventStream]));

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = AcceptGate.EventStream;
        httpContext.Response.Headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(httpContext.Request.Method)) return;
        var services = httpContext.RequestServices;
        var (drain, clock) = (services.GetRequiredService<Drain>(), services.GetRequiredService<TimeProvider>());
        var (told, isRead) = (httpContext.Request.Headers[LastEventId].ToString(), true);
        var now = (StoredAudit?)audit;
        while (now is not null)
        {
            told = await TellAsync(httpContext, now, isRead, told);
            if (now.State == StoredAuditState.Done) break;
            await Task.Delay(Beat, clock, httpContext.RequestAborted);
            if (drain.Begun)
            {
                // Another process may have taken over by then.
                await httpContext.Response.WriteAsync(": the service is stopping\nretry: 10000\n\n", httpContext.RequestAborted);
                return;
            }

            var found = await FindAsync(services.GetRequiredService<AuditStore>(), now, httpContext.RequestAborted);
            (now, isRead) = found;
        }

        await WriteAsync(httpContext.Response, null, new AuditEndReport(now is null), httpContext.RequestAborted);
    }

    // What cannot be read now is as it was.
    private async Task<(StoredAudit? Audit, bool IsRead)> FindAsync(AuditStore store, StoredAudit before, CancellationToken cancellationToken)
    {
        try
        {
            return (await store.FindAsync(before.Id, seenBy, cancellationToken), true);
        }
        catch (StorageUnavailableException)
        {
            return (before, false);
        }
    }

    private static async Task<string> TellAsync(HttpContext http, StoredAudit audit, bool isRead, string told)
    {
        var teller = http.RequestServices.GetRequiredService<AuditTeller>();
        try
        {
            if (isRead) return await TellAsync(http, teller.RevisionOf(audit), told, () => teller.ProgressAsync(audit, http.RequestAborted));
        }
        catch (StorageUnavailableException)
        {
        }

        return await TellAsync(http, AuditTeller.RevisionOfUnreadable(audit), told, () => Task.FromResult(AuditTeller.Unreadable(audit)));
    }

    private static async Task<string> TellAsync(HttpContext http, string revision, string told, Func<Task<AuditProgressReport>> progress)
    {
        if (revision != told) await WriteAsync(http.Response, revision, await progress(), http.RequestAborted);
        else await http.Response.WriteAsync(": nothing new\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        return revision;
    }

    private static async Task WriteAsync<T>(HttpResponse response, string? id, T data, CancellationToken cancellationToken)
    {
        var name = All.First(x => x.Data == typeof(T)).Name;
        var json = JsonSerializer.Serialize(data, WireJson.Options);
        await response.WriteAsync($"{(id is null ? "" : $"id: {id}\n")}event: {name}\ndata: {json}\n\n", cancellationToken);
    }
}

/// <summary>Nothing more comes.</summary>
/// <param name="Removed">Whether the audit is gone; otherwise every subject is finished.</param>
internal sealed record AuditEndReport(bool Removed);
