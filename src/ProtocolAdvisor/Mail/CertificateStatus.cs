using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>What can be said of a certificate. Those after <c>wrongUsage</c> weaken it; the others break trust.</summary>
[JsonConverter(typeof(CamelCase<CertificateStatus>))]
public enum CertificateStatus
{
    /// <summary>Chain, dates, usage and name are in order.</summary>
    Trusted,

    /// <summary>After its last day.</summary>
    Expired,

    /// <summary>Before its first day.</summary>
    NotYetValid,

    /// <summary>The host is not among its names.</summary>
    NameMismatch,

    /// <summary>Its own issuer, and not a trusted root.</summary>
    SelfSigned,

    /// <summary>The chain ends at a root that is not trusted.</summary>
    UntrustedIssuer,

    /// <summary>An intermediate certificate was not sent.</summary>
    ChainIncomplete,

    /// <summary>Not meant for servers (no serverAuth), or otherwise misused.</summary>
    WrongUsage,

    /// <summary>RSA under 2048 bits, or an elliptic curve under 224.</summary>
    WeakKey,

    /// <summary>Signed with SHA-1 or MD5.</summary>
    WeakSignature,

    /// <summary>No subject alternative name: only a common name.</summary>
    NoSan,
}
