using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace ProtocolAdvisor.Cluster.Hosting;

/// <summary>Where the other nodes reach this one, and how they know each other.</summary>
/// <param name="Address">One of this machine's addresses; it listens there alone.</param>
/// <param name="Port">The port.</param>
internal sealed record NodeOptions(IPAddress Address, int Port)
{
    /// <summary>What this node shows the others, and what theirs must come from; null where they speak without TLS.</summary>
    internal NodeTls? Tls { get; init; }
}

/// <summary>TLS between nodes; both sides show a certificate.</summary>
/// <param name="Own">This node's, with its key.</param>
/// <param name="Roots">A node whose certificate comes from none of them is turned away.</param>
internal sealed record NodeTls(X509Certificate2 Own, X509Certificate2Collection Roots);
