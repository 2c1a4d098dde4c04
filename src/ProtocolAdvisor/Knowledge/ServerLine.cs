using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Knowledge;

/// <summary>
/// One protocol's server and the line to it, as our own probe and sign-in met them, or as a caller tells; null is "not known".
/// </summary>
public sealed record ServerLine
{
    // What two handshakes' arithmetic takes everywhere, ours and the server's: part of every client's own time.
    private const double UsualMs = 20;

    /// <summary>Round-trip time in milliseconds.</summary>
    public double? RoundTripMs { get; init; }

    /// <summary>
    /// Round trips before the sign-in: TCP, STARTTLS, TLS, greeting, and the capabilities where a client must ask for them.
    /// </summary>
    public int? ConnectRoundTrips { get; init; }

    /// <summary>What the server takes for a sign-in beyond the network's share, in milliseconds.</summary>
    public double? SignInServerMs { get; init; }

    /// <summary>The server's software, as far as it says.</summary>
    public string? Implementation { get; init; }

    /// <summary>
    /// What the server takes until it has greeted, beyond the network's share and a handshake's usual work, in milliseconds.
    /// </summary>
    public double? ConnectServerMs { get; init; }

    /// <summary>Answers on the way to the greeting whose end was held back until the rest was acknowledged (Nagle's algorithm).</summary>
    public int HeldBackConnecting { get; init; }

    /// <summary>Those of them in the TLS handshake, where clients acknowledge at once.</summary>
    public int HeldBackInHandshake { get; init; }

    /// <summary>
    /// Whether the server asked for another key share in TLS 1.3 (HelloRetryRequest, RFC 8446 §4.1.4): a round trip for every client that
    /// had not offered it.
    /// </summary>
    public bool HelloRetried { get; init; }

    /// <summary>
    /// Of the endpoint that a client is told to use: signed in to first, then implicit TLS. What that one does not tell, another may.
    /// </summary>
    internal static ServerLine Of(IReadOnlyList<EndpointFacts> endpoints)
    {
        var bySignIn = endpoints.OrderByDescending(x => x.SignIn.Outcome == SignInOutcome.Accepted)
            .ThenBy(x => x.Probe.Endpoint.Security).ToList();
        var usable = bySignIn.Find(x => x.Probe.Usable);
        return (usable is null ? new ServerLine() : Of(usable.Probe)) with
        {
            RoundTripMs = bySignIn.Select(x => x.Probe.RoundTripMs).FirstOrDefault(x => x is not null),
            SignInServerMs = bySignIn.Select(SignInMs).FirstOrDefault(x => x is not null),
            Implementation = endpoints.Select(x => x.Probe.Implementation).FirstOrDefault(x => x is not null),
        };
    }

    private static ServerLine Of(ProbeResult probe)
    {
        var steps = probe.Steps.Where(x => x.Step != MailStep.Resolve).ToList();
        var trips = steps.Sum(x => x.RoundTrips ?? 0);

        // A mail program asks an IMAP server for its capabilities only where the greeting names none.
        var unasked = probe.Endpoint.Protocol == MailProtocol.Imap
            && probe.Greeting?.Contains("CAPABILITY", StringComparison.OrdinalIgnoreCase) == true
            ? steps.LastOrDefault(x => x.Step == MailStep.Capability)?.RoundTrips ?? 0 : 0;
        var rest = steps.Sum(x => x.ElapsedMs ?? 0) - ((trips + probe.HeldBack) * probe.RoundTripMs) - UsualMs;
        return new ServerLine
        {
            ConnectRoundTrips = trips - unasked,
            ConnectServerMs = rest is { } ms ? Math.Max(0, ms) : null,
            HeldBackConnecting = probe.HeldBack,
            HeldBackInHandshake = probe.HeldBackInHandshake,
            HelloRetried = probe.Tls?.Version == "1.3" && steps.Exists(x => x is { Step: MailStep.TlsHandshake, RoundTrips: > 1 }),
        };
    }

    private static double? SignInMs(EndpointFacts endpoint) =>
        endpoint is { SignIn: { Outcome: SignInOutcome.Accepted, ElapsedMs: { } took }, Probe.RoundTripMs: { } roundTripMs }
        ? Math.Max(0, took - (SignInRoundTrips(endpoint) * roundTripMs)) : null;

    // The time of an IMAP sign-in is that of its own command, while the step goes on to namespaces and folders: its round trips follow from
    // the mechanism (RFC 4959: an initial response saves one). A POP3 sign-in is the step. Runs of an earlier version call the LOGIN
    // command so.
    private static int SignInRoundTrips(EndpointFacts endpoint) =>
        endpoint.Probe.Endpoint.Protocol switch
        {
            MailProtocol.Pop3 or MailProtocol.Submission => endpoint.SessionSteps.FirstOrDefault(x => x.Step == MailStep.SignIn)?.RoundTrips ?? 1,
            MailProtocol.Imap => endpoint.SignIn.Mechanism is "IMAP LOGIN" or "LOGIN command"
                || endpoint.Probe.Capabilities?.Has("SASL-IR") == true ? 1 : 2,
        };
}
