using System.Text.Json.Serialization;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>What has changed at a subject between two audits. Pure.</summary>
/// <param name="Appeared">Findings that were not there before.</param>
/// <param name="Mended">Findings that are no longer there.</param>
/// <param name="Changed">What else is another.</param>
internal sealed record SubjectChange(IReadOnlyList<FindingCode> Appeared, IReadOnlyList<FindingCode> Mended, IReadOnlyList<ChangedPart> Changed)
{
    // What a search finds out of those who name servers.
    private static readonly FindingCode[] OfSearch =
    [
        FindingCode.SettingsDrift, FindingCode.AutoconfigInvalid, FindingCode.AutoconfigInsecure, FindingCode.SettingsWebFault, FindingCode.SettingsEmpty,
        FindingCode.DiscoveryNothingFound,
    ];

    /// <summary>Whether anything has.</summary>
    public bool IsAny => Appeared.Count + Mended.Count + Changed.Count > 0;

    /// <summary>
    /// Holds two rows against each other. Where one of them could not be found out, only that is told: what was not seen is neither mended
    /// nor gone, and what was not seen before is not new; so it is with single servers, and with what is advised instead of them. A finding
    /// can stand in a row of which it is not all judged: one host has shown it, another was silent. So what is new is judged by the earlier
    /// row alone, and what is mended by the later one.
    /// </summary>
    public static SubjectChange Between(AuditRow before, AuditRow after)
    {
        var state = before.State == after.State ? Array.Empty<ChangedPart>() : [ChangedPart.State];
        if (IsUnknown(before) || IsUnknown(after)) return new([], [], state);
        var (come, gone) = (after.Findings.Except(before.Findings).ToList(), before.Findings.Except(after.Findings).ToList());
        var (appeared, mended) = (come.Except(NotSeen(before, after)).ToList(), gone.Except(NotSeen(after, before)).ToList());
        var isOpen = Works(before) && Works(after) && come.Count + gone.Count > 0 && appeared.Count + mended.Count == 0;
        return new(appeared, mended, [.. isOpen ? [] : state, .. Parts(before, after)]);
    }

    private static IEnumerable<FindingCode> NotSeen(AuditRow by, AuditRow other) => by.NotJudged.Concat(Unseen(other, by));

    // A row does not say at which server a finding was: where the other run did not come to look at one of them, it may have been there.
    private static IEnumerable<FindingCode> Unseen(AuditRow row, AuditRow other) =>
        row.Servers.Any(x => other.IsOpen(x.Host, x.Port, row)) ? row.Findings : other.Unheard.Except(row.Unheard).Any() ? row.Findings.Where(OfSearch.Contains) : [];

    private static bool Works(AuditRow row) => row.State is SummaryState.Works or SummaryState.ToMend;

    private static bool IsUnknown(AuditRow row) => row.State == SummaryState.CouldNotFindOut;

    private static IEnumerable<ChangedPart> Parts(AuditRow before, AuditRow after)
    {
        var isIncomingKnown = !IsOpen(before.Incoming, before, after) && !IsOpen(after.Incoming, after, before);
        if (isIncomingKnown && before.Protocol != after.Protocol) yield return ChangedPart.Protocol;
        if (isIncomingKnown && before.MailHost != after.MailHost) yield return ChangedPart.MailHost;
        if ((isIncomingKnown && before.Incoming != after.Incoming) || (before.Outgoing != after.Outgoing && !IsOpen(before.Outgoing, before, after) && !IsOpen(after.Outgoing, after, before)))
            yield return ChangedPart.Settings;
        var (was, now) = (Seen(before, after), Seen(after, before));
        if (!Endpoints(was).SetEquals(Endpoints(now))) yield return ChangedPart.Endpoints;
        if (!Certificates(was).SetEquals(Certificates(now))) yield return ChangedPart.Certificate;
    }

    // Who was advised to use a server that the other run did not come to look at, was advised otherwise for that reason alone, as far as is known.
    private static bool IsOpen(RowServer? server, AuditRow row, AuditRow other) => server is not null && other.IsOpen(server.Host, server.Port, row);

    private static List<RowEndpoint> Seen(AuditRow row, AuditRow other) => [.. row.Servers.Where(x => !row.IsUnexamined(x.Host, x.Port) && !other.IsOpen(x.Host, x.Port, row))];

    private static HashSet<(string, int, bool)> Endpoints(List<RowEndpoint> servers) => [.. servers.Select(x => (x.Host, x.Port, x.Usable))];

    private static HashSet<string> Certificates(List<RowEndpoint> servers) => [.. servers.Select(x => x.Certificate).OfType<string>()];
}

/// <summary>What of a subject has changed.</summary>
[JsonConverter(typeof(CamelCase<ChangedPart>))]
internal enum ChangedPart
{
    /// <summary>Whether it works.</summary>
    State,

    /// <summary>What is recommended.</summary>
    Protocol,

    /// <summary>The host that serves the mail.</summary>
    MailHost,

    /// <summary>The servers to be set up in a mail program.</summary>
    Settings,

    /// <summary>The endpoints that can be used.</summary>
    Endpoints,

    /// <summary>A server's certificate.</summary>
    Certificate,
}
