using System.Net;
using DnsClient;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Names;

/// <summary>
/// Several name servers, asked one behind the other without waiting for a dead one: who does not answer soon gets company, and who answered last is asked first. So a dead
/// first resolver costs one question a moment, and no question its answer.
/// </summary>
/// <param name="configured">Whom to ask; empty asks the system's.</param>
/// <param name="make">Makes what asks one of them.</param>
/// <param name="clock">Measures.</param>
internal sealed class ResolverRace(IReadOnlyList<IPEndPoint> configured, Func<NameServer, LookupClient> make, TimeProvider clock)
{
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(300);

    // The system's list changes with its network.
    private static readonly TimeSpan ListAgain = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private List<(NameServer Server, LookupClient Client)> _known = [];
    private long? _listedAt;

    /// <summary>The first answer; <see cref="ResolverAnswer.None"/> where nobody answers, <see cref="ResolverAnswer.Impossible"/> where we could not even ask.</summary>
    /// <param name="ask">Asks one of them.</param>
    /// <param name="token">Ends it.</param>
    internal async Task<ResolverAnswer> AskAsync(Func<LookupClient, CancellationToken, Task<ResolverAnswer>> ask, CancellationToken token)
    {
        using var race = CancellationTokenSource.CreateLinkedTokenSource(token);
        var (waiting, asked) = (new Queue<(NameServer, LookupClient Client)>(InOrder()), new Dictionary<Task<ResolverAnswer>, (NameServer, LookupClient)>());
        var worst = ResolverAnswer.Impossible;
        while (waiting.TryDequeue(out var next))
        {
            asked.Add(ask(next.Client, race.Token), next);
            var headStart = waiting.Count > 0 ? Task.Delay(HeadStart, clock, race.Token) : Task.Delay(Timeout.InfiniteTimeSpan, clock, race.Token);
            while (asked.Count > 0)
            {
                if (await Task.WhenAny([headStart, .. asked.Keys]) is not Task<ResolverAnswer> answered) break;
                asked.Remove(answered, out var server);
                var answer = await answered;
                if (answer.Failure is FailureKind.LookupImpossible) continue;
                worst = ResolverAnswer.None;
                if (answer.Failure is FailureKind.LookupFailed) continue;
                Prefer(server);
                await race.CancelAsync();
                return answer;
            }
        }

        return asked.Count > 0 ? ResolverAnswer.None : worst; // time was up before all had answered: whether they can be asked at all is another question
    }

    private List<(NameServer Server, LookupClient Client)> InOrder()
    {
        lock (_lock)
        {
            if (_listedAt is { } listed && (configured.Count > 0 || clock.GetElapsedTime(listed) < ListAgain)) return [.. _known];
            IReadOnlyList<NameServer> servers = configured.Count > 0 ? [.. configured.Select(x => new NameServer(x))] : SystemNameServers.List();
            var kept = _known.Where(x => servers.Contains(x.Server)).ToList();
            _known = [.. kept, .. servers.Where(x => !kept.Exists(y => y.Server.Equals(x))).Select(x => (x, make(x)))];
            _listedAt = clock.GetTimestamp();
            return [.. _known];
        }
    }

    private void Prefer((NameServer, LookupClient) server)
    {
        lock (_lock)
        {
            if (_known.Remove(server)) _known.Insert(0, server);
        }
    }
}
