using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>What the survey may ask, as the server's capabilities say.</summary>
/// <param name="ListStatus">Whether a list of folders brings their counts along (RFC 5819).</param>
/// <param name="ListSpecialUse">Whether it takes the wish for special uses (RFC 6154 §2).</param>
/// <param name="StatusSize">Whether STATUS sums sizes up (RFC 8438).</param>
/// <param name="Namespaces">Whether NAMESPACE is there (RFC 2342).</param>
/// <param name="Quota">Whether GETQUOTAROOT is there (RFC 9208).</param>
/// <param name="Literals">Whether literals may be sent without being asked for (RFC 7888).</param>
internal sealed record SurveyOffer(bool ListStatus, bool ListSpecialUse, bool StatusSize, bool Namespaces, bool Quota, bool Literals)
{
    private const string Revision2 = "IMAP4rev2";

    /// <summary>What the server has told.</summary>
    internal static SurveyOffer Of(CapabilitySet told) => new(
        ListStatus: Has(told, "LIST-STATUS"),
        ListSpecialUse: Has(told, "SPECIAL-USE") && (Has(told, "LIST-EXTENDED") || Has(told, "LIST-STATUS")),
        StatusSize: Has(told, "STATUS=SIZE"),
        Namespaces: Has(told, "NAMESPACE"),
        Quota: told.Has("QUOTA"),
        Literals: told.Has("LITERAL+") || Has(told, "LITERAL-"));

    /// <summary>
    /// What it probably offers behind the sign-in. ENABLE (RFC 5161) without NAMESPACE, which is thirteen years older, is the list of a server that tells the rest only
    /// then (Dovecot, Cyrus): it is asked as modern servers can be. What that is wrong about is answered with BAD, and asked again as the server has told by then.
    /// </summary>
    internal static SurveyOffer Presumed(CapabilitySet before) =>
        before.Has("ENABLE") && !Has(before, "NAMESPACE") ? new(true, true, true, true, true, Of(before).Literals) : Of(before);

    /// <summary>Whether new mail is pushed (RFC 2177).</summary>
    internal static bool Idle(CapabilitySet told) => Has(told, "IDLE");

    // Revision 2 contains them (RFC 9051, appendix E).
    private static bool Has(CapabilitySet told, string name) => told.Has(name) || told.Has(Revision2);
}
