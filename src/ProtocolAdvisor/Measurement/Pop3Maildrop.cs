using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Measurement;

/// <summary>The maildrop as POP3 shows it: the Inbox, or less.</summary>
public sealed record Pop3Maildrop
{
    /// <summary>Messages: STAT's count, or fewer where fewer are listed.</summary>
    public long? Messages { get; init; }

    /// <summary>Their bytes: STAT's sum, or less where the list comes to less.</summary>
    public long? Bytes { get; init; }

    /// <summary>What STAT, LIST and UIDL told, one against the other; null where nothing was told, or in runs kept before they were compared.</summary>
    public MaildropCounts? Counts { get; init; }

    /// <summary>
    /// Whether the server listed its capabilities after the sign-in. Then TOP, PIPELINING, EXPIRE and LOGIN-DELAY are this user's, and what is not listed is not there;
    /// else they are what was said before it, and silence means unknown.
    /// </summary>
    public bool ListedAfterSignIn { get; init; }

    /// <summary>Whether UIDL works: without it a client cannot tell what it has fetched before. Null where that is not known, or only some messages have an id.</summary>
    public bool? Uidl { get; init; }

    /// <summary>Whether TOP is offered, or, where the server does not say, works; null where that is not known.</summary>
    public bool? Top { get; init; }

    /// <summary>Whether commands may be sent ahead (PIPELINING); null where that is not known.</summary>
    public bool? Pipelining { get; init; }

    /// <summary>Days after which the server deletes messages (EXPIRE n, RFC 2449 §6.7); null when it does not, or does not say.</summary>
    public int? ExpireDays { get; init; }

    /// <summary>EXPIRE 0: what was fetched may be deleted at once. Null where the server does not say it of this user.</summary>
    public bool? ExpiresOnRetrieval { get; init; }

    /// <summary>Whether the server deletes what is fetched: EXPIRE 0, in whichever member it was told.</summary>
    [JsonIgnore]
    public bool? DeletesAtOnce => ExpireDays == 0 ? true : ExpiresOnRetrieval;

    /// <summary>Seconds that a client must wait between sign-ins (LOGIN-DELAY).</summary>
    public int? LoginDelaySeconds { get; init; }

    /// <summary>The same where it is known: a list of capabilities after the sign-in that leaves LOGIN-DELAY out has none.</summary>
    [JsonIgnore]
    public int? KnownLoginDelaySeconds => LoginDelaySeconds ?? (ListedAfterSignIn ? 0 : null);

    /// <summary>Size of the largest message (LIST).</summary>
    public long? LargestMessageBytes { get; init; }

    /// <summary>Size of the median message (LIST).</summary>
    public long? MedianMessageBytes { get; init; }

    /// <summary>Size of a large message: the 95th percentile (LIST).</summary>
    public long? LargeMessageBytes { get; init; }

    /// <summary>Listed messages that were asked for as samples and not handed out.</summary>
    public int Unreadable { get; init; }

    /// <summary>The sample fetches.</summary>
    public LatencySummary? Fetch { get; init; }
}
