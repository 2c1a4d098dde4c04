using Microsoft.EntityFrameworkCore;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Audits.Tables;

/// <summary>Which of an audit's subjects are looked for.</summary>
internal sealed record ResultWish
{
    /// <summary>Those in this state; null for any.</summary>
    public AuditedState? State { get; init; }

    /// <summary>Those with this finding, as it is spelled on the wire; null for any.</summary>
    public string? Finding { get; init; }

    /// <summary>Those whose mail this host serves; null for any.</summary>
    public string? Host { get; init; }

    /// <summary>Those that have this in their name; null for any.</summary>
    public string? Domain { get; init; }

    /// <summary>The number after which to go on.</summary>
    public int After { get; init; }
}

/// <summary>Reads what audits have found.</summary>
internal sealed class AuditResults(DatabaseMake databases, DatabaseThreads threads, TimeProvider clock)
{
    private const int MostHosts = 100;
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(1);

    /// <summary>Some of the subjects, in the list's order: those that wait are among them, so that no page shifts while others are finished.</summary>
    public Task<List<StoredAuditItem>> PageAsync(string id, ResultWish wish, int count, CancellationToken cancellationToken) => ReadAsync(
        database => Wished(database.AuditItems.AsNoTracking().Where(x => x.AuditId == id && x.Number > wish.After), wish).OrderBy(x => x.Number).Take(count).ToList(),
        cancellationToken);

    /// <summary>A finished subject's run; null where there is none, or another version kept it in a form that this one cannot read.</summary>
    public async Task<AssessedRun?> RunAsync(string id, int number, CancellationToken cancellationToken)
    {
        var kept = await ReadAsync(
            database => database.AuditRuns.Where(x => x.AuditId == id && x.Number == number).Select(x => x.Run).FirstOrDefault(), cancellationToken);
        return kept is null ? null : PackedRun.Read(kept);
    }

    /// <summary>How many subjects a minute were finished lately.</summary>
    public async Task<double> PerMinuteAsync(StoredAudit audit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var age = now - DateTimeOffset.FromUnixTimeMilliseconds(audit.CreatedAt);
        var span = age < Lately && age > TimeSpan.Zero ? age : Lately;
        var since = (now - span).ToUnixTimeMilliseconds();
        var finished = await ReadAsync(database => database.AuditItems.Count(x => x.AuditId == audit.Id && x.FinishedAt > since), cancellationToken);
        return finished / span.TotalMinutes;
    }

    /// <summary>What was found, in sum.</summary>
    public Task<AuditTally> TallyAsync(string id, CancellationToken cancellationToken) => ReadAsync(database => Tally(database, id), cancellationToken);

    private static AuditTally Tally(AdvisorDb database, string id)
    {
        var finished = database.AuditItems.Where(x => x.AuditId == id && x.FinishedAt != null);
        var states = finished.GroupBy(x => x.State).Select(x => new { State = x.Key, Count = x.Count() }).ToList();
        var codes = finished.GroupBy(x => x.Codes).Select(x => new { Codes = x.Key, Count = x.Count() }).ToList();
        var hosts = finished.Where(x => x.MailHost != null).GroupBy(x => x.MailHost).Select(x => new { Host = x.Key, Count = x.Count() });
        return new(
            states.ToDictionary(x => (SummaryState)x.State!.Value, x => x.Count),
            codes.SelectMany(x => (x.Codes ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries).Select(code => (code, x.Count)))
                .GroupBy(x => x.code).Select(x => (x.Key, x.Sum(y => y.Count))).OrderByDescending(x => x.Item2).ThenBy(x => x.Key, StringComparer.Ordinal).ToList(),
            hosts.OrderByDescending(x => x.Count).ThenBy(x => x.Host).Take(MostHosts).ToList().ConvertAll(x => (x.Host!, x.Count)),
            hosts.Count());
    }

    private static IQueryable<StoredAuditItem> Wished(IQueryable<StoredAuditItem> items, ResultWish wish)
    {
        if (wish.State is { } state)
        {
            int? kept = state == AuditedState.Waiting ? null : (int)state.Summary()!.Value;
            items = items.Where(x => x.State == kept);
        }

        if (wish.Finding is { } finding && $"|{finding}|" is var code) items = items.Where(x => x.Codes != null && x.Codes.Contains(code));
        if (wish.Host is { } host) items = items.Where(x => x.MailHost == host);
        if (wish.Domain is { } domain) items = items.Where(x => x.Subject.Contains(domain) || x.Asked.Contains(domain));
        return items;
    }

    private Task<T> ReadAsync<T>(Func<AdvisorDb, T> query, CancellationToken cancellationToken) => threads.ReadAsync(
        () =>
        {
            using var database = databases.CreateDbContext();
            return query(database);
        },
        cancellationToken);
}

/// <summary>What an audit has found, in sum.</summary>
/// <param name="States">How many finished subjects are in each state.</param>
/// <param name="Findings">How many have each finding, as it is spelled on the wire, the most frequent first.</param>
/// <param name="Hosts">How many each mail host serves, those with the most first.</param>
/// <param name="HostCount">How many mail hosts there are.</param>
internal sealed record AuditTally(
    IReadOnlyDictionary<SummaryState, int> States, IReadOnlyList<(string Code, int Count)> Findings, IReadOnlyList<(string Host, int Count)> Hosts, int HostCount);
