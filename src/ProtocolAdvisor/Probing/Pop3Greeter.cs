using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>POP3's greeting (RFC 1939 §4), CAPA (RFC 2449 §5) and STLS (RFC 2595 §4).</summary>
internal sealed class Pop3Greeter : Greeter
{
    private const int ToldLines = 12;

    internal override string StartTlsCapability => "STLS";

    internal override string StartTlsCommand => "STLS";

    internal override string CapabilityCommand => "CAPA";

    internal override string Farewell => "QUIT";

    protected override bool Greets(string line) => IsOk(line);

    protected override bool Refuses(string line) => line.StartsWith("-ERR", StringComparison.OrdinalIgnoreCase);

    internal override CapabilitySet? CapabilitiesIn(string greeting) => null;

    internal override async Task<CapabilitySet> ReadCapabilitiesAsync(LineConversation lines, CancellationToken token)
    {
        var reply = await lines.ReadLineAsync(token);
        if (Refuses(reply)) return new CapabilitySet([]);
        if (!IsOk(reply)) throw new UnexpectedReplyException(FailureKind.ProtocolViolation, ServerText.Of(reply));
        return new CapabilityCollector().Add(await lines.ReadMultilineAsync(MaxLines, ToldLines, token)).ToSet();
    }

    internal override async Task<string?> ReadStartTlsReplyAsync(LineConversation lines, CancellationToken token)
    {
        var reply = await lines.ReadLineAsync(token);
        if (IsOk(reply)) return null;
        return Refuses(reply) ? ServerText.Of(reply) : throw new UnexpectedReplyException(FailureKind.ProtocolViolation, ServerText.Of(reply));
    }

    private static bool IsOk(string line) => line.StartsWith("+OK", StringComparison.OrdinalIgnoreCase);
}
