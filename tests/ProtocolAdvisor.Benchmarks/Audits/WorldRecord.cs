using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>One record of an answer in wire form (RFC 1035 §4.1.3).</summary>
/// <param name="Type">The record type's number; 0 for no record.</param>
/// <param name="Content">Its content.</param>
internal sealed record WorldRecord(int Type, byte[] Content)
{
    /// <summary>IPv4 address.</summary>
    internal const int A = 1;

    /// <summary>Mail exchanger.</summary>
    internal const int Mx = 15;

    /// <summary>Service.</summary>
    internal const int Srv = 33;

    /// <summary>The name exists without such records.</summary>
    internal static WorldRecord Nothing { get; } = new(0, []);

    internal static WorldRecord OfAddress(IPAddress address) => new(A, address.GetAddressBytes());

    internal static WorldRecord OfExchanger(string host) => new(Mx, [0, 10, .. Name(host)]);

    internal static WorldRecord OfService(int port, string host) => new(Srv, [0, 0, 0, 0, (byte)(port >> 8), (byte)port, .. Name(host)]);

    /// <summary>Writes the reply to a question behind the header; gives its length.</summary>
    /// <param name="reply">The question as it came, with room behind it.</param>
    /// <param name="end">Where the question ends.</param>
    /// <param name="record">The answer; null where the name does not exist.</param>
    internal static int Write(Span<byte> reply, int end, WorldRecord? record)
    {
        var count = record is { Type: > 0 } ? 1 : 0;
        (reply[2], reply[3]) = (0x81, (byte)(record is null ? 0x83 : 0x80)); // a response, recursion as wanted; 3 = no such name
        foreach (var (place, number) in (ReadOnlySpan<(int, int)>)[(4, 1), (6, count), (8, 0), (10, 0)]) BinaryPrimitives.WriteUInt16BigEndian(reply[place..], (ushort)number);
        if (record is null or { Type: 0 }) return end;

        // The name by a pointer to the question's, class IN, five minutes.
        ((ReadOnlySpan<byte>)[0xC0, 12, 0, (byte)record.Type, 0, 1, 0, 0, 1, 44, (byte)(record.Content.Length >> 8), (byte)record.Content.Length]).CopyTo(reply[end..]);
        record.Content.CopyTo(reply[(end + 12)..]);
        return end + 12 + record.Content.Length;
    }

    private static byte[] Name(string name) => [.. name.Split('.').SelectMany(x => (IEnumerable<byte>)[(byte)x.Length, .. Encoding.ASCII.GetBytes(x)]), 0];
}
