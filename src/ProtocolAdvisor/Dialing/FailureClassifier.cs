using System.Net.Sockets;
using System.Security.Authentication;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing;

/// <summary>The one place where an exception of the network becomes a kind of failure: by type and code, never by message text.</summary>
internal static class FailureClassifier
{
    /// <summary>Names the cause; null when it is the caller's own cancellation, which must propagate.</summary>
    internal static FailureKind? KindOf(Exception exception, Deadline deadline) => exception switch
    {
        // A cancelled handshake may surface as anything: look at the token before believing the exception.
        _ when deadline.Caller.IsCancellationRequested => null,
        _ when deadline.Reached => FailureKind.DeadlineReached,
        OperationCanceledException or TimeoutException => FailureKind.TimedOut,
        ResponseTooLargeException => FailureKind.ResponseTooLarge,
        UnexpectedReplyException unexpected => unexpected.Kind,
        CertificateUntrustedException => FailureKind.CertificateUntrusted,
        AuthenticationException => FailureKind.TlsFailed,
        InvalidDataException => FailureKind.ProtocolViolation, // compressed content that is none
        HttpRequestException { InnerException: { } inner } => KindOf(inner, deadline),
        HttpRequestException { HttpRequestError: var error } => KindOf(error),
        HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => FailureKind.ProtocolViolation,
        EndOfStreamException => FailureKind.ConnectionReset,
        SocketException socket => KindOf(socket.SocketErrorCode),
        IOException { InnerException: { } inner } => KindOf(inner, deadline),
        IOException => FailureKind.ConnectionReset,
        _ => FailureKind.Unexpected,
    };

    /// <summary>What exactly it was: words of the TLS library, or the server's as they came; null where the kind says it all.</summary>
    internal static string? DetailOf(Exception exception) => exception switch
    {
        UnexpectedReplyException unexpected => unexpected.Reply,
        CertificateUntrustedException or ResponseTooLargeException => null,
        AuthenticationException => exception.GetBaseException().Message, // names the alert; it holds no words of the server
        HttpRequestException or IOException when exception.InnerException is { } inner => DetailOf(inner),
        _ => null,
    };

    /// <summary>What exactly it was, where that is for us to say; null where it is not.</summary>
    internal static Remark? RemarkOf(Exception exception) => exception switch
    {
        CertificateUntrustedException untrusted => untrusted.Remark,
        ResponseTooLargeException large => large.Remark,
        HttpRequestException or IOException when exception.InnerException is { } inner => RemarkOf(inner),
        _ => null,
    };

    private static FailureKind KindOf(HttpRequestError error) => error switch
    {
        HttpRequestError.InvalidResponse => FailureKind.ProtocolViolation,
        HttpRequestError.ConfigurationLimitExceeded => FailureKind.ResponseTooLarge,
        _ => FailureKind.ConnectionReset,
    };

    /// <summary>Whether somewhere below the exception our own machine had no more files, ports or buffers, or may not or cannot use the network.</summary>
    internal static bool IsLocal(Exception? exception) => exception switch
    {
        null => false,
        SocketException socket when KindOf(socket.SocketErrorCode) == FailureKind.LocalFault => true,
        AggregateException several => several.InnerExceptions.Any(IsLocal),
        _ => IsLocal(exception.InnerException),
    };

    // What the kernel says of our own machine (connect(2), socket(2)): EMFILE and ENFILE, ENOBUFS and ENOMEM, EADDRNOTAVAIL (no port is left, or no address of that family),
    // EAFNOSUPPORT, EACCES and EPERM (a rule of our own firewall).
    private static FailureKind KindOf(SocketError code) => code switch
    {
        SocketError.ConnectionRefused => FailureKind.ConnectionRefused,
        SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable or SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported
            or SocketError.ProtocolNotSupported or SocketError.AccessDenied => FailureKind.LocalFault,
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown or SocketError.NetworkDown => FailureKind.HostUnreachable,
        SocketError.TimedOut => FailureKind.TimedOut,
        SocketError.OperationAborted => FailureKind.TimedOut,
        _ => FailureKind.ConnectionReset,
    };
}
