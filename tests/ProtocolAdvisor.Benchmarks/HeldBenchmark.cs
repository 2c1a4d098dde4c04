using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>How soon the greeting of a server is read that holds it back until we acknowledge (Nagle's algorithm), beside a client that leaves acknowledging to the kernel.</summary>
internal sealed class HeldBenchmark : IBenchmark
{
    private const double Goal = 35;

    public string Name => "held";

    public IReadOnlyList<FarServer> Servers => [FarServer.Cyrus];

    public IReadOnlyList<Line> Lines => [new(100)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        using var assessor = server.Assessor();
        var (best, bestPolite) = (double.MaxValue, double.MaxValue);
        var medians = await Measure.InTurnAsync(
            warmUps: 3,
            rounds: 15,
            async () => Noted(await GreetedAsync(server, () => assessor.AssessAsync(Subject(server), null, cancellationToken)), ref best),
            async () => Noted(await Measure.WallAsync(() => GreetedPolitelyAsync(server, cancellationToken)), ref bestPolite));
        var (ours, floor) = (medians[0], medians[1]);
        return
        [
            new(Name, $"greeting behind TLS, {server.Server}, {server.Line}", ours.In("ms"), $"≤ floor − {Goal} ms",
                $"floor {floor.In("ms")}: connect, handshake, first line; the best of each {best.In("ms")} and {bestPolite.In("ms")}", ours <= floor - Goal),
        ];
    }

    // A busy machine adds to every figure: the best of them have least of it.
    private static double Noted(double ms, ref double best)
    {
        best = Math.Min(best, ms);
        return ms;
    }

    private static AssessmentSubject Subject(FarSide server) => new([server.Endpoints.Single(x => x.Port == StandardPort.Imaps)], null, AssessmentLimits.Default);

    // What lies before the socket and behind the greeting is not the line's.
    private static async Task<double> GreetedAsync(FarSide server, Func<Task<AssessmentFacts>> assess)
    {
        var steps = (await assess()).Endpoints[0].Probe.Steps;
        return steps.FirstOrDefault(x => x.Failure is not null) is { } failed
            ? throw new InvalidOperationException($"{server.Host} was not greeted: {failed.Failure}")
            : steps.Where(x => x.Step is MailStep.Connect or MailStep.TlsHandshake or MailStep.Greeting).Sum(x => x.ElapsedMs ?? 0);
    }

    private static async Task GreetedPolitelyAsync(FarSide server, CancellationToken token)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, StandardPort.Imaps, token);
        await using var network = new NetworkStream(socket);
        await using var stream = new SslStream(network);
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = server.Host, AllowTlsResume = false, CertificateRevocationCheckMode = X509RevocationMode.NoCheck }, token);
        using var reader = new StreamReader(stream);
        if (await reader.ReadLineAsync(token) is null) throw new InvalidOperationException($"{server.Host} hung up.");
    }
}
