using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Access;

/// <summary>
/// Finds the key that a caller presents, and bounds how many wrong ones an address may try. Beyond the bound a key is refused whether it
/// is right or not: otherwise
/// the answer would still tell a lucky guess from the others. Only a key that was right from this address before goes on being served, so
/// that nobody who shares an
/// address with a guesser is locked out of his work.
/// </summary>
internal sealed class KeyGuesses(AccessOptions options, TimeProvider clock)
{
    /// <summary>How many addresses are remembered, and how many pairs of an address and a key that was right from there.</summary>
    public const int Capacity = 10_000;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Window> _windows = [];
    private readonly HashSet<(string Address, string Key)> _proven = [];
    private readonly Queue<(string Address, string Key)> _provenInOrder = [];

    /// <summary>How many addresses are remembered.</summary>
    public int Count
    {
        get { lock (_lock) return _windows.Count; }
    }

    /// <summary>The key; or why it is not taken: it is unknown (401), or the address has tried too many (429, <c>Retry-After</c> is
    /// set).</summary>
    public (ApiKey? Key, Problem? Refusal) Find(HttpContext http, string presented)
    {
        var (key, address) = (options.Find(presented), AddressOf(http));
        if (Judge(address, key) is { } wait)
        {
            RetryAfter.Set(http, wait);
            return (null, Problem.Of(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyWrongKeys));
        }

        return key is null ? (null, Problem.Of(StatusCodes.Status401Unauthorized, ProblemCode.KeyUnknown)) : (key, null);
    }

    /// <summary>Whether the address has tried too many, so that its next is not judged: how long it is to wait (<c>Retry-After</c> is set); null where it may try.</summary>
    public Problem? Barred(HttpContext http)
    {
        lock (_lock)
        {
            if (Current(AddressOf(http)) is not { } window || window.Wrong < options.WrongKeysPerMinute) return null;
            RetryAfter.Set(http, Length - clock.GetElapsedTime(window.Began));
            return Problem.Of(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyWrongKeys);
        }
    }

    /// <summary>Counts another secret than a key that was wrong: whoever guesses at links is no better than whoever guesses at keys.</summary>
    public void Missed(HttpContext http)
    {
        lock (_lock) Note(AddressOf(http), Current(AddressOf(http)));
    }

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress is { } remote ? PeerAddress.Of(remote) : "";

    private Window? Current(string address) =>
        _windows.GetValueOrDefault(address) is { } window && clock.GetElapsedTime(window.Began) < Length ? window : null;

    // How long to wait; null where the key is judged now.
    private TimeSpan? Judge(string address, ApiKey? key)
    {
        lock (_lock)
        {
            if (key is not null && _proven.Contains((address, key.Name))) return null;
            var window = Current(address);
            if (window?.Wrong >= options.WrongKeysPerMinute) return Length - clock.GetElapsedTime(window.Began);
            if (key is null) Note(address, window);
            else Prove((address, key.Name));
            return null;
        }
    }

    private void Note(string address, Window? window)
    {
        if (window is null)
        {
            if (_windows.Count >= Capacity) Forget();
            window = _windows[address] = new Window(clock.GetTimestamp());
        }

        window.Wrong++;
    }

    private void Prove((string Address, string Key) pair)
    {
        if (!_proven.Add(pair)) return;
        _provenInOrder.Enqueue(pair);
        if (_proven.Count > Capacity) _proven.Remove(_provenInOrder.Dequeue());
    }

    // What is over; where all are new, those that tried least: whoever tries most is remembered longest.
    private void Forget()
    {
        foreach (var (address, _) in _windows.Where(x => clock.GetElapsedTime(x.Value.Began) >= Length).ToList()) _windows.Remove(address);
        if (_windows.Count < Capacity) return;
        foreach (var (address, _) in _windows.OrderBy(x => x.Value.Wrong).Take(Capacity / 10).ToList()) _windows.Remove(address);
    }

    private sealed class Window(long began)
    {
        public long Began => began;

        public int Wrong { get; set; }
    }
}
