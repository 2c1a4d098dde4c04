using System.IO.Compression;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// How large a message would be if the server compressed it (RFC 4978). It is deflated here and thrown away, because we never ask a server
/// to compress.
/// </summary>
internal static class DeflatedSize
{
    /// <summary>Bytes of the stream's whole content after DEFLATE.</summary>
    internal static async Task<long> OfAsync(Stream message, CancellationToken token)
    {
        message.Position = 0;
        using var counted = new MemoryStream();
        await using (var deflate = new DeflateStream(counted, CompressionLevel.Optimal, leaveOpen: true)) await message.CopyToAsync(deflate, token);
        return counted.Length;
    }
}
