using System.Globalization;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Web.Audits.Tables;

namespace ProtocolAdvisor.Web.Audits.Telling;

/// <summary>Tells what has changed between two audits: in sum by going through all of it once, and page by page.</summary>
internal sealed class ChangeTeller(AuditChanges changes)
{
    private const int Part = 500;

    /// <summary>Reads a cursor; null where it is none.</summary>
    public static ChangePlace? PlaceOf(string? cursor)
    {
        if (cursor is null) return ChangePlace.Start;
        return cursor is ['a' or 'g', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new(cursor[0] == 'g', place) : null;
    }

    /// <summary>A page of the changes; with the sums where it is the first.</summary>
    public async Task<AuditChangesReply> TellAsync(string before, string after, ChangePlace place, int limit, CancellationToken cancellationToken)
    {
        var isFirst = place == ChangePlace.Start;
        var sums = new Sums();
        List<ChangedSubjectReport> page = [];
        string? next = null;
        await foreach (var (change, at) in FromAsync(before, after, place, cancellationToken))
        {
            sums.Add(change);
            if (page.Count < limit)
            {
                page.Add(change);
                next = CursorOf(at);
            }
            else if (!isFirst) return new(before, null, page, next);
        }

        var hasMore = sums.Count > page.Count;
        return new(before, isFirst ? sums.Told(await changes.ComparedAsync(before, after, cancellationToken)) : null, page, hasMore ? next : null);
    }

    private static string CursorOf(ChangePlace at) => string.Create(CultureInfo.InvariantCulture, $"{(at.IsGone ? 'g' : 'a')}{at.Number}");

    private async IAsyncEnumerable<(ChangedSubjectReport Change, ChangePlace At)> FromAsync(
        string before, string after, ChangePlace place, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var at = place; at is not null;)
        {
            var part = await changes.PartAsync(before, after, at, Part, cancellationToken);
            foreach (var changed in part)
                if (Told(changed) is { } told) yield return (told, new(at.IsGone, (changed.After ?? changed.Before)!.Number));
            at = part.Count == Part ? new(at.IsGone, (part[^1].After ?? part[^1].Before)!.Number) : at.IsGone ? null : new ChangePlace(true, 0);
        }
    }

    // Null where what differs is nothing that is told.
    private static ChangedSubjectReport? Told(ChangedSubject changed)
    {
        var before = changed.Before is { } earlier ? AuditResultReport.Of(earlier) : null;
        var after = changed.After is { } later ? AuditResultReport.Of(later) : null;
        if (before is null) return new(ChangeKind.Added, after!.Findings, [], [], null, after);
        if (after is null) return new(ChangeKind.Gone, [], [], [], before, null);
        if (AuditResultReport.RowOf(changed.Before!.Row) is not { } was || AuditResultReport.RowOf(changed.After!.Row) is not { } now) return null;
        var change = SubjectChange.Between(was, now);
        return change.IsAny ? new(ChangeKind.Changed, change.Appeared, change.Mended, change.Changed, before, after) : null;
    }

    private sealed class Sums
    {
        private readonly Dictionary<FindingCode, int> _appeared = [];
        private readonly Dictionary<FindingCode, int> _mended = [];
        private readonly Dictionary<ChangedPart, int> _parts = [];
        private readonly Dictionary<ChangeKind, int> _kinds = [];

        public int Count => _kinds.Values.Sum();

        public void Add(ChangedSubjectReport change)
        {
            Count1(_kinds, change.Kind);
            if (change.Kind != ChangeKind.Changed) return;
            foreach (var code in change.Appeared) Count1(_appeared, code);
            foreach (var code in change.Mended) Count1(_mended, code);
            foreach (var part in change.Changed) Count1(_parts, part);
        }

        public ChangeSumsReport Told(int compared) => new(
            compared,
            _kinds.GetValueOrDefault(ChangeKind.Changed),
            _kinds.GetValueOrDefault(ChangeKind.Added),
            _kinds.GetValueOrDefault(ChangeKind.Gone),
            Frequent(_appeared),
            Frequent(_mended),
            [.. _parts.OrderByDescending(x => x.Value).Select(x => new PartSumReport(x.Key, x.Value))]);

        private static IReadOnlyList<FindingSumReport> Frequent(Dictionary<FindingCode, int> counts) =>
            [.. counts.OrderByDescending(x => x.Value).ThenBy(x => x.Key).Select(x => new FindingSumReport(x.Key, x.Value))];

        private static void Count1<T>(Dictionary<T, int> counts, T key)
            where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
    }
}
