namespace ProtocolAdvisor.Benchmarks;

/// <summary>Sizes, quota and capabilities of a mailbox over both protocols, signed in, in round trips of wall time, beside MailKit.</summary>
internal sealed class SurveyBenchmark : IBenchmark
{
    private const double Goal = 7;

    public string Name => "survey";

    public IReadOnlyList<Line> Lines => [new(100)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        using var assessor = server.Assessor();
        var mailKit = new PlainMailKit(server);
        var medians = await Measure.InTurnAsync(
            warmUps: 2,
            rounds: 9,
            () => Measure.WallAsync(() => server.AssessAsync(assessor, samples: 0, cancellationToken)),
            () => Measure.WallAsync(() => mailKit.SurveyImapAsync(cancellationToken)),
            () => Measure.WallAsync(() => mailKit.SurveyPop3Async(cancellationToken)));
        var trips = medians.Select(x => x / server.Line.RoundTripMs).ToList();
        return
        [
            new(Name, $"both protocols, {server.Line}", trips[0].In("RTT"), $"≤ {Goal} RTT",
                $"MailKit IMAP {trips[1].In("RTT")}, POP3 {trips[2].In("RTT")}", trips[0] <= Goal),
        ];
    }
}
