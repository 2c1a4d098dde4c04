using System.Text;

namespace ProtocolAdvisor.Cli.Options;

/// <summary>
/// The first line of what is piped in, as UTF-8 wherever the tool runs: the console's own reader takes a byte order mark, which editors and shells write, for a character of the secret, and
/// on Windows reads the code page of the console.
/// </summary>
internal static class PipedLine
{
    // Four bytes a character of the longest secret there may be, and more than one of them: what is too long is then known to be.
    private const int MostBytes = 1 << 18;

    /// <summary>Reads it; null where nothing comes. What is no UTF-8 is there as replacement characters.</summary>
    public static string? Read()
    {
        using var input = Console.OpenStandardInput();
        var (line, part) = (new MemoryStream(), new byte[4096]);
        for (int read, end = -1; end < 0 && line.Length < MostBytes && (read = input.Read(part)) > 0;)
        {
            end = part.AsSpan(0, read).IndexOf((byte)'\n');
            line.Write(part, 0, end < 0 ? read : end + 1);
        }

        return line.Length == 0 ? null : Encoding.UTF8.GetString(line.ToArray()).TrimEnd('\n').TrimEnd('\r').TrimStart('\uFEFF');
    }
}
