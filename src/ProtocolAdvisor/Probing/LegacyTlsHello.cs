using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>
/// Asks a server whose handshake failed whether TLS 1.1 or older is the best it can do. The platform's TLS no longer supports these
/// versions. So the ClientHello is made here (RFC 4346 §7.4.1.2), and only the version of the answer is read.
/// </summary>
internal static class LegacyTlsHello
{
    private const byte Handshake = 22;
    private const byte ServerHello = 2;
    private static readonly byte[] LegacyVersion = [3, 2];

    // RSA and ECDHE with AES-CBC or 3DES: what TLS 1.0 and 1.1 servers have.
    private static readonly byte[] CipherSuites = [0xC0, 0x0A, 0xC0, 0x14, 0xC0, 0x09, 0xC0, 0x13, 0x00, 0x35, 0x00, 0x2F, 0x00, 0x39, 0x00, 0x33, 0x00, 0x0A, 0x00, 0x05];

    /// <summary>True when the server answers such a hello with a ServerHello of TLS 1.1 or older.</summary>
    internal static async Task<bool> IsAnsweredAsync(MailConnection connection, HostName host, CancellationToken token)
    {
        await connection.Stream.WriteAsync(Record(host), token);
        var answer = new byte[11];
        for (var count = 0; count < answer.Length;)
        {
            var read = await connection.Stream.ReadAsync(answer.AsMemory(count), token);
            if (read == 0 || answer[0] != Handshake) return false; // an alert is shorter: no more need be waited for
            count += read;
        }

        return answer[5] == ServerHello && answer[9] == 3 && answer[10] <= 2;
    }

    private static byte[] Record(HostName host)
    {
        byte[] body = [.. LegacyVersion, .. RandomNumberGenerator.GetBytes(32), 0, .. Counted(CipherSuites), 1, 0, .. Counted(Extensions(host))];
        byte[] message = [1, 0, .. Counted(body)];
        return [Handshake, 3, 1, .. Counted(message)];
    }

    // Server name (RFC 6066 §3), the P-256 and P-384 groups and uncompressed points (RFC 8422 §5.1).
    private static byte[] Extensions(HostName host)
    {
        byte[] curves = [0, 10, .. Counted(Counted([0, 23, 0, 24])), 0, 11, 0, 2, 1, 0];
        if (host.Address is not null) return curves;
        byte[] entry = [0, .. Counted(Encoding.ASCII.GetBytes(host.Value))];
        return [0, 0, .. Counted(Counted(entry)), .. curves];
    }

    private static byte[] Counted(byte[] content)
    {
        var counted = new byte[content.Length + 2];
        BinaryPrimitives.WriteUInt16BigEndian(counted, (ushort)content.Length);
        content.CopyTo(counted, 2);
        return counted;
    }
}
