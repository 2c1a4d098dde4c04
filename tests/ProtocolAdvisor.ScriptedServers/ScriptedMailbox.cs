using System.Globalization;
using System.Text;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>One message of a scripted mailbox.</summary>
public sealed record ScriptedMessage(string Content, DateTimeOffset Received, string Flags = "\\Seen")
{
    internal byte[] Bytes { get; } = Encoding.UTF8.GetBytes(Content);

    public int Size => Bytes.Length;

    /// <summary>A message of about so many bytes.</summary>
    public static ScriptedMessage OfSize(int bytes, DateTimeOffset received, string subject = "Hello")
    {
        var head = $"From: Ben <ben@example.org>\r\nTo: jane@example.com\r\nSubject: {subject}\r\n"
            + $"Date: {received.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture)}\r\n"
            + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n";
        const string line = "The quick brown fox jumps over the lazy dog, again and again.\r\n";
        var lines = Math.Max(1, (bytes - head.Length) / line.Length);
        return new(head + string.Concat(Enumerable.Repeat(line, lines)), received);
    }
}

/// <summary>One folder; its messages have the UIDs 1, 2, 3…</summary>
public sealed record ScriptedFolder(string Name, IReadOnlyList<ScriptedMessage> Messages, string Attributes = "\\HasNoChildren")
{
    public long Size => Messages.Sum(m => (long)m.Size);

    internal bool IsSpecial => Attributes.Split(' ').Intersect(["\\Sent", "\\Trash", "\\Drafts", "\\Junk", "\\Archive", "\\All", "\\Flagged"]).Any();

    /// <summary>A folder of so many messages, one a day until now.</summary>
    public static ScriptedFolder Of(string name, int messages, int bytesEach = 1000, string attributes = "\\HasNoChildren")
    {
        var last = DateTimeOffset.UtcNow;
        return new(name, [.. Enumerable.Range(1, messages).Select(n =>
            ScriptedMessage.OfSize(bytesEach, last.AddDays(n - messages), $"Message {n}"))], attributes);
    }
}

/// <summary>A quota as IMAP tells it, in units of 1,024 octets.</summary>
public sealed record ScriptedQuota(long UsedKilobytes, long LimitKilobytes);
