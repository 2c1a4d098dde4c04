using System.Buffers;
using System.Text;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>Which reports are looked for.</summary>
/// <param name="Owner">The name of the key that they were made with; null for those made without one.</param>
/// <param name="OfEverybody">Whether it does not matter whose they are.</param>
internal sealed record HistoryWish(string? Owner, bool OfEverybody)
{
    /// <summary>A part of their domain, or of their server where no address was given, in lower case; null for any.</summary>
    public string? Domain { get; init; }

    /// <summary>A part of their domain or note, in lower case; null for any.</summary>
    public string? Anything { get; init; }

    /// <summary>Their masked address; null for any.</summary>
    public string? Account { get; init; }

    /// <summary>Their whole domain, where no address was given; null for any.</summary>
    public string? ExactDomain { get; init; }

    /// <summary>Their first server, where neither was given; null for any.</summary>
    public string? ExactServer { get; init; }

    /// <summary>Their state, as the wire spells it; null for any.</summary>
    public string? State { get; init; }

    /// <summary>What they recommend, as the wire spells it; null for any.</summary>
    public string? Protocol { get; init; }

    /// <summary>The code of a finding that they have; null for any.</summary>
    public string? Finding { get; init; }

    /// <summary>The report after which to go on; null for the newest.</summary>
    public ReportCursor? After { get; init; }

    /// <summary>When their runs began at the earliest; null for any time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before when they began; null for any time.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>A text that is a part of what they are found by; null where none is looked for.</summary>
    public string? Text => Domain ?? Anything;

    /// <summary>Whether they are not simply the newest.</summary>
    public bool IsNarrow => (Text ?? State ?? Protocol ?? Finding) is not null;

    /// <summary>Whether a report is looked for by what it is and not only by whose and when.</summary>
    public bool IsSearch => IsNarrow || Account is not null;

    /// <summary>Those whose turn it is by owner, account and time: what keeps to the order of an index.</summary>
    public IQueryable<ReportRow> Seen(IQueryable<ReportRow> rows)
    {
        if (!OfEverybody) rows = rows.Where(x => x.Owner == Owner);
        if (Account is { } account)
        {
            var (small, large) = (Spelt(account, Rune.ToLowerInvariant), Spelt(account, Rune.ToUpperInvariant));
            rows = rows.Where(x => x.Account == small || x.Account == large);
        }

        if (ExactDomain is { } domain) rows = rows.Where(x => x.Domain == domain && x.Account == null);
        if (ExactServer is { } server) rows = rows.Where(x => x.Server == server && x.Domain == null);
        if (From?.ToUnixTimeMilliseconds() is { } from) rows = rows.Where(x => x.CreatedAt >= from);
        if (Before?.ToUnixTimeMilliseconds() is { } before) rows = rows.Where(x => x.CreatedAt < before);
#pragma warning disable CA1309 // Made into SQL, where text is compared by its bytes.
        if (After is var (at, id)) rows = rows.Where(x => x.CreatedAt <= at && (x.CreatedAt < at || string.Compare(x.Id, id) > 0));
#pragma warning restore CA1309
        return rows;
    }

    // Of a masked address only the first letter may be spelt in two ways.
    private static string Spelt(string account, Func<Rune, Rune> first) =>
        Rune.DecodeFromUtf16(account, out var rune, out var length) == OperationStatus.Done ? $"{first(rune)}{account[length..]}" : account;

    /// <summary>Those of them that have what is looked for.</summary>
    public IQueryable<ReportRow> Narrowed(AdvisorDb database, IQueryable<ReportRow> rows)
    {
        if (Domain is { } domain) rows = rows.Where(x => (x.Domain ?? x.Server)!.Contains(domain));
        if (Anything is { } text) rows = rows.Where(x => x.Searched.Contains(text));
        if (State is { } state) rows = rows.Where(x => x.State == state);
        if (Protocol is { } protocol) rows = rows.Where(x => x.Protocol == protocol);
        if (Finding is { } code) rows = rows.Where(x => database.RowFindings.Any(y => y.Code == code && y.Number == x.Number));
        return rows;
    }
}
