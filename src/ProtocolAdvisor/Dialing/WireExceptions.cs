using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing;

/// <summary>A bound on what we read from a server was reached. Caught where the step is: it becomes a <c>response-too-large</c> failure.</summary>
internal sealed class ResponseTooLargeException(Remark remark) : IOException(remark.Code.ToString())
{
    /// <summary>Which bound.</summary>
    internal Remark Remark { get; } = remark;
}

/// <summary>A certificate that is not to be trusted ended the handshake. Caught where the request is: it becomes a <c>certificate-untrusted</c> failure.</summary>
internal sealed class CertificateUntrustedException(IReadOnlyList<CertificateStatus> faults) : System.Security.Authentication.AuthenticationException
{
    /// <summary>Why not.</summary>
    internal Remark Remark { get; } = new(RemarkCode.CertificateAtFault) { Faults = faults };
}

/// <summary>A server's reply breaks the grammar of its protocol. Caught where the step is: it becomes a failure of the named kind.</summary>
internal sealed class UnexpectedReplyException(Mail.FailureKind kind, string? reply) : IOException("unexpected reply")
{
    /// <summary>What kind of failure this is.</summary>
    internal Mail.FailureKind Kind { get; } = kind;

    /// <summary>The server's words as they came: whoever notes the failure scrubs, cuts and escapes them, in this order.</summary>
    internal string? Reply { get; } = reply;
}
