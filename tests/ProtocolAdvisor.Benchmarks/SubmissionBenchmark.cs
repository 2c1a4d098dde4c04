using System.Globalization;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>
/// What sending costs: six endpoints probed warm, in round trips of wall time, of which those for reading must not be slower than alone; and
/// a whole assessment with the sign-in to the submission server, against the same without.
/// </summary>
/// <remarks>
/// Six round trips are the way to port 587: connection, greeting, EHLO, STARTTLS, TLS, EHLO. Postfix adds a seventh for every client that
/// speaks TLS 1.3: it lets Nagle's algorithm hold its last reply back until its session tickets are acknowledged. MailKit alone on that
/// port, in the same run, shows what the server itself costs. Beside a server of the same words with TCP_NODELAY all six took 6.09 round
/// trips (measured).
/// </remarks>
internal sealed class SubmissionBenchmark : IBenchmark
{
    private const double MostRoundTrips = 6.2;
    private const double MostOfMailKit = 1;
    private const double MostLonger = 10;
    private const int Samples = 10;

    public string Name => "submission";

    public bool NeedsPostfix => true;

    public IReadOnlyList<Line> Lines => [new(100)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        using var assessor = server.Assessor();
        var plain = new PlainMailKit(server);
        var probes = await Measure.InTurnAsync(
            warmUps: 3,
            rounds: 15,
            () => Measure.WallAsync(() => server.ProbeAsync(assessor, cancellationToken, withSending: true)),
            () => Measure.WallAsync(() => server.ProbeAsync(assessor, cancellationToken)),
            () => Measure.WallAsync(() => plain.ReachSendingAsync(cancellationToken)));
        var (six, four, one) = (probes[0] / server.Line.RoundTripMs, probes[1] / server.Line.RoundTripMs, probes[2] / server.Line.RoundTripMs);
        var whole = await Measure.InTurnAsync(
            warmUps: 2,
            rounds: 9,
            () => Measure.WallAsync(() => server.AssessAsync(assessor, Samples, cancellationToken, withSending: true)),
            () => Measure.WallAsync(() => server.AssessAsync(assessor, Samples, cancellationToken)));
        var longer = 100 * ((whole[0] / whole[1]) - 1);
        return
        [
            new(Name, $"six endpoints, {server.Line}", six.In("RTT"), $"≤ {MostRoundTrips} RTT", $"four alone {four.In("RTT")}", six <= MostRoundTrips),
            new(Name, $"all six against MailKit on 587 alone, {server.Line}", (six / one).In("×"), $"≤ {MostOfMailKit} ×", $"MailKit {one.In("RTT")}", six <= MostOfMailKit * one),
            new(Name, $"whole, {Samples} samples, {server.Line}", longer.In("% longer"), $"≤ {MostLonger} %",
                string.Create(CultureInfo.InvariantCulture, $"{whole[0] / 1000:0.00} s with sending, {whole[1] / 1000:0.00} s without"), longer <= MostLonger),
        ];
    }
}
