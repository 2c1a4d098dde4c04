using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Knowledge;

/// <summary>What a client's way to the greeting costs at one server, as our own probe met it.</summary>
/// <param name="RoundTrips">TCP, STARTTLS, TLS, greeting, and the capabilities where they are asked for.</param>
/// <param name="HeldBack">Answers held back in part until the rest was acknowledged.</param>
/// <param name="HeldInHandshake">Those of them in the TLS handshake.</param>
/// <param name="HelloRetried">Whether one of the round trips was a HelloRetryRequest's.</param>
/// <param name="ServerMs">What the server took beyond that; null where the line's round-trip time is not known.</param>
internal sealed record ConnectionFacts(int RoundTrips, int HeldBack, int HeldInHandshake, bool HelloRetried, double? ServerMs)
{
    // What two handshakes' arithmetic takes everywhere, ours and the server's: part of every client's own time.
    private const double UsualMs = 20;

    internal static ConnectionFacts Of(ProbeResult probe)
    {
        var steps = probe.Steps.Where(x => x.Step != MailStep.Resolve).ToList();
        var trips = steps.Sum(x => x.RoundTrips ?? 0);

        // A mail program asks an IMAP server for its capabilities only where the greeting names none.
        var unasked = probe.Endpoint.Protocol == MailProtocol.Imap && probe.Greeting?.Contains("CAPABILITY", StringComparison.OrdinalIgnoreCase) == true
            ? steps.LastOrDefault(x => x.Step == MailStep.Capability)?.RoundTrips ?? 0 : 0;
        var retried = probe.Tls?.Version == "1.3" && steps.Exists(x => x is { Step: MailStep.TlsHandshake, RoundTrips: > 1 });
        var rest = steps.Sum(x => x.ElapsedMs ?? 0) - ((trips + probe.HeldBack) * probe.RoundTripMs) - UsualMs;
        return new ConnectionFacts(trips - unasked, probe.HeldBack, probe.HeldBackInHandshake, retried, rest is { } ms ? Math.Max(0, ms) : null);
    }
}
