using System.Net;
using DnsClient;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Names;

/// <summary>
/// Several name servers, asked one behind the other without waiting for a dead one: who does not answer soon gets company, and stands behind the others for a while. So a dead
/// resolver costs one question a moment, and no question its answer. Those that the operator has named share the questions; of the system's the first is asked as long as it answers.
/// </summary>
/// <param name="configured">Whom to ask; empty asks the system's.</param>
/// <param name="make">Makes what asks one of them.</param>
/// <param name="clock">Measures.</param>
internal sealed class ResolverRace(IReadOnlyList<IPEndPoint> configured, Func<NameServer, LookupClient> make, TimeProvider clock)
{
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(300);

    // The system's list changes with its network.
    private static readonly TimeSpan ListAgain = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LateFor = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private List<Racer> _known = [];
    private long? _listedAt;
    private uint _questions;

    private sealed class Racer(NameServer server, LookupClient client)
    {
        internal NameServer Server => server;

        internal LookupClient Client => client;

        /// <summary>When it was last seen not to answer soon; null where it does.</summary>
        internal long? LateAt { get; set; }
    }

    /// <summary>The first answer; <see cref="ResolverAnswer.None"/> where nobody answers, <see cref="ResolverAnswer.Impossible"/> where we could not even ask.</summary>
    /// <param name="ask">Asks one of them.</param>
    /// <param name="token">Ends it.</param>
    internal async Task<ResolverAnswer> AskAsync(Func<LookupClient, CancellationToken, Task<ResolverAnswer>> ask, CancellationToken token)
    {
        using var race = CancellationTokenSource.CreateLinkedTokenSource(token);
        var (waiting, asked) = (new Queue<Racer>(InOrder()), new Dictionary<Task<ResolverAnswer>, Racer>());
        var worst = ResolverAnswer.Impossible;
        while (waiting.TryDequeue(out var next))
        {
            asked.Add(ask(next.Client, race.Token), next);
            var headStart = waiting.Count > 0 ? Task.Delay(HeadStart, clock, race.Token) : Task.Delay(Timeout.InfiniteTimeSpan, clock, race.Token);
            while (asked.Count > 0)
            {
                if (await Task.WhenAny([headStart, .. asked.Keys]) is not Task<ResolverAnswer> answered)
                {
                    if (!token.IsCancellationRequested) Note(next, isLate: true);
                    break;
                }

                asked.Remove(answered, out var server);
                var answer = await answered;
                if (answer.Failure is FailureKind.LookupImpossible) continue;
                worst = ResolverAnswer.None;
                if (answer.Failure is FailureKind.LookupFailed) continue;
                Note(server!, isLate: false);
                await race.CancelAsync();
                return answer;
            }
        }

        return asked.Count > 0 ? ResolverAnswer.None : worst; // time was up before all had answered: whether they can be asked at all is another question
    }

    private List<Racer> InOrder()
    {
        lock (_lock)
        {
            List();
            var first = configured.Count > 0 ? (int)(_questions++ % (uint)_known.Count) : 0;
            var inTurn = _known.Skip(first).Concat(_known.Take(first)).OrderBy(IsLate).ToList();

            // Whoever was late is tried by one question: until that is answered, the others go on without him.
            if (inTurn[0].LateAt is not null) inTurn[0].LateAt = clock.GetTimestamp();
            return inTurn;
        }
    }

    private void Note(Racer racer, bool isLate)
    {
        lock (_lock) racer.LateAt = isLate ? clock.GetTimestamp() : null;
    }

    private bool IsLate(Racer racer) => racer.LateAt is { } late && clock.GetElapsedTime(late) < LateFor;

    private void List()
    {
        if (_listedAt is { } listed && (configured.Count > 0 || clock.GetElapsedTime(listed) < ListAgain)) return;
        IReadOnlyList<NameServer> servers = configured.Count > 0 ? [.. configured.Select(x => new NameServer(x))] : SystemNameServers.List();
        _known = [.. servers.Select(x => _known.Find(y => y.Server.Equals(x)) ?? new Racer(x, make(x)))];
        _listedAt = clock.GetTimestamp();
    }
}
