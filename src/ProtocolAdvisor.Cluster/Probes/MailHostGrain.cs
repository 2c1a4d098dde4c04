using Orleans.Concurrency;
using Orleans.Placement;

namespace ProtocolAdvisor.Cluster.Probes;

/// <summary>The node to which a mail host belongs. Its key is the host's name.</summary>
[Alias("mailhost")]
internal interface IMailHostGrain : IGrainWithStringKey
{
    /// <summary>Has that node do what is ordered, or gives what it did for others; see <see cref="Running.NodeOrder"/>.</summary>
    [ResponseTimeout("00:01:15")]
    [Alias("Ask")]
    Task<string> AskAsync(string order, CancellationToken token);
}

/// <summary>
/// Remembers nothing itself: what was probed is in its node's memory, for ten minutes, and so it stays there a little longer than that.
/// Whoever asks first has the host, so that one that has a single domain is not asked for over the network.
/// </summary>
[Reentrant]
[PreferLocalPlacement]
[CollectionAgeLimit(Minutes = 11)]
[GrainType("mailhost")]
internal sealed class MailHostGrain(ProbeParts parts) : Grain, IMailHostGrain
{
    /// <inheritdoc/>
    public Task<string> AskAsync(string order, CancellationToken token) => Task.Run(() => parts.Answer(order, token), CancellationToken.None);
}

/// <summary>What the grains of mail hosts run.</summary>
/// <param name="Answer">Does what is ordered.</param>
internal sealed record ProbeParts(Func<string, CancellationToken, Task<string>> Answer);
