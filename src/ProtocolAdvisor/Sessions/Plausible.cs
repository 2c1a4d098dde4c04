namespace ProtocolAdvisor.Sessions;

/// <summary>
/// The largest numbers that we believe: no mailbox is larger, a sum could overflow, and readers of JSON would round (RFC 8259 §6).
/// </summary>
internal static class Plausible
{
    /// <summary>Most bytes of a folder or a maildrop.</summary>
    internal const long MaxBytes = 1L << 53;

    /// <summary>
    /// Most messages of a folder: no server that is known holds as many, and numbers that wrapped around at 2^31 or 2^32 are larger.
    /// </summary>
    internal const long MaxMessages = 100_000_000;

    /// <summary>Most bytes of a message: what wraps around at 2^31 or 2^32 lies beyond.</summary>
    internal const long MaxMessageBytes = int.MaxValue - 1L;

    /// <summary>The number where it is to be believed; null where it is not, or none was told.</summary>
    internal static long? Messages(long? told) => told is >= 0 and <= MaxMessages ? told : null;

    /// <summary>The bytes of so many messages, where they are to be believed; null where they are not, or none were told.</summary>
    internal static long? Bytes(long? told, long? messages) => told is >= 0 and <= MaxBytes && messages is { } count && told <= count * MaxMessageBytes ? told : null;
}
