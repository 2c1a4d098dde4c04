using System.Buffers.Binary;
using System.Net;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>The record types that the scripted name server knows.</summary>
public enum DnsType
{
    A = 1,
    Cname = 5,
    Mx = 15,
    Txt = 16,
    Aaaa = 28,
    Srv = 33,
}

/// <summary>A question that a client asked, and over what.</summary>
public sealed record RecordedQuery(string Name, DnsType Type, bool OverTcp);

/// <summary>One record of an answer, its content already in wire form.</summary>
public sealed record DnsRecord(DnsType Type, byte[] Content, int TimeToLive = 0)
{
    /// <summary>The name that the record belongs to; null = the name asked for. Set it on what follows a CNAME.</summary>
    public string? Owner { get; init; }

    public static DnsRecord Address(IPAddress address) =>
        new(address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? DnsType.A : DnsType.Aaaa, address.GetAddressBytes());

    public static DnsRecord Cname(string target) => new(DnsType.Cname, DnsWire.Name(target));

    public static DnsRecord Mx(ushort preference, string host) => new(DnsType.Mx, [.. Number(preference), .. DnsWire.Name(host)]);

    /// <summary>"." as the target says that the service is decidedly not there (RFC 2782).</summary>
    public static DnsRecord Srv(ushort priority, ushort weight, ushort port, string target) =>
        new(DnsType.Srv, [.. Number(priority), .. Number(weight), .. Number(port), .. DnsWire.Name(target)]);

    public static DnsRecord Txt(string text) =>
        new(DnsType.Txt, [.. text.Chunk(255).SelectMany(part => (IEnumerable<byte>)[(byte)part.Length, .. part.Select(c => (byte)c)])]);

    private static byte[] Number(ushort value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        return bytes;
    }
}

/// <summary>What the server does with a question.</summary>
public sealed record DnsAnswer(DnsResponse Response, IReadOnlyList<DnsRecord> Records)
{
    public static DnsAnswer Of(params DnsRecord[] records) => new(DnsResponse.Answer, records);

    public static DnsAnswer Of(params string[] addresses) => Of([.. addresses.Select(text => DnsRecord.Address(IPAddress.Parse(text)))]);

    public static DnsAnswer NonexistentDomain { get; } = new(DnsResponse.NonexistentDomain, []);

    public static DnsAnswer ServerFailure { get; } = new(DnsResponse.ServerFailure, []);

    public static DnsAnswer Refused { get; } = new(DnsResponse.Refused, []);

    /// <summary>Nothing comes back at all.</summary>
    public static DnsAnswer None { get; } = new(DnsResponse.None, []);
}

/// <summary>The response codes that scripts use, and silence.</summary>
public enum DnsResponse
{
    None = -1,
    Answer = 0,
    ServerFailure = 2,
    NonexistentDomain = 3,
    Refused = 5,
}
