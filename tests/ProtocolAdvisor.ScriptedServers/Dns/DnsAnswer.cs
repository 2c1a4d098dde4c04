using System.Buffers.Binary;
using System.Net;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>The record types that the scripted name server knows.</summary>
public enum DnsType
{
    A = 1,
    Cname = 5,
    Soa = 6,
    Mx = 15,
    Txt = 16,
    Aaaa = 28,
    Srv = 33,
}

/// <summary>A question that a client asked, and over what.</summary>
public sealed record RecordedQuery(string Name, DnsType Type, bool OverTcp)
{
    /// <summary>Whether it asked for DNSSEC's proofs (the DO bit).</summary>
    public bool WantsDnssec { get; init; }
}

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

    /// <summary>A zone's own record; <paramref name="minimum"/> says for how many seconds it holds that there is nothing.</summary>
    public static DnsRecord Soa(ushort minimum) =>
        new(DnsType.Soa, [.. DnsWire.Name("ns.example.com"), .. DnsWire.Name("admin.example.com"), .. new byte[18], .. Number(minimum)], minimum);

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
    /// <summary>Whether the server claims to have validated the answer with DNSSEC (the AD bit).</summary>
    public bool Authenticated { get; init; }

    /// <summary>The SOA record that goes along with an answer that there is nothing.</summary>
    public DnsRecord? Zone { get; init; }

    /// <summary>What is sent behind the header of the reply instead of an answer.</summary>
    public byte[]? Garbage { get; init; }

    /// <summary>The name that the reply says it was asked for; null = the one that it was.</summary>
    public string? Misquoted { get; init; }

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
