using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// Gathers IMAP's QUOTA responses (RFC 9208 §4.2.2): a folder may have several roots, each with several resources, and for each resource
/// the fullest root decides whether mail can still be delivered. A limit of 0 and an empty list are no limits; resources that are neither
/// storage nor messages are passed over.
/// </summary>
internal sealed class ImapQuota
{
    private const long StorageUnit = 1024;

    /// <summary>The fullest storage quota; null where there is none.</summary>
    internal Quota? Storage { get; private set; }

    /// <summary>The fullest quota of messages; null where there is none.</summary>
    internal MessageQuota? Messages { get; private set; }

    /// <summary>Notes a line; any other than a QUOTA response is passed over.</summary>
    internal void Hear(IReadOnlyList<ImapToken> line)
    {
        if (line.Count < 4 || !line[1].Is("QUOTA") || !line[3].Is("(")) return;
        for (var i = 4; i + 2 < line.Count; i += 3)
        {
            if (line[i + 1].Number is not (>= 0 and <= Plausible.MaxBytes / StorageUnit and var used)) continue;
            if (line[i + 2].Number is not (> 0 and <= Plausible.MaxBytes / StorageUnit and var limit)) continue;
            if (line[i].Is("STORAGE")) Note(new Quota(used * StorageUnit, limit * StorageUnit));
            else if (line[i].Is("MESSAGE")) Note(new MessageQuota(used, limit));
        }
    }

    private void Note(Quota quota)
    {
        if (Storage is null || quota.Share > Storage.Share) Storage = quota;
    }

    private void Note(MessageQuota quota)
    {
        if (Messages is null || quota.Share > Messages.Share) Messages = quota;
    }
}
