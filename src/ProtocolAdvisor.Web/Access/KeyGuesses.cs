using ProtocolAdvisor.Cluster.Limits;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Access;

/// <summary>
/// Finds the key that a caller presents, and bounds how many wrong ones an address may try. Beyond the bound a key is refused whether it
/// is right or not: otherwise the answer would still tell a lucky guess from the others. Only a key that was right from this address before goes on being served, so
/// that nobody who shares an address with a guesser is locked out of his work.
/// </summary>
internal sealed class KeyGuesses(AccessOptions options, WrongKeyCounts counts, TimeProvider clock)
{
    // Whoever counts for all nodes may have died meanwhile, and must know what was right before a node that starts is asked.
    private static readonly TimeSpan ToldAgain = TimeSpan.FromMinutes(1);

    /// <summary>How many pairs of an address and a key that was right from there are remembered.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Address, string Key), long> _proven = [];
    private readonly Queue<(string Address, string Key)> _provenInOrder = [];

    /// <summary>The key; or why it is not taken: it is unknown (401), or the address has tried too many (429, <c>Retry-After</c> is
    /// set).</summary>
    public async ValueTask<(ApiKey? Key, Problem? Refusal)> FindAsync(HttpContext http, string presented)
    {
        var (key, address) = (options.Find(presented), AddressOf(http));
        if (key is null)
        {
            return await counts.JudgeAsync(address, isWrong: true, options.WrongKeysPerMinute) is { } late
                ? (null, TooMany(http, late))
                : (null, Problem.Of(StatusCodes.Status401Unauthorized, ProblemCode.KeyUnknown));
        }

        var pair = (address, key.Name);
        var told = ToldAt(pair);
        if (told is { } at && clock.GetElapsedTime(at) < ToldAgain) return (key, null);
        if (await counts.JudgeRightAsync(address, key.Name, told is not null, options.WrongKeysPerMinute) is { } wait) return (null, TooMany(http, wait));
        Prove(pair);
        return (key, null);
    }

    /// <summary>Whether the address has tried too many, so that its next is not judged (<c>Retry-After</c> is set); null where it may try.</summary>
    public async ValueTask<Problem?> BarredAsync(HttpContext http) =>
        await counts.JudgeAsync(AddressOf(http), isWrong: false, options.WrongKeysPerMinute) is { } wait ? TooMany(http, wait) : null;

    /// <summary>Counts another secret than a key that was wrong: whoever guesses at links is no better than whoever guesses at keys.</summary>
    public Task MissedAsync(HttpContext http) => counts.JudgeAsync(AddressOf(http), isWrong: true, options.WrongKeysPerMinute);

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress is { } remote ? PeerAddress.Of(remote) : "";

    private static Problem TooMany(HttpContext http, TimeSpan wait)
    {
        RetryAfter.Set(http, wait);
        return Problem.Of(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyWrongKeys);
    }

    private long? ToldAt((string Address, string Key) pair)
    {
        lock (_lock) return _proven.TryGetValue(pair, out var at) ? at : null;
    }

    private void Prove((string Address, string Key) pair)
    {
        lock (_lock)
        {
            var isNew = !_proven.ContainsKey(pair);
            _proven[pair] = clock.GetTimestamp();
            if (!isNew) return;
            _provenInOrder.Enqueue(pair);
            if (_proven.Count > Capacity) _proven.Remove(_provenInOrder.Dequeue());
        }
    }
}
