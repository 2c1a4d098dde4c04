using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Assessments.Retries;

/// <summary>
/// Which requests were made under which <see cref="IdempotencyKey"/> within a day, and what was answered. Those under way, and the last
/// that ended, are known in memory,
/// secret and all. Those of a process before are known by what is stored with the report itself, without the secret: it goes where the
/// report goes, so there are never
/// more of them than reports.
/// </summary>
internal sealed class RetryLedger(ReportArchive archive, Lazy<IDataProtectionProvider> protection, RetryTurns turns, TimeProvider clock) : IDisposable
{
    /// <summary>How long a key holds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How many answers are known in memory. A run that could not be stored is kept whole, and counts as many.</summary>
    public const int Capacity = 10_000;

    private const int SizeOfRun = 50;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RetryClaim> _underWay = [];
    private readonly BoundedCache<string, Answered> _answered = new(clock, Capacity);
    private readonly Lazy<IDataProtector> _seal = new(() => protection.Value.CreateProtector("idempotency"));

    /// <summary>What to do with a request: run it under a claim, answer as before, or refuse it. Waits while the same request
    /// runs.</summary>
    public async Task<RetryVerdict> AskAsync(string key, RequestMark mark, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (claim, before) = Claim(key, mark);
            if (ReferenceEquals(claim?.Mark, mark)) return await OfBeforeAsync(key, claim, cancellationToken);
            if (!(claim?.Mark ?? before!.Mark).Is(mark)) return RetryVerdict.OtherRequest;
            if (claim is not null) await claim.Ended.WaitAsync(cancellationToken);
            else if (await ReplayedAsync(before!, cancellationToken) is { } replayed) return replayed;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _answered.Dispose();

    // Our claim, which has our very mark; or another's; or what was answered.
    private (RetryClaim? Claim, Answered? Before) Claim(string key, RequestMark mark)
    {
        lock (_lock)
        {
            if (_underWay.TryGetValue(key, out var first)) return (first, null);
            if (_answered.Find(key) is { IsGone: false } before) return (null, before);
            return (_underWay[key] = new RetryClaim(key, Sealed(key, mark), mark, End), null);
        }
    }

    private async Task<RetryVerdict?> ReplayedAsync(Answered before, CancellationToken cancellationToken)
    {
        if (before.Unstored is { } run) return new RetryVerdict(null, run, false);
        if (await archive.FindAsync(before.ReportId, cancellationToken) is { } stored) return new RetryVerdict(null, stored, true);

        // Removed since: then nothing is left to answer with, and the key is free.
        lock (_lock) before.IsGone = true;
        return null;
    }

    private async Task<RetryVerdict> OfBeforeAsync(string key, RetryClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            claim.Turn = await turns.TakeAsync(key, cancellationToken);
            if (await StoredAsync(key, cancellationToken) is not var (run, body)) return new RetryVerdict(claim, null, false);

            // Whether this request has the secret of the first, nobody can tell: it does not become what later ones are held against.
            claim.Dispose();
            return IsSealed(body, claim.Mark) ? new RetryVerdict(null, run, true) : RetryVerdict.OtherRequest;
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    // Where the database cannot be read, a request that is run twice is better than one that is not answered.
    private async Task<(AssessedRun Run, byte[] Body)?> StoredAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return await archive.FindByRetryAsync(key, Lifetime, cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            return null;
        }
    }

    private RetryMark? Sealed(string key, RequestMark mark)
    {
        try
        {
            return new(key, _seal.Value.Protect(mark.WithoutSecret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // What cannot be opened any more is nobody's request: better refused than answered with somebody else's report.
    private bool IsSealed(byte[] body, RequestMark mark)
    {
        try
        {
            return CryptographicOperations.FixedTimeEquals(_seal.Value.Unprotect(body), mark.WithoutSecret);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private void End(RetryClaim claim, AssessedRun? run, bool isStored)
    {
        lock (_lock)
        {
            _underWay.Remove(claim.Key);
            if (run is null) return;
            var answered = new Answered(claim.Mark, run.Heading.Id, isStored ? null : run);
            _answered.Keep(claim.Key, answered, Lifetime, isStored ? 1 : SizeOfRun);
        }
    }

    private sealed record Answered(RequestMark Mark, string ReportId, AssessedRun? Unstored)
    {
        public bool IsGone { get; set; }
    }
}

/// <summary>What to do with a request that has an <see cref="IdempotencyKey"/>.</summary>
/// <param name="Claim">It is to be run under this; null where it is not.</param>
/// <param name="Run">It is to be answered with this; null where it is not.</param>
/// <param name="IsStored">Whether that can be opened.</param>
internal sealed record RetryVerdict(RetryClaim? Claim, AssessedRun? Run, bool IsStored)
{
    /// <summary>The key was used for another request.</summary>
    public static RetryVerdict OtherRequest { get; } = new(null, null, false);
}
