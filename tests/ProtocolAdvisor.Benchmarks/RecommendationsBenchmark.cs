using System.Globalization;
using System.Text;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>
/// Recommendations a second, asked of a process of its own over loopback connections that stay open, beside the emptiest endpoint of the same app. Both are asked in turn, so that a busy
/// machine is unfair to both alike; whoever asks uses the same cores.
/// </summary>
internal sealed class RecommendationsBenchmark : IBenchmark
{
    private const double GoalShare = 0.5;
    private const double GoalRate = 20_000;
    private const int Rounds = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    private const string Facts = """
        { "usage": { "devices": 1, "people": 1, "webmail": false, "offlineReading": true, "serverFolders": false, "priority": "speed", "backup": "none",
                     "newMessagesPerDay": 20, "link": { "roundTripMs": 40, "downMbit": 50 } },
          "facts": { "imap": { "usable": true, "signIn": "accepted", "roundTripMs": 40, "throughputBytesPerSecond": 900000, "messages": 2000, "bytes": 73400320,
                               "inboxMessages": 1900, "inboxBytes": 70000000, "folders": 3, "filledFolders": 3, "medianMessageBytes": 12000, "largeMessageBytes": 250000,
                               "connectRoundTrips": 3, "signInServerMs": 12, "commandServerMs": 1, "jitterMs": 2, "downMbit": 50, "idle": true },
                     "pop3": { "usable": true, "signIn": "accepted", "roundTripMs": 40, "throughputBytesPerSecond": 900000, "messages": 1900, "bytes": 70000000,
                               "medianMessageBytes": 12000, "largeMessageBytes": 250000, "connectRoundTrips": 4, "signInServerMs": 12, "commandServerMs": 1,
                               "jitterMs": 2, "downMbit": 50, "uidl": true, "top": true, "pipelining": true } } }
        """;

    public string Name => "recommendations";

    public IReadOnlyList<Line> Lines => [new(0)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        await using var advisor = await AdvisorProcess.StartAsync(server.Authority, "10.203.0.0/24", cancellationToken);
        var empty = new HttpLoad(advisor.Port, "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
        var asked = new HttpLoad(
            advisor.Port, $"POST /v1/recommendations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(Facts)}\r\n\r\n{Facts}");
        await empty.RunAsync(WarmUp, cancellationToken);
        await asked.RunAsync(WarmUp, cancellationToken);
        var rates = await Measure.InTurnAsync(
            warmUps: 1, Rounds, () => empty.RunAsync(Round, cancellationToken), () => asked.RunAsync(Round, cancellationToken));
        var share = rates[1] / rates[0];
        var beside = string.Create(CultureInfo.InvariantCulture, $"empty endpoint {rates[0]:0} a second");
        return
        [
            new(Name, "as a part of an empty endpoint's rate", share.In("of it"), $"≥ {GoalShare.ToString(CultureInfo.InvariantCulture)}", beside, share >= GoalShare),
            new(Name, "on the cores that also ask", string.Create(CultureInfo.InvariantCulture, $"{rates[1]:0} a second"), "", $"the mark is {GoalRate:0}", null),
        ];
    }
}
