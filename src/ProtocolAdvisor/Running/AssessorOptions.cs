using System.Net;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Discovery;

namespace ProtocolAdvisor.Running;

/// <summary>What a <see cref="MailboxAssessor"/> needs to know of its surroundings. The defaults serve the public internet.</summary>
public sealed record AssessorOptions
{
    /// <summary>What may be dialled.</summary>
    public TargetOptions Targets { get; init; } = new();

    /// <summary>Certificates trusted as roots besides the system's (private CAs, tests).</summary>
    public IReadOnlyList<X509Certificate2> TrustedRoots { get; init; } = [];

    /// <summary>Resolvers to ask; empty asks the system's, hosts file included.</summary>
    public IReadOnlyList<IPEndPoint> DnsServers { get; init; } = [];

    /// <summary>Time for one DNS query.</summary>
    public TimeSpan DnsTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The catalogue of providers that discovery asks.</summary>
    public CatalogueOptions Catalogue { get; init; } = CatalogueOptions.Public;

    /// <summary>
    /// Whether a resolver's word is believed that it has validated an answer with DNSSEC (the AD bit). Only where the resolvers and the way
    /// to them are the operator's own: anybody in between can set the bit.
    /// </summary>
    public bool TrustAuthenticatedDns { get; init; }

    /// <summary>The ports of web servers.</summary>
    public WebPorts WebPorts { get; init; } = new();

    /// <summary>How long slow sources are waited for.</summary>
    internal Patience Patience { get; init; } = Patience.Usual;

    /// <summary>How long the result of a probe without credentials serves those who ask the same; zero probes anew each time.</summary>
    internal TimeSpan ProbeKeep { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Told of exceptions that are our own fault. Their messages may hold a server's words, so log the type and the stack only.
    /// </summary>
    public Action<Exception>? Unexpected { get; init; }
}
