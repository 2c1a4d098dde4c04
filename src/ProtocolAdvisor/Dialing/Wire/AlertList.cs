using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Wire;

/// <summary>What a server wants its user to read: the words behind ALERT (RFC 9051 §7.1), on one connection, each once.</summary>
internal sealed class AlertList
{
    private const string Code = "ALERT";
    private const int Most = 10;
    private readonly List<string> _heard = [];

    /// <summary>The words as they came: whoever shows them scrubs, cuts and escapes them.</summary>
    internal IReadOnlyList<string> Heard => _heard;

    /// <summary>Keeps what the line has to say, where it is an alert.</summary>
    internal void Hear(string line)
    {
        if (_heard.Count == Most || !line.Contains(Code, StringComparison.OrdinalIgnoreCase)) return;
        if (StatusReply.Parse(line) is not { Words: { Length: > 0 } and not TranscriptRecorder.Hidden } reply || !reply.HasCode(Code)) return;
        if (!_heard.Contains(reply.Words)) _heard.Add(reply.Words);
    }
}
