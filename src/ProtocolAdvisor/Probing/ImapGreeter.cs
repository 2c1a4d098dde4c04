using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>IMAP's greeting (RFC 9051 §7.1), CAPABILITY (§6.1.1) and STARTTLS (§6.2.1).</summary>
internal sealed class ImapGreeter : Greeter
{
    private const string CapabilityTag = "c1";
    private const string StartTlsTag = "s1";

    internal override string StartTlsCapability => "STARTTLS";

    internal override string StartTlsCommand => $"{StartTlsTag} STARTTLS";

    internal override string CapabilityCommand => $"{CapabilityTag} CAPABILITY";

    internal override string Farewell => "z1 LOGOUT";

    protected override bool Greets(string line) => Starts(line, "* OK") || Starts(line, "* PREAUTH");

    // NO is no greeting by the grammar, but Yahoo has been seen to refuse by it.
    protected override bool Refuses(string line) => Starts(line, "* BYE") || Starts(line, "* NO ") || Starts(line, "* BAD ");

    internal override CapabilitySet? CapabilitiesIn(string greeting)
    {
        const string code = "[CAPABILITY ";
        var start = greeting.IndexOf(code, StringComparison.OrdinalIgnoreCase);
        var end = start < 0 ? -1 : greeting.IndexOf(']', start);
        return end < 0 ? null : Tokens(greeting[(start + code.Length)..end], new CapabilityCollector()).ToSet();
    }

    internal override async Task<CapabilitySet> ReadCapabilitiesAsync(LineConversation lines, CancellationToken token)
    {
        var listed = new CapabilityCollector();
        var final = await ReadUntilTaggedAsync(lines, CapabilityTag, line =>
        {
            if (Starts(line, "* CAPABILITY ")) Tokens(line["* CAPABILITY ".Length..], listed);
        }, token);
        return Starts(final, "OK") ? listed.ToSet() : new CapabilitySet([]);
    }

    internal override async Task<string?> ReadStartTlsReplyAsync(LineConversation lines, CancellationToken token)
    {
        var final = await ReadUntilTaggedAsync(lines, StartTlsTag, _ => { }, token);
        return Starts(final, "OK") ? null : ServerText.Of(final);
    }

    private static async Task<string> ReadUntilTaggedAsync(LineConversation lines, string tag, Action<string> untagged, CancellationToken token)
    {
        for (var count = 0; count < MaxLines; count++)
        {
            var line = await lines.ReadLineAsync(token);
            if (Starts(line, tag + " ")) return line[(tag.Length + 1)..];
            if (Starts(line, "* BYE")) throw new UnexpectedReplyException(FailureKind.ConnectionReset, ServerText.Of(line));
            if (!Starts(line, "* ")) throw new UnexpectedReplyException(FailureKind.ProtocolViolation, ServerText.Of(line));
            untagged(line);
        }

        throw new ResponseTooLargeException(new(RemarkCode.TooManyLines, ("lines", MaxLines)));
    }

    private static CapabilityCollector Tokens(string text, CapabilityCollector into) => into.Add(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static bool Starts(string line, string start) => line.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
