using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>A whole assessment with credentials: 2,000 messages, 10 samples; and how soon its answer is told.</summary>
internal sealed class WholeBenchmark : IBenchmark
{
    private const int Samples = 10;
    private const double AnswerGoal = 0.9;

    public string Name => "whole";

    public IReadOnlyList<Line> Lines => [new(50, 20), new(100, 5), new(0)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        using var assessor = server.Assessor();
        var (seconds, answers) = (new List<double>(), new List<double>());
        async Task<double> OnceAsync()
        {
            var answer = new Answer();
            var taken = await Measure.WallAsync(() => server.AssessAsync(assessor, Samples, cancellationToken, told: answer)) / 1000;
            answers.Add(answer.AfterMs is { } ms ? ms / 1000 : throw new InvalidOperationException("No answer was told before the end."));
            return taken;
        }

        var median = (await Measure.InTurnAsync(warmUps: 3, rounds: 9, async () =>
        {
            seconds.Add(await OnceAsync());
            return seconds[^1];
        }))[0];
        var (goal, told) = (server.Line.RoundTripMs switch { 0 => 0.6, 50 => 2.0, _ => 3.5 }, answers.Skip(3).ToList().Median());
        return
        [
            new(Name, $"{FarSide.Messages} messages, {Samples} samples, {server.Line}", median.In("s"), $"≤ {goal} s",
                $"first {seconds[0].In("s")}, slowest warm {seconds.Skip(3).Max().In("s")}", median <= goal),
            new(Name, $"answer told, {server.Line}", told.In("s"), server.Line.RoundTripMs == 50 ? $"≤ {AnswerGoal} s" : "",
                $"first {answers[0].In("s")}, slowest warm {answers.Skip(3).Max().In("s")}", server.Line.RoundTripMs == 50 ? told <= AnswerGoal : null),
        ];
    }

    // When the answer is certain, counted from the request.
    private sealed class Answer : IProgress<AssessmentEvent>
    {
        private readonly long _start = TimeProvider.System.GetTimestamp();
        private readonly FirstAnswer _first = new(
            new ReportHeading("", default, new SubjectReport(null, null), null, false, AuthenticationKind.Password), new Usage { Devices = 2 }, Language.English);

        internal double? AfterMs { get; private set; }

        public void Report(AssessmentEvent value)
        {
            if (_first.Of(value.SoFar) is not null) AfterMs = TimeProvider.System.GetElapsedTime(_start).TotalMilliseconds;
        }
    }
}
