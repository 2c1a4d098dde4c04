using System.Globalization;

namespace ProtocolAdvisor.RealServers;

/// <summary>A zone as an operator writes it into a master file (RFC 1035 §5); the server adds SOA and NS.</summary>
/// <param name="Origin">The zone's name without a dot at its end; an international one may be written as people do.</param>
/// <param name="Records">
/// A line each, names relative to the origin unless they end in a dot, international ones as A-labels:
/// <c>_imaps._tcp SRV 0 1 27993 imap</c>, <c>@ MX 10 mx</c>, <c>* A 127.0.0.1</c>.
/// </param>
public sealed record DnsZone(string Origin, params IReadOnlyList<string> Records)
{
    private static readonly IdnMapping International = new();

    /// <summary>The zone above all others: with it every name outside them is nonexistent; without it they are refused.</summary>
    public static DnsZone Root { get; } = new(".");

    /// <summary>What the server answers for the zone's names.</summary>
    public ZoneState State { get; private init; }

    internal string MasterFile => string.Join('\n',
    [
        $"$ORIGIN {AsciiOrigin}",
        "$TTL 0",
        "@ SOA ns.invalid. hostmaster.invalid. 1 3600 600 86400 0",
        "@ NS ns.invalid.",
        .. Records,
        "",
    ]);

    internal string AsciiOrigin => Origin == "." ? "." : Ascii(Origin) + ".";

    /// <summary>A zone that its operator has broken: every name in it is a server failure (SERVFAIL).</summary>
    public static DnsZone Failing(string origin) => new(origin) { State = ZoneState.Failing };

    /// <summary>A domain name as it goes over the wire, in A-labels.</summary>
    internal static string Ascii(string name) => International.GetAscii(name);
}

/// <summary>What a name server makes of a zone.</summary>
public enum ZoneState
{
    /// <summary>Its records are served.</summary>
    Served,

    /// <summary>It cannot be loaded.</summary>
    Failing,
}
