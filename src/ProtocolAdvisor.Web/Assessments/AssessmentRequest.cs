using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>What to assess: the mailbox of an address, a domain, or a server.</summary>
/// <param name="Email">The mail address whose mailbox it is; alone, its servers are discovered.</param>
/// <param name="Domain">A mail domain, by itself: its servers are discovered and probed; no mailbox is looked at, so there are no credentials.</param>
/// <param name="Server">The mail server; named, nothing is discovered.</param>
/// <param name="Discovery">How to look for the servers of an address or a domain.</param>
/// <param name="Credentials">With them the run signs in and measures; without, the report has no mailbox part.</param>
/// <param name="Usage">How the mailbox is, or will be, used; every answer makes the advice surer.</param>
/// <param name="Measurement">How much to fetch.</param>
/// <param name="DeadlineMs">When the report must be there, 1,000–60,000; 15,000 by default.</param>
internal sealed record AssessmentRequest(
    string? Email = null,
    string? Domain = null,
    ServerRequest? Server = null,
    DiscoverySettings? Discovery = null,
    CredentialsRequest? Credentials = null,
    Usage? Usage = null,
    MeasurementRequest? Measurement = null,
    int? DeadlineMs = null);

/// <summary>How to look for servers.</summary>
/// <param name="SendAddress">Whether the whole address may be sent, over https, to web servers that publish settings; by default a placeholder stands for its local part.</param>
internal sealed record DiscoverySettings(bool? SendAddress = null);

/// <summary>The mail server: a host alone means its four standard endpoints.</summary>
/// <param name="Host">The host.</param>
/// <param name="Endpoints">Exactly these endpoints, at most 16.</param>
internal sealed record ServerRequest(string? Host = null, IReadOnlyList<EndpointRequest>? Endpoints = null);

/// <summary>One endpoint.</summary>
/// <param name="Protocol">What is spoken there.</param>
/// <param name="Host">The host; the server's when left out.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Security">How the connection is encrypted.</param>
internal sealed record EndpointRequest(
    MailProtocol? Protocol = null, string? Host = null, int? Port = null, ConnectionSecurity? Security = null);

/// <summary>A user name and either a password or an OAuth 2.0 access token, never both. Neither is stored, logged or echoed.</summary>
/// <param name="Username">The user name; the mail address when left out.</param>
/// <param name="Password">The password.</param>
/// <param name="AccessToken">The OAuth 2.0 access token.</param>
internal sealed record CredentialsRequest(string? Username = null, Secret? Password = null, Secret? AccessToken = null);

/// <summary>How much to fetch from each protocol.</summary>
/// <param name="Samples">Messages, 0–50; 10 by default, 0 fetches nothing.</param>
/// <param name="MaxBytes">Bytes at most, up to 64 MiB; 4 MiB by default.</param>
internal sealed record MeasurementRequest(int? Samples = null, long? MaxBytes = null);
