namespace ProtocolAdvisor.RealServers;

/// <summary>An SRV record of a mail domain (RFC 6186, RFC 8314 §5.1).</summary>
/// <param name="Service">imaps, imap, pop3s, pop3, submissions or submission.</param>
/// <param name="Priority">The lowest is wanted first, across the services too: so an operator prefers IMAP to POP3.</param>
/// <param name="Weight">The share among equal priorities.</param>
public sealed record ServiceRecord(string Service, int Priority = 0, int Weight = 1)
{
    /// <summary>The target; null = the provider's own server, "." = decidedly not offered (RFC 2782).</summary>
    public string? Host { get; init; }

    /// <summary>Null = where the server really listens.</summary>
    public int? Port { get; init; }

    /// <summary>Every service, IMAP before POP3.</summary>
    public static IReadOnlyList<ServiceRecord> All { get; } =
        [new("imaps"), new("imap"), new("pop3s", 10), new("pop3", 10), new("submissions"), new("submission")];

    public static ServiceRecord NotOffered(string service) => new(service, Weight: 0) { Host = ".", Port = 0 };
}
