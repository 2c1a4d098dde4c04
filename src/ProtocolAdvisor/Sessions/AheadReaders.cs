using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// Servers that read on behind a sign-in. PIPELINING and SASL-IR do not promise it: Cyrus 3.6 announces both, and reads its buffer once more from the beginning, the sign-in
/// included (seen; 2026-11); Courier hands the connection on without it. Whoever is not known to be able to is asked when it has answered.
/// </summary>
internal static class AheadReaders
{
    private static readonly string[] Named = ["Dovecot"];

    // What Dovecot tells before the sign-in, whatever its greeting says (login-common; imap_capability).
    private static readonly string[] Signature = ["SASL-IR", "LOGIN-REFERRALS", "ID", "ENABLE", "IDLE", "LITERAL+"];

    /// <summary>Whether the server is one of them.</summary>
    /// <param name="protocol">What it speaks.</param>
    /// <param name="implementation">Its software, where it says; null where not.</param>
    /// <param name="capabilities">What it tells before the sign-in.</param>
    internal static bool Include(MailProtocol protocol, string? implementation, CapabilitySet capabilities) => protocol switch
    {
        MailProtocol.Imap => Is(implementation) || (Signature.All(capabilities.Has) && !capabilities.Has("NAMESPACE")),
        MailProtocol.Pop3 => Is(implementation) && capabilities.Has("PIPELINING"),
        MailProtocol.Submission => false,
    };

    private static bool Is(string? implementation) => implementation is not null && Named.Any(x => implementation.StartsWith(x, StringComparison.OrdinalIgnoreCase));
}
