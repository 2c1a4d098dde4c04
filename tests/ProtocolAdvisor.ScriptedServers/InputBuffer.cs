using System.Text;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>Cuts what a client sends into lines and literals, and notes every byte in the transcript.</summary>
internal sealed class InputBuffer(Transcript transcript, CancellationToken stopped)
{
    private readonly byte[] bytes = new byte[64 * 1024];
    private int start, end;

    /// <summary>The next line without its line end, or null at the end of the stream.</summary>
    public async Task<string?> ReadLineAsync(Stream stream)
    {
        while (true)
        {
            var length = bytes.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = Encoding.UTF8.GetString(bytes, start, length).TrimEnd('\r');
                start += length + 1;
                return line;
            }
            if (!await FillAsync(stream))
                return null;
        }
    }

    public async Task<byte[]?> ReadBytesAsync(Stream stream, int count)
    {
        while (end - start < count)
        {
            if (!await FillAsync(stream))
                return null;
        }
        start += count;
        return bytes[(start - count)..start];
    }

    public void Discard() => start = end;

    /// <summary>What has arrived and is not read yet, which is no longer here then.</summary>
    public byte[] Take()
    {
        var rest = bytes[start..end];
        Discard();
        return rest;
    }

    /// <summary>Waits for more; false at the end of the stream.</summary>
    public async Task<bool> FillAsync(Stream stream)
    {
        bytes.AsSpan(start, end - start).CopyTo(bytes);
        (start, end) = (0, end - start);
        if (end == bytes.Length)
            throw new InvalidDataException("A client's line or literal is longer than a script takes (64 KiB).");
        var count = await stream.ReadAsync(bytes.AsMemory(end), stopped);
        transcript.Add(bytes.AsSpan(end, count));
        end += count;
        return count > 0;
    }
}
