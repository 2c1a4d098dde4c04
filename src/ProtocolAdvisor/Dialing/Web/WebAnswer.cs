using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Web;

/// <summary>What one web server answered to one request.</summary>
/// <param name="Status">The HTTP status; null when there was no answer.</param>
/// <param name="Failure">Why there was none.</param>
/// <param name="Detail">What exactly failed, fit to be shown.</param>
internal sealed record WebAnswer(int? Status, FailureKind? Failure = null, string? Detail = null)
{
    /// <summary>What exactly failed, where that is for us to say.</summary>
    internal Remark? Remark { get; init; }

    /// <summary>The decompressed body of a 200.</summary>
    internal ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The date of the content.</summary>
    internal DateTimeOffset? LastModified { get; init; }

    /// <summary>As in <see cref="HttpFetch"/>.</summary>
    internal TimeSpan? MaxAge { get; init; }

    /// <summary>Where a redirect leads, as an absolute URL; null for an answer that is final.</summary>
    internal Uri? Location { get; init; }

    /// <summary>An answer that did not come.</summary>
    internal static WebAnswer Failed(FailureKind kind, string? detail = null) => new(null, kind, detail is null ? null : ServerText.Of(detail));
}
