using Microsoft.AspNetCore.Http.HttpResults;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments.Retries;
using ProtocolAdvisor.Web.Audits.Lists;
using ProtocolAdvisor.Web.Audits.Running;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Audits.Telling;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>Takes orders for audits, and tells the engine.</summary>
internal sealed class AuditDesk(AuditStore store, AuditTeller teller, IAuditEngine engine, Ownership ownership, AddressPolicy policy, TimeProvider clock)
    : IDisposable
{
    /// <summary>How many lists are read and kept at once: one takes a core for seconds, and many times its size of memory.</summary>
    private const int ListsAtOnce = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _turns = new(ListsAtOnce);

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    /// <summary>Takes a list, or says everything that is wrong with it.</summary>
    /// <exception cref="StorageUnavailableException">Others' lists are being taken, for longer than anybody should wait.</exception>
    public async Task<Results<Accepted<AuditReport>, ProblemResult>> TakeAsync(AuditBody body, AuditQuery query, HttpContext http)
    {
        await TurnAsync(http.RequestAborted);
        try
        {
            return await TakenAsync(body, query, http);
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(Patience, clock, cancellationToken);
        try
        {
            await _turns.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StorageUnavailableException("others' lists are being taken");
        }
    }

    private async Task<Results<Accepted<AuditReport>, ProblemResult>> TakenAsync(AuditBody body, AuditQuery query, HttpContext http)
    {
        var (order, problem) = body.Read(query, policy, http.RequestServices, http.RequestAborted);
        if (order is null) return problem!.AsResult();
        IdempotencyKey? key = null;
        if (http.Request.Headers.TryGetValue(IdempotencyKey.Header, out var header) && !IdempotencyKey.TryParse(header.ToString(), out key))
            return Problem.Of(StatusCodes.Status400BadRequest, ProblemCode.IdempotencyKeyInvalid).AsResult();
        if (order.Wishes.CompareWith is { } other && await FindAsync(other, http) is null)
            return Problem.Invalid([UnknownAudit(query.CompareWith is null ? "$.compareWith" : "?compareWith")]).AsResult();
        var caller = Caller.Of(http);
        var creation = await store.CreateAsync(order, caller.Key?.Name, key?.HashFor(caller), http.RequestAborted);
        if (creation.Audit is not { } audit)
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, ProblemCode.IdempotencyKeyReused).AsResult();
        if (creation.IsReplayed) http.Response.Headers[RetryGate.ReplayedHeader] = "true";
        else await engine.GoOnAsync(audit.Id);
        var list = new TakenListReport(order.List.Subjects.Count, order.List.Duplicates, order.List.IgnoredColumns);
        return TypedResults.Accepted(AuditPaths.Of(audit.Id), await teller.TellAsync(audit, http.RequestAborted) with { List = list });
    }

    /// <summary>Stops an audit for now.</summary>
    public async Task<Results<Ok<AuditReport>, ProblemResult>> PauseAsync(string id, HttpContext http)
    {
        if (await FindAsync(id, http) is not { } audit) return AuditEndpoints.Unknown();
        if (audit.State == StoredAuditState.Done) return Done();
        await store.PauseAsync(id, http.RequestAborted);
        await engine.HaltAsync(id);
        return await ToldAsync(id, http);
    }

    /// <summary>Goes on with a paused one.</summary>
    public async Task<Results<Ok<AuditReport>, ProblemResult>> ResumeAsync(string id, HttpContext http)
    {
        if (await FindAsync(id, http) is not { } audit) return AuditEndpoints.Unknown();
        if (audit.State == StoredAuditState.Done) return Done();
        await store.ResumeAsync(id, http.RequestAborted);
        await engine.GoOnAsync(id);
        return await ToldAsync(id, http);
    }

    /// <summary>Removes an audit.</summary>
    public async Task<Results<NoContent, ProblemResult>> RemoveAsync(string id, HttpContext http)
    {
        if (await FindAsync(id, http) is null) return AuditEndpoints.Unknown();
        await store.RemoveAsync(id, http.RequestAborted);
        await engine.HaltAsync(id);
        return TypedResults.NoContent();
    }

    private static Complaint UnknownAudit(string path) => Complaint.Of(path, ListErrors.UnknownAudit, ListErrors.UnknownAudit);

    private static ProblemResult Done() => Problem.Of(StatusCodes.Status409Conflict, ProblemCode.AuditDone).AsResult();

    private Task<StoredAudit?> FindAsync(string id, HttpContext http) => store.FindAsync(id, ownership.SeenBy(Caller.Of(http)), http.RequestAborted);

    private async Task<Results<Ok<AuditReport>, ProblemResult>> ToldAsync(string id, HttpContext http) =>
        await FindAsync(id, http) is { } audit ? TypedResults.Ok(await teller.TellWholeAsync(audit, http.RequestAborted)) : AuditEndpoints.Unknown();
}
