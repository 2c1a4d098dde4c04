namespace ProtocolAdvisor.Dialing.Web;

/// <summary>
/// Keeps the answers of web servers, by their whole URL. Those who ask at the same time share one fetch: so many searches at once neither
/// miss an answer nor burden the web server. What came over http is not kept, because a forged answer would be believed until it expired;
/// that nothing came over https may be, where the caller says for how long.
/// </summary>
/// <param name="fetch">Fetches; bounds its own time.</param>
/// <param name="clock">Tells when an answer is too old.</param>
/// <param name="limit">How many KiB are kept; what is known beside a file's bytes counts as four, so a host that has none counts too.</param>
internal sealed class KeptFiles(Func<Uri, Task<HttpFetch>> fetch, TimeProvider clock, long limit = KeptFiles.MostKiB) : IDisposable
{
    private const long MostKiB = 64 << 10;
    private const long KiB = 1 << 10;

    // A miss is 700 bytes of objects, most of them its URL's (measured in an audit, which learns two misses for every three domains that nobody asks for again), and as much room for the collector.
    private const long BesideKiB = 4;

    private readonly BoundedCache<Uri, HttpFetch> _kept = new(clock, limit);
    private readonly SharedWork<Uri, HttpFetch> _inFlight = new(fetch);

    /// <summary>How many are kept.</summary>
    internal int Count => _kept.Count;

    /// <summary>Whether an answer is kept.</summary>
    internal bool Has(Uri uri) => _kept.Find(uri) is not null;

    /// <summary>The answer kept, one that is on its way, or a new one. The <paramref name="token"/> ends the waiting only.</summary>
    /// <param name="uri">What to ask for; it must hold nothing that only this caller may know.</param>
    /// <param name="lifetime">How long an answer is good at most, where its server does not say less; zero for not at all.</param>
    /// <param name="token">The caller's.</param>
    internal async Task<HttpFetch> GetAsync(Uri uri, Func<HttpFetch, TimeSpan> lifetime, CancellationToken token)
    {
        if (_kept.Find(uri) is { } known) return known;
        var answer = await _inFlight.JoinAsync(uri, token);
        var good = lifetime(answer);
        if (answer.MaxAge < good) good = answer.MaxAge.Value;
        if (answer.Secure || (answer.Failure is not null && uri.Scheme == Uri.UriSchemeHttps)) _kept.Keep(uri, answer with { Body = answer.Body.ToArray() }, good, BesideKiB + (answer.Body.Length / KiB));
        return answer;
    }

    public void Dispose() => _kept.Dispose();
}
