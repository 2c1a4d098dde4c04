namespace ProtocolAdvisor.Web.Storage;

/// <summary>One subject of an audit, and what is kept of it for lists and sums; the whole run lies beside it (<see cref="StoredAuditRun"/>).</summary>
internal sealed class StoredAuditItem
{
    /// <summary>Whose it is.</summary>
    public required string AuditId { get; init; }

    /// <summary>Its place in the list, from 1 on.</summary>
    public required int Number { get; init; }

    /// <summary>The subject as it is shown: without a user's name.</summary>
    public required string Subject { get; init; }

    /// <summary>What is asked: a domain, or servers. Two subjects that ask the same have the same.</summary>
    public required string Asked { get; init; }

    /// <summary>The list's own word for it, such as a customer's number; null where it has none.</summary>
    public string? Reference { get; init; }

    /// <summary>When it was finished, Unix time in milliseconds; null while it waits.</summary>
    public long? FinishedAt { get; init; }

    /// <summary>Whether it works (<see cref="Reports.SummaryState"/>); null while it waits.</summary>
    public int? State { get; init; }

    /// <summary>The codes of its findings, as <c>|a|b|</c>; null while it waits.</summary>
    public string? Codes { get; init; }

    /// <summary>The host that serves its mail; null where none is known.</summary>
    public string? MailHost { get; init; }

    /// <summary>What a list tells of it: UTF-8 JSON; null while it waits.</summary>
    public byte[]? Row { get; init; }
}

/// <summary>A finished subject's run, of which its report is made.</summary>
internal sealed class StoredAuditRun
{
    /// <summary>Whose it is.</summary>
    public required string AuditId { get; init; }

    /// <summary>The subject's place in the list.</summary>
    public required int Number { get; init; }

    /// <summary>The run as UTF-8 JSON, compressed by Brotli.</summary>
    public required byte[] Run { get; init; }
}
