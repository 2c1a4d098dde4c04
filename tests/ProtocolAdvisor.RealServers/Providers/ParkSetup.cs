using System.Net;

namespace ProtocolAdvisor.RealServers;

/// <summary>Where a park's servers listen: by default on addresses of their own and on free ports.</summary>
public sealed record ParkSetup
{
    /// <summary>The mail server, with all four listeners; its certificate and users are the providers'.</summary>
    public DovecotSetup Mail { get; init; } = new() { Address = LoopbackAddresses.Next(), ExtraLines = [.. StandardPorts.DovecotLines] };

    /// <summary>Ports of the server for sending, at the mail server's address; empty = free ones.</summary>
    public IReadOnlyDictionary<PostfixListener, int> SubmissionPorts { get; init; } = new Dictionary<PostfixListener, int>();

    /// <summary>The name of who issues all certificates.</summary>
    public string Authority { get; init; } = "ProtocolAdvisor Test Root";

    /// <summary>Not the mail server's, so that nobody takes a web server for one.</summary>
    public IPAddress WebAddress { get; init; } = LoopbackAddresses.Next();

    /// <summary>Null = a free one.</summary>
    public int? HttpsPort { get; init; }

    /// <summary>Null = a free one.</summary>
    public int? HttpPort { get; init; }

    /// <summary>On 127.0.0.1; null = a free one.</summary>
    public int? DnsPort { get; init; }
}
