namespace ProtocolAdvisor.Measurement;

/// <summary>The maildrop as POP3 shows it: the Inbox, or less.</summary>
public sealed record Pop3Maildrop
{
    /// <summary>Messages (STAT).</summary>
    public long? Messages { get; init; }

    /// <summary>Bytes (STAT).</summary>
    public long? Bytes { get; init; }

    /// <summary>Whether UIDL works: without it a client cannot tell what it has fetched before.</summary>
    public bool? Uidl { get; init; }

    /// <summary>Whether TOP is offered.</summary>
    public bool? Top { get; init; }

    /// <summary>Whether commands may be sent ahead (PIPELINING).</summary>
    public bool? Pipelining { get; init; }

    /// <summary>Days after which the server deletes messages (EXPIRE n, RFC 2449 §6.7); null when it does not, or does not say.</summary>
    public int? ExpireDays { get; init; }

    /// <summary>EXPIRE 0: what was fetched may be deleted at once.</summary>
    public bool? ExpiresOnRetrieval { get; init; }

    /// <summary>Seconds that a client must wait between sign-ins (LOGIN-DELAY).</summary>
    public int? LoginDelaySeconds { get; init; }

    /// <summary>Size of the largest message (LIST).</summary>
    public long? LargestMessageBytes { get; init; }

    /// <summary>Size of the median message (LIST).</summary>
    public long? MedianMessageBytes { get; init; }

    /// <summary>Size of a large message: the 95th percentile (LIST).</summary>
    public long? LargeMessageBytes { get; init; }

    /// <summary>The sample fetches.</summary>
    public LatencySummary? Fetch { get; init; }
}
