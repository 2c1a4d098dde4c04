using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Web;

/// <summary>How one guarded GET ended.</summary>
/// <param name="Status">The final HTTP status; null when there was no final answer.</param>
/// <param name="Body">The decompressed body of a 200; empty otherwise.</param>
/// <param name="Secure">Whether every hop was https with a valid certificate.</param>
/// <param name="LastModified">The answer's own date of its content; null where it does not say.</param>
/// <param name="Failure">Why there is no answer; null when there is one, whatever its status.</param>
/// <param name="Detail">What exactly failed, fit to be shown; null where the kind says it all.</param>
internal sealed record HttpFetch(
    int? Status, ReadOnlyMemory<byte> Body, bool Secure, DateTimeOffset? LastModified, FailureKind? Failure, string? Detail)
{
    /// <summary>What exactly failed, where that is for us to say.</summary>
    internal Remark? Remark { get; init; }

    /// <summary>For how long the server lets its answer be kept (RFC 9111 §5.2.2); null where it does not say.</summary>
    internal TimeSpan? MaxAge { get; init; }
}
