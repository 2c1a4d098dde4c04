using System.Security.Cryptography;

namespace ProtocolAdvisor.RealServers;

/// <summary>A mailbox at one moment: every message file with its content's hash, and every message's flags.</summary>
public sealed class MaildirSnapshot
{
    private readonly SortedSet<string> lines;

    private MaildirSnapshot(IEnumerable<string> lines) => this.lines = new(lines, StringComparer.Ordinal);

    /// <summary>How many message files there are.</summary>
    public int Files { get; private init; }

    /// <summary>What went (−) and what came (+) since; empty = the mailbox was left as it was.</summary>
    public IReadOnlyList<string> ChangesTo(MaildirSnapshot later) =>
        [.. lines.Except(later.lines).Select(line => "- " + line), .. later.lines.Except(lines).Select(line => "+ " + line)];

    /// <param name="maildir">Where the message files are; Dovecot's indexes and lists beside them do not count.</param>
    /// <param name="flags">One line per message as Dovecot sees it: a flag stands in its index first, in the file name later.</param>
    internal static MaildirSnapshot Take(string maildir, string flags)
    {
        var files = Directory.EnumerateFiles(maildir, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) is "cur" or "new")
            .Select(path => $"{Path.GetRelativePath(maildir, path)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}")
            .ToArray();
        // \Recent goes with the first session that opens a folder, whatever it does; no client shows it.
        var seen = flags.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace("\\Recent", "", StringComparison.Ordinal).TrimEnd());
        return new([.. files, .. seen]) { Files = files.Length };
    }
}
