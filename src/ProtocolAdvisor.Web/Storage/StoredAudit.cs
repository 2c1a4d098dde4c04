namespace ProtocolAdvisor.Web.Storage;

/// <summary>An audit as it lies in the database: what was asked for, and how far it is. Instants are Unix time in milliseconds.</summary>
internal sealed class StoredAudit
{
    /// <summary>The unguessable id.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the key that it was made with; null for a caller without one.</summary>
    public required string? Owner { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>When it was asked for.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>When it is removed; in the past, it is nobody's any more.</summary>
    public required long ExpiresAt { get; set; }

    /// <summary>When its last subject was finished; null until then.</summary>
    public long? EndedAt { get; set; }

    /// <summary>How far it is.</summary>
    public StoredAuditState State { get; set; }

    /// <summary>What it waits for; null where it goes on.</summary>
    public StoredAuditHold? Hold { get; set; }

    /// <summary>How the mailboxes are used: UTF-8 JSON.</summary>
    public required byte[] Usage { get; init; }

    /// <summary>How often a mail host may be dialled for it in a minute; null for as often as for anything else.</summary>
    public int? PerHostPerMinute { get; init; }

    /// <summary>Whether the public catalogue may be asked.</summary>
    public bool CatalogueFromNetwork { get; init; }

    /// <summary>After how many days it is made again; null for never.</summary>
    public int? RepeatEveryDays { get; init; }

    /// <summary>When it is made again; null for never, and once it has been.</summary>
    public long? NextAt { get; set; }

    /// <summary>The audit that it repeats.</summary>
    public string? RepeatOf { get; init; }

    /// <summary>The audit that its changes are told against; null for the one that it repeats.</summary>
    public string? CompareWith { get; init; }

    /// <summary>How many subjects it has.</summary>
    public required int Total { get; init; }

    /// <summary>How many of them are finished.</summary>
    public int Done { get; set; }

    /// <summary>Who works on it: a process; null for nobody.</summary>
    public string? LeasedBy { get; set; }

    /// <summary>Until when nobody else does.</summary>
    public long? LeasedUntil { get; set; }

    /// <summary>The hash of the caller's name for the request (<c>Idempotency-Key</c>); null where it gave none.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>The sealed hash of the request, by which it is known again; null where the request had no name.</summary>
    public byte[]? IdempotencyBody { get; set; }
}

/// <summary>How far an audit is.</summary>
internal enum StoredAuditState
{
    /// <summary>Subjects wait, or are looked at.</summary>
    Running,

    /// <summary>Its owner has stopped it for now.</summary>
    Paused,

    /// <summary>Every subject is finished.</summary>
    Done,
}

/// <summary>What of ours an audit waits for.</summary>
internal enum StoredAuditHold
{
    /// <summary>Our name servers do not answer.</summary>
    Resolver,

    /// <summary>Results cannot be written.</summary>
    Storage,
}
