using System.Text.Json;
using System.Text.Json.Serialization;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Audits.Telling;

/// <summary>An audit: what was asked for, how far it is, and what it has found in sum.</summary>
/// <param name="Id">The unguessable id that opens it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="CreatedAt">When it was asked for, UTC.</param>
/// <param name="EndedAt">When its last subject was finished, UTC; null until then.</param>
/// <param name="ExpiresAt">When it is removed, UTC.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Usage">How the mailboxes are used.</param>
/// <param name="PerHostPerMinute">How often a mail host may be dialled for it in a minute; null for as often as the operator allows.</param>
/// <param name="CatalogueFromNetwork">Whether the public catalogue of settings may be asked.</param>
/// <param name="RepeatEvery">After how many days it is made again (<c>P7D</c>); null for never.</param>
/// <param name="NextAt">When it is made again, UTC; null for never, and once it has been.</param>
/// <param name="RepeatOf">The audit that it repeats; null for none.</param>
/// <param name="CompareWith">The audit that its changes are told against where none is named; null for none.</param>
/// <param name="List">What became of the list, in the answer to its upload; null elsewhere.</param>
/// <param name="Sums">What it has found so far; null in lists of audits.</param>
/// <param name="Location">The audit: <c>GET</c> opens it.</param>
internal sealed record AuditReport(
    string Id,
    string Name,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset ExpiresAt,
    AuditProgressReport Progress,
    Usage Usage,
    int? PerHostPerMinute,
    bool CatalogueFromNetwork,
    string? RepeatEvery,
    DateTimeOffset? NextAt,
    string? RepeatOf,
    string? CompareWith,
    TakenListReport? List,
    AuditSumsReport? Sums,
    string Location)
{
    /// <summary>What is told of an audit.</summary>
    public static AuditReport Of(StoredAudit audit, AuditProgressReport progress) => new(
        audit.Id,
        audit.Name,
        At(audit.CreatedAt),
        audit.EndedAt is { } ended ? At(ended) : null,
        At(audit.ExpiresAt),
        progress,
        JsonSerializer.Deserialize<Usage>(audit.Usage, WireJson.IgnoringUnknown) ?? new Usage(),
        audit.PerHostPerMinute,
        audit.CatalogueFromNetwork,
        AuditRepeat.Written(audit.RepeatEveryDays),
        audit.NextAt is { } next ? At(next) : null,
        audit.RepeatOf,
        audit.CompareWith ?? audit.RepeatOf,
        null,
        null,
        AuditPaths.Of(audit.Id));

    private static DateTimeOffset At(long instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant);
}

/// <summary>How far an audit is.</summary>
/// <param name="State">Whether it goes on.</param>
/// <param name="Held">What of ours it waits for, while it is running; null where it goes on.</param>
/// <param name="Total">How many subjects it has.</param>
/// <param name="Done">How many of them are finished.</param>
/// <param name="PerMinute">How many were finished in the last minute; null where it is not running.</param>
/// <param name="ExpectedEnd">When the last one will be finished at this rate, UTC; null where that cannot be told.</param>
internal sealed record AuditProgressReport(AuditState State, AuditHold? Held, int Total, int Done, double? PerMinute, DateTimeOffset? ExpectedEnd);

/// <summary>Whether an audit goes on.</summary>
[JsonConverter(typeof(CamelCase<AuditState>))]
internal enum AuditState
{
    /// <summary>Subjects wait, or are looked at.</summary>
    Running,

    /// <summary>It was stopped for now.</summary>
    Paused,

    /// <summary>Every subject is finished.</summary>
    Done,
}

/// <summary>What of the service's own an audit waits for.</summary>
[JsonConverter(typeof(CamelCase<AuditHold>))]
internal enum AuditHold
{
    /// <summary>The service's name servers do not answer.</summary>
    Resolver,

    /// <summary>Results cannot be written.</summary>
    Storage,
}

/// <summary>What became of an uploaded list.</summary>
/// <param name="Subjects">How many subjects were taken.</param>
/// <param name="Duplicates">How many were left out because one before them asks the same: an address asks what its domain asks.</param>
/// <param name="IgnoredColumns">Columns of a table that nobody reads, by their headings; at most 20.</param>
internal sealed record TakenListReport(int Subjects, int Duplicates, IReadOnlyList<string> IgnoredColumns);

/// <summary>What an audit has found so far, in sum.</summary>
/// <param name="Works">Subjects that work.</param>
/// <param name="ToMend">Subjects that work, with something to be mended all the same.</param>
/// <param name="DoesNotWork">Subjects that do not work.</param>
/// <param name="CouldNotFindOut">Subjects of which something of ours, or of the way between, kept us from finding out.</param>
/// <param name="Findings">How many subjects have each finding, the most frequent first; what is only good to know is not counted.</param>
/// <param name="MailHosts">How many subjects each mail host serves, those with the most first; at most 100.</param>
/// <param name="MailHostCount">How many mail hosts there are.</param>
internal sealed record AuditSumsReport(
    int Works,
    int ToMend,
    int DoesNotWork,
    int CouldNotFindOut,
    IReadOnlyList<FindingSumReport> Findings,
    IReadOnlyList<HostSumReport> MailHosts,
    int MailHostCount)
{
    private static readonly Dictionary<string, FindingCode> Codes = Enum.GetValues<FindingCode>().ToDictionary(WireName.Of);

    /// <summary>The told form. A code that another version kept is not told.</summary>
    public static AuditSumsReport Of(Tables.AuditTally tally) => new(
        tally.States.GetValueOrDefault(SummaryState.Works),
        tally.States.GetValueOrDefault(SummaryState.ToMend),
        tally.States.GetValueOrDefault(SummaryState.DoesNotWork),
        tally.States.GetValueOrDefault(SummaryState.CouldNotFindOut),
        [.. tally.Findings.Where(x => Codes.ContainsKey(x.Code)).Select(x => new FindingSumReport(Codes[x.Code], x.Count))],
        [.. tally.Hosts.Select(x => new HostSumReport(x.Host, x.Count))],
        tally.HostCount);
}

/// <summary>How many subjects have a finding.</summary>
/// <param name="Code">The finding.</param>
/// <param name="Subjects">How many.</param>
internal sealed record FindingSumReport(FindingCode Code, int Subjects);

/// <summary>How many subjects a mail host serves.</summary>
/// <param name="Host">The host.</param>
/// <param name="Subjects">How many.</param>
internal sealed record HostSumReport(string Host, int Subjects);

/// <summary>Some of the caller's audits.</summary>
/// <param name="Items">The audits, the newest first.</param>
/// <param name="Next">The <c>cursor</c> with which the list goes on; null where there are no more.</param>
internal sealed record AuditListReply(IReadOnlyList<AuditReport> Items, string? Next);
