using System.Buffers.Binary;
using System.Text;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>As much of RFC 1035's wire format as a scripted name server needs.</summary>
internal static class DnsWire
{
    private const int HeaderSize = 12;

    /// <summary>The one question of a query; null for anything else.</summary>
    public static RecordedQuery? Question(ReadOnlySpan<byte> query, bool overTcp)
    {
        if (QuestionEnd(query) is not { } end)
            return null;
        var labels = new List<string>();
        for (var at = HeaderSize; query[at] != 0; at += query[at] + 1)
            labels.Add(Encoding.ASCII.GetString(query.Slice(at + 1, query[at])));
        // EDNS (RFC 6891 §6.1): root name, type, class, extended code, version, then the flags with DO in front.
        var wantsDnssec = query.Length >= end + 8 && (query[end + 7] & 0x80) != 0;
        return new(string.Join('.', labels), (DnsType)BinaryPrimitives.ReadUInt16BigEndian(query[(end - 4)..]), overTcp) { WantsDnssec = wantsDnssec };
    }

    /// <summary>A whole response to the query; <paramref name="truncated"/> sends the client to TCP.</summary>
    public static byte[] Response(ReadOnlySpan<byte> query, DnsAnswer answer, bool truncated)
    {
        using var reply = new MemoryStream();
        reply.Write(query[..2]);
        // QR, RD as asked, RA; TC where the client has to come again.
        reply.WriteByte((byte)(0x80 | (query[2] & 0x01) | (truncated ? 0x02 : 0)));
        reply.WriteByte((byte)(0x80 | (answer.Authenticated ? 0x20 : 0) | (int)answer.Response));
        var records = truncated ? [] : answer.Records;
        foreach (var count in (int[])[1, records.Count, answer.Zone is null ? 0 : 1, 0])
            WriteNumber(reply, count);
        if (answer.Garbage is not null)
        {
            reply.Write(answer.Garbage);
            return reply.ToArray();
        }
        var end = QuestionEnd(query)!.Value;
        reply.Write(answer.Misquoted is null ? query[HeaderSize..end] : [.. Name(answer.Misquoted), .. query[(end - 4)..end]]);
        foreach (var record in answer.Zone is null ? records : [.. records, answer.Zone])
        {
            // 0xC00C points to the question's name.
            reply.Write(record.Owner is null ? [0xC0, HeaderSize] : Name(record.Owner));
            WriteNumber(reply, (int)record.Type);
            WriteNumber(reply, 1);
            WriteNumber(reply, record.TimeToLive >> 16);
            WriteNumber(reply, record.TimeToLive & 0xFFFF);
            WriteNumber(reply, record.Content.Length);
            reply.Write(record.Content);
        }
        return reply.ToArray();
    }

    /// <summary>A name as length-prefixed labels; "." or "" is the root.</summary>
    public static byte[] Name(string name)
    {
        var labels = name.Split('.', StringSplitOptions.RemoveEmptyEntries);
        return [.. labels.SelectMany(label => (IEnumerable<byte>)[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];
    }

    private static int? QuestionEnd(ReadOnlySpan<byte> query)
    {
        var at = HeaderSize;
        while (at < query.Length && query[at] is > 0 and < 64)
            at += query[at] + 1;
        return at + 5 <= query.Length && query[at] == 0 ? at + 5 : null;
    }

    private static void WriteNumber(MemoryStream reply, int value)
    {
        reply.WriteByte((byte)(value >> 8));
        reply.WriteByte((byte)value);
    }
}
