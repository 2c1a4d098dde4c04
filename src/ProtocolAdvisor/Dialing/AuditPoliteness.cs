namespace ProtocolAdvisor.Dialing;

/// <summary>
/// How a run that is one of an audit's many treats what its domains have in common: their servers, web servers and the public catalogue.
/// Servers are probed once, and the facts serve all
/// domains that lead there; what depends on the domain is judged for each.
/// </summary>
public sealed record AuditPoliteness
{
    /// <summary>How long the facts of an endpoint serve an audit's domains.</summary>
    internal static readonly TimeSpan ProbeKeep = TimeSpan.FromMinutes(10);

    /// <summary>
    /// New connections to one mail host, and to one address, in a minute, 1 or more: it lowers the limits for this audit's probes and never
    /// raises them. Null for an audit's usual part.
    /// </summary>
    public int? PerHostPerMinute { get; init; }

    /// <summary>Whether the catalogue's web server is asked, at most five times a second for all audits of the process; otherwise only the
    /// operator's folder is looked into.</summary>
    public bool CatalogueFromNetwork { get; init; }

    /// <summary>When the audit began: what was seen of a server before, by another audit, does not count. Null where it may.</summary>
    public DateTimeOffset? Since { get; init; }
}
