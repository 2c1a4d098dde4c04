using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Warming;

/// <summary>
/// The way of a run, gone once against ourselves on loopback before it is gone for good. The first TLS handshake, the first question by https and the first sign-in of a
/// process are compiled while they run, and no server's time shall contain that.
/// </summary>
internal static class Rehearsal
{
    // Six tenths of a second of computing, half of that on two idle cores. A busy machine takes longer, and needs it most: measured there, handshakes on a line of 40 ms
    // took 290 to 600 ms in a cold process and 43 to 49 ms after this.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    /// <summary>Searches as a first discovery would, and where <paramref name="assesses"/> is set, probes, signs in and measures beside it.</summary>
    internal static async Task RunAsync(bool assesses, TimeProvider clock, CancellationToken cancellationToken)
    {
        var search = new WarmDiscovery(clock).RunAsync(cancellationToken);
        await Task.WhenAll(search, assesses ? AssessAsync(clock, cancellationToken) : Task.CompletedTask);
    }

    /// <summary>Does so for a moment at most, and says nothing of how it went: it is no part of the run.</summary>
    internal static async Task RunBrieflyAsync(bool assesses, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(Moment, clock, cancellationToken);
        await RunAsync(assesses, clock, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static async Task AssessAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        using var certificate = CannedCertificate.Create(clock.GetUtcNow());
        using var server = new CannedMailServer(certificate);
        using var assessor = new MailboxAssessor(server.Options, clock);
        await assessor.AssessAsync(server.Subject, null, cancellationToken);
    }
}
