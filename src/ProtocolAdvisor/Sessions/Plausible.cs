namespace ProtocolAdvisor.Sessions;

/// <summary>How far a server's numbers are believed: beyond it no mailbox lies, a sum could overflow, and JSON's readers would round (RFC 8259 §6).</summary>
internal static class Plausible
{
    /// <summary>Most bytes of a message, a folder or a maildrop.</summary>
    internal const long MaxBytes = 1L << 53;
}
