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
    /// <summary>Whether anything has.</summary>
    public bool IsAny => Appeared.Count + Mended.Count + Changed.Count > 0;

    /// <summary>
    /// Holds two rows against each other. Where one of them could not be found out, only that is told: what was not seen is neither mended
    /// nor gone, and what was not seen before is not new. A finding can stand in a row of which it is not all judged: one host has shown it,
    /// another was silent. So what is new is judged by the earlier row alone, and what is mended by the later one.
    /// </summary>
    public static SubjectChange Between(AuditRow before, AuditRow after)
    {
        var state = before.State == after.State ? Array.Empty<ChangedPart>() : [ChangedPart.State];
        if (IsUnknown(before) || IsUnknown(after)) return new([], [], state);
        var (come, gone) = (after.Findings.Except(before.Findings).ToList(), before.Findings.Except(after.Findings).ToList());
        var (appeared, mended) = (come.Except(before.NotJudged).ToList(), gone.Except(after.NotJudged).ToList());
        var isOpen = Works(before) && Works(after) && come.Count + gone.Count > 0 && appeared.Count + mended.Count == 0;
        return new(appeared, mended, [.. isOpen ? [] : state, .. Parts(before, after)]);
    }

    private static bool Works(AuditRow row) => row.State is SummaryState.Works or SummaryState.ToMend;

    private static bool IsUnknown(AuditRow row) => row.State == SummaryState.CouldNotFindOut;

    private static IEnumerable<ChangedPart> Parts(AuditRow before, AuditRow after)
    {
        if (before.Protocol != after.Protocol) yield return ChangedPart.Protocol;
        if (before.MailHost != after.MailHost) yield return ChangedPart.MailHost;
        if (before.Incoming != after.Incoming || before.Outgoing != after.Outgoing) yield return ChangedPart.Settings;
        if (!Endpoints(before).SetEquals(Endpoints(after))) yield return ChangedPart.Endpoints;
        if (!Certificates(before).SetEquals(Certificates(after))) yield return ChangedPart.Certificate;
    }

    private static HashSet<(string, int, bool)> Endpoints(AuditRow row) => [.. row.Servers.Select(x => (x.Host, x.Port, x.Usable))];

    private static HashSet<string> Certificates(AuditRow row) => [.. row.Servers.Select(x => x.Certificate).OfType<string>()];
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
