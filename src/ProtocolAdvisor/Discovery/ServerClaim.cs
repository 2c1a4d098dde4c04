using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>An incoming mail server as one source names it: a claim, not yet tried.</summary>
/// <param name="Endpoint">Where it is.</param>
/// <param name="Username">The user name's form, as <c>%EMAILADDRESS%</c>, <c>%EMAILLOCALPART%</c> or a text with placeholders; null when
/// the source does not say.</param>
/// <param name="Authentication">How to sign in, in the source's order; empty when it does not say.</param>
public sealed record IncomingClaim(MailEndpoint Endpoint, string? Username, IReadOnlyList<AuthenticationMethod> Authentication);

/// <summary>An outgoing mail server (submission, RFC 6409) as one source names it. It is never dialled; settings files need it.</summary>
/// <param name="Host">The host.</param>
/// <param name="Port">TCP port, 1–65535.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="Username">As for <see cref="IncomingClaim"/>.</param>
/// <param name="Authentication">As for <see cref="IncomingClaim"/>.</param>
public sealed record OutgoingClaim(
    HostName Host, int Port, ConnectionSecurity Security, string? Username, IReadOnlyList<AuthenticationMethod> Authentication);

/// <summary>How a source says one signs in; the names are those of the autoconfig format.</summary>
[JsonConverter(typeof(KebabCase<AuthenticationMethod>))]
public enum AuthenticationMethod
{
    /// <summary>The password itself, inside TLS.</summary>
    PasswordCleartext,

    /// <summary>A value derived from the password (CRAM-MD5, DIGEST-MD5, SCRAM).</summary>
    PasswordEncrypted,

    /// <summary>NTLM.</summary>
    [JsonStringEnumMemberName("NTLM")]
    Ntlm,

    /// <summary>Kerberos.</summary>
    [JsonStringEnumMemberName("GSSAPI")]
    Gssapi,

    /// <summary>The client's address.</summary>
    [JsonStringEnumMemberName("client-IP-address")]
    ClientIpAddress,

    /// <summary>A client certificate.</summary>
    [JsonStringEnumMemberName("TLS-client-cert")]
    TlsClientCert,

    /// <summary>An OAuth 2.0 access token.</summary>
    [JsonStringEnumMemberName("OAuth2")]
    OAuth2,

    /// <summary>Nothing.</summary>
    None,
}
