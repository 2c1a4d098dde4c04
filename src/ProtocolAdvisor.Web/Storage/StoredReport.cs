namespace ProtocolAdvisor.Web.Storage;

/// <summary>A report as it lies in the database: the run that it is made of, in no language, without secrets or full addresses.</summary>
internal sealed class StoredReport
{
    /// <summary>The unguessable id.</summary>
    public required string Id { get; init; }

    /// <summary>When it is removed: Unix time in milliseconds, so that every database compares it alike.</summary>
    public required long ExpiresAt { get; init; }

    /// <summary>When its run began: Unix time in milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>What it is found by: the mail domain, or where no address was given the first server.</summary>
    public required string? Domain { get; init; }

    /// <summary>The name of the key that it was made with, to whose holder alone the history shows it; null for a caller without one.</summary>
    public required string? Owner { get; init; }

    /// <summary>The hash of the caller's name for the request (<c>Idempotency-Key</c>); null where it gave none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The sealed hash of the request without its secret, by which it is known again; null where the request had no name.</summary>
    public byte[]? IdempotencyBody { get; init; }

    /// <summary>The run as UTF-8 JSON.</summary>
    public required byte[] Run { get; init; }

    /// <summary>What lists say of it, to be written with it; null where that is to be found out later.</summary>
    public ReportRow? Row { get; init; }
}
