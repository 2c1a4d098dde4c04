using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>A mail server as one source names it, most often an incoming one: a claim, not yet tried.</summary>
/// <param name="Endpoint">Where it is.</param>
/// <param name="Username">The user name's form, as <c>%EMAILADDRESS%</c>, <c>%EMAILLOCALPART%</c> or a text with placeholders; null when
/// the source does not say.</param>
/// <param name="Authentication">How to sign in, in the source's order; empty when it does not say.</param>
public sealed record IncomingClaim(MailEndpoint Endpoint, string? Username, IReadOnlyList<AuthenticationMethod> Authentication);

/// <summary>An outgoing mail server (submission, RFC 6409) as one source names it.</summary>
/// <param name="Host">The host.</param>
/// <param name="Port">TCP port, 1–65535.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="Username">As for <see cref="IncomingClaim"/>.</param>
/// <param name="Authentication">As for <see cref="IncomingClaim"/>.</param>
public sealed record OutgoingClaim(
    HostName Host, int Port, ConnectionSecurity Security, string? Username, IReadOnlyList<AuthenticationMethod> Authentication)
{
    /// <summary>Where it is.</summary>
    internal MailEndpoint Endpoint => new(MailProtocol.Submission, Host, Port, Security);

    /// <summary>The claim that mail is handed in at an endpoint.</summary>
    internal static OutgoingClaim At(MailEndpoint endpoint) => new(endpoint.Host, endpoint.Port, endpoint.Security, null, []);

    /// <summary>The same in the form in which claims are ranked.</summary>
    internal IncomingClaim AsSubmission() => new(Endpoint, Username, Authentication);
}

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
