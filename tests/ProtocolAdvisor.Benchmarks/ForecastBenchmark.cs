using System.Globalization;
using System.Text.Json;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>
/// The forecast against reality: one assessment on one line tells how long a first sync and a check without new mail will take on twelve others, and real mail programs
/// then show how long they do.
/// </summary>
internal sealed class ForecastBenchmark : IBenchmark
{
    private const int MostRoundTrips = 40;
    // The service warms up before it calls itself ready.
    private const int WarmUps = 3;
    private const int Checks = 3;
    private const int Tries = 3;

    // mbsync waits for a second when a folder was written to in the present one.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2.5);
    private static readonly IReadOnlyList<MailProtocol> Protocols = MailProtocols.Compared;

    public string Name => "forecast";

    public IReadOnlyList<FarServer> Servers => FarServer.All;

    // Dovecot on all; what Cyrus and Courier do differently shows on four.
    public IReadOnlyList<Line> LinesTo(FarServer server) => server == FarServer.Dovecot ? Lines : [new(20, 20), new(200, 20), new(100, 5), new(50, 100)];

    public IReadOnlyList<Line> Lines => [.. from mbit in new[] { 20, 100, 5 } from roundTripMs in new[] { 20, 50, 100, 200 } select new Line(roundTripMs, mbit)];

    public Line? PreparesOn => new(30, 50);

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        var kept = Path.Combine(Path.GetDirectoryName(server.Authority)!, $"forecast-{server.Server}.json");
        if (server.Line == PreparesOn) return [await AssessAsync(server, kept, cancellationToken)];
        var facts = JsonSerializer.Deserialize<KnownFacts>(await File.ReadAllTextAsync(kept, cancellationToken))!;
        var forecast = Forecast.For(facts, new UserLink(server.Line.RoundTripMs, server.Line.Mbit))!;
        var (first, check) = (new double[Protocols.Count], new double[Protocols.Count]);
        var rows = new List<Outcome>();
        foreach (var protocol in Protocols)
        {
            (first[(int)protocol], check[(int)protocol], var late) = await FetchAsync(server, protocol, cancellationToken);
            rows.Add(Compare(server, protocol, MailTask.FirstSync, forecast, first[(int)protocol], late));
            rows.Add(Compare(server, protocol, MailTask.CheckNothingNew, forecast, check[(int)protocol], late));
        }

        return [.. rows, Faster(server, MailTask.FirstSync, forecast, first), Faster(server, MailTask.CheckNothingNew, forecast, check)];
    }

    private async Task<Outcome> AssessAsync(FarSide server, string kept, CancellationToken token)
    {
        using var assessor = server.Assessor();
        for (var i = 0; i < WarmUps; i++) await server.AssessFetchedAsync(assessor, token);
        var facts = await server.AssessFetchedAsync(assessor, token);
        await File.WriteAllTextAsync(kept, JsonSerializer.Serialize(KnownFacts.From(facts)), token);
        var trips = Protocols.Select(x => facts.Of(x).SelectMany(e => e.SessionSteps).Where(s => s.Step is MailStep.OpenMailbox or MailStep.Measure).Sum(s => s.RoundTrips ?? 0)).ToList();
        var bytes = 2 * (facts.Imap!.Fetch!.Bytes + facts.Pop3!.Fetch!.Bytes);
        var told = Forecast.For(KnownFacts.From(facts))!.Link;
        return new Outcome(
            Name, $"{server.Server}, measuring, {server.Line}", Text($"{trips.Max()} round trips"), Text($"≤ {MostRoundTrips}"),
            Text($"{bytes / 1e6:0.00} MB of samples, each twice; the line is told to have {told.RoundTripMs:0.0} ms, {told.DownMbit:0.0} Mbit/s ({told.Basis})"),
            trips.Max() <= MostRoundTrips);
    }

    // A run on a busy machine is no reality: it is repeated, and the least disturbed one counts.
    private static async Task<(double First, double Check, double LateUs)> FetchAsync(FarSide server, MailProtocol protocol, CancellationToken token)
    {
        (double First, double Check, double LateUs) best = (0, 0, double.MaxValue);
        for (var i = 0; i < Tries && best.LateUs > LineCounters.TooLateUs; i++)
        {
            using var programs = new MailPrograms(server);
            var before = await LineCounters.ReadAsync(server, token);
            var first = await programs.SyncAsync(protocol, token);
            var late = (await LineCounters.ReadAsync(server, token)).Since(before).MeanLateUs;
            await Task.Delay(Settled, token);
            var checks = new List<double>();
            for (var j = 0; j < Checks; j++) checks.Add(await programs.CheckAsync(protocol, token));
            if (late < best.LateUs) best = (first, checks.Median(), late);
        }

        return best;
    }

    private Outcome Compare(FarSide server, MailProtocol protocol, MailTask task, Forecast forecast, double real, double lateUs)
    {
        var line = server.Line;
        var told = Seconds(forecast, task, protocol);
        var within = line.Mbit == 100 || task == MailTask.CheckNothingNew ? 0.15 : 0.1;
        var off = Math.Abs(told - real);
        var met = off <= within * real || (task == MailTask.CheckNothingNew && off <= line.RoundTripMs / 1000.0);
        var spread = forecast[task].Spread ?? double.NaN;
        return new Outcome(
            Name, $"{server.Server}, {protocol.ToString().ToUpperInvariant()} {Words(task)}, {line}", Text($"{told / real:0.000} of reality"),
            Text($"± {within:0%}{(task == MailTask.CheckNothingNew ? " or 1 RTT" : "")}"), Text($"forecast {told:0.00} s, real {real:0.00} s, spread {spread:0.00}{(off <= spread * told ? "" : ", which it left")}, packets late by {lateUs:0} µs"),
            met && off <= spread * told);
    }

    private Outcome Faster(FarSide server, MailTask task, Forecast forecast, double[] real)
    {
        var told = Protocols.MinBy(x => Seconds(forecast, task, x));
        var truly = Protocols.MinBy(x => real[(int)x]);
        var matters = real.Max() > 1.05 * real.Min();
        return new Outcome(Name, $"{server.Server}, faster {Words(task)}, {server.Line}", told.ToString(), matters ? truly.ToString() : "", matters ? "" : "within 5 %", matters ? told == truly : null);
    }

    private static double Seconds(Forecast forecast, MailTask task, MailProtocol protocol) =>
        (protocol == MailProtocol.Imap ? forecast[task].Imap : forecast[task].Pop3)!.Value.Ms / 1000;

    private static string Words(MailTask task) => task == MailTask.FirstSync ? "first sync" : "check";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
