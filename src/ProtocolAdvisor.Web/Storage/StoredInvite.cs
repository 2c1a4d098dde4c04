namespace ProtocolAdvisor.Web.Storage;

/// <summary>A link with which somebody types his own password, as it lies in the database: by the token's hash, and without a full address that anybody could read.</summary>
internal sealed class StoredInvite
{
    /// <summary>What its maker knows it by; it opens nothing.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the token, in hexadecimal: the token itself is known only to whoever holds the link.</summary>
    public required string TokenHash { get; init; }

    /// <summary>The name of the key that it was made with; null for none.</summary>
    public required string? Owner { get; init; }

    /// <summary>Who asks, as the invited person reads it; null where nobody said so.</summary>
    public required string? AskedBy { get; init; }

    /// <summary>The masked address.</summary>
    public required string Account { get; init; }

    /// <summary>What is to be noted at the report; null for nothing.</summary>
    public required string? Note { get; init; }

    /// <summary>When it was made: Unix time in milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>When it ends: Unix time in milliseconds.</summary>
    public required long ExpiresAt { get; init; }

    /// <summary>What became of it.</summary>
    public required InviteStage Stage { get; set; }

    /// <summary>Since when: Unix time in milliseconds.</summary>
    public required long Since { get; set; }

    /// <summary>The report of its run; null until there is one.</summary>
    public string? ReportId { get; set; }

    /// <summary>What is to be checked, the full address with it, sealed; null as soon as it is no longer needed.</summary>
    public byte[]? Sealed { get; set; }
}

/// <summary>What became of an invite.</summary>
internal enum InviteStage
{
    /// <summary>Nobody has used it.</summary>
    Open,

    /// <summary>Its run is under way.</summary>
    Running,

    /// <summary>Its run has come to its end.</summary>
    Used,

    /// <summary>Its maker has taken it back.</summary>
    Revoked,
}
