using ProtocolAdvisor.Dialing;
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

    internal override bool Accepts(string greeting)
    {
        if (IsRefusal(greeting)) throw new UnexpectedReplyException(FailureKind.GreetingRejected, ServerText.Of(greeting));
        return IsOk(greeting);
    }

    internal override CapabilitySet? CapabilitiesIn(string greeting) => null;

    internal override async Task<CapabilitySet> ReadCapabilitiesAsync(LineConversation lines, CancellationToken token)
    {
        var reply = await lines.ReadLineAsync(token);
        if (IsRefusal(reply)) return new CapabilitySet([]);
        if (!IsOk(reply)) throw new UnexpectedReplyException(FailureKind.ProtocolViolation, ServerText.Of(reply));
        return new CapabilityCollector().Add(await lines.ReadMultilineAsync(MaxLines, ToldLines, token)).ToSet();
    }

    internal override async Task<string?> ReadStartTlsReplyAsync(LineConversation lines, CancellationToken token)
    {
        var reply = await lines.ReadLineAsync(token);
        if (IsOk(reply)) return null;
        return IsRefusal(reply) ? ServerText.Of(reply) : throw new UnexpectedReplyException(FailureKind.ProtocolViolation, ServerText.Of(reply));
    }

    private static bool IsOk(string line) => line.StartsWith("+OK", StringComparison.OrdinalIgnoreCase);

    private static bool IsRefusal(string line) => line.StartsWith("-ERR", StringComparison.OrdinalIgnoreCase);
}
