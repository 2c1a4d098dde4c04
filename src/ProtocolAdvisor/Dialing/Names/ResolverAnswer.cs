using DnsClient.Protocol;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Names;

/// <summary>A question to a name server.</summary>
/// <param name="Name">The name in lower-case A-labels, without the final dot.</param>
/// <param name="Type">The record type.</param>
internal sealed record ResolverQuestion(string Name, DnsClient.QueryType Type);

/// <summary>What the name servers said to one question.</summary>
/// <param name="Records">The records of the asked type, wherever a chain of CNAMEs ended; at most <see cref="MaxRecords"/>.</param>
/// <param name="Authenticated">The AD bit.</param>
/// <param name="Failure">As in <see cref="DnsReply{T}"/>.</param>
/// <param name="Lifetime">How long the answer may be kept; zero for not at all.</param>
/// <param name="Bytes">Its length on the wire: what keeping it costs.</param>
internal sealed record ResolverAnswer(
    IReadOnlyList<DnsResourceRecord> Records, bool Authenticated, FailureKind? Failure, TimeSpan Lifetime, int Bytes)
{
    /// <summary>
    /// No mail domain publishes more (the largest providers have five MX hosts), and each record may cost lookups and connections. A domain
    /// that publishes thousands may want to make us an attacker of others.
    /// </summary>
    internal const int MaxRecords = 32;

    /// <summary>The resolver failed, or gave no answer that can be read.</summary>
    internal static readonly ResolverAnswer None = new([], false, FailureKind.LookupFailed, TimeSpan.Zero, 0);

    /// <summary>The resolver fails for every name.</summary>
    internal static readonly ResolverAnswer Impossible = None with { Failure = FailureKind.LookupImpossible };
}
