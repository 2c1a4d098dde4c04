using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>What a maildrop's own commands told, as far as they have been answered.</summary>
/// <param name="Messages">Messages (STAT).</param>
/// <param name="Bytes">Their bytes (STAT).</param>
internal sealed record MaildropSurvey(long Messages, long Bytes)
{
    /// <summary>CAPA's lines after the sign-in, which are this user's (RFC 2449 §5); null where the server listed none.</summary>
    internal CapabilitySet? Capabilities { get; init; }

    /// <summary>LIST; null where it was refused, or not answered yet.</summary>
    internal ScanListing? Listing { get; init; }

    /// <summary>UIDL; null where it was not asked, or not answered yet.</summary>
    internal UniqueIdListing? Ids { get; init; }
}
