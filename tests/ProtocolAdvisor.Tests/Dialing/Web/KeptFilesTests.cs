using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Dialing.Web;

namespace ProtocolAdvisor.Tests.Dialing.Web;

/// <summary>A file is fetched once while it is good, or on its way.</summary>
public sealed class KeptFilesTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private readonly List<Uri> _fetched = [];

    [Fact]
    public async Task A_file_is_kept_for_its_lifetime_by_its_whole_url()
    {
        using var files = Files();
        foreach (var query in (string[])["?a=1", "?a=1", "?a=2", "?A=1"]) await GetAsync(files, "https://example.org/f" + query);
        Assert.Equal(3, _fetched.Count);
        _clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        await GetAsync(files, "https://example.org/f?a=1");
        Assert.Equal(4, _fetched.Count);
    }

    [Fact]
    public async Task What_could_have_been_forged_or_has_no_lifetime_is_not_kept()
    {
        using var files = Files(secure: false);
        using var others = Files();
        for (var i = 0; i < 2; i++)
        {
            await GetAsync(files, "http://example.org/f");
            await others.GetAsync(new Uri("https://example.org/f"), _ => TimeSpan.Zero, Cancel);
        }

        Assert.Equal(4, _fetched.Count);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(60, 2)]
    [InlineData(86_400, 1)]
    public async Task A_server_may_want_its_file_kept_for_less(int maxAge, int fetches)
    {
        using var files = new KeptFiles(uri => { _fetched.Add(uri); return Task.FromResult(Fetch(true, 10) with { MaxAge = TimeSpan.FromSeconds(maxAge) }); }, _clock);
        await GetAsync(files, "https://example.org/f");
        _clock.Advance(TimeSpan.FromSeconds(61));
        await GetAsync(files, "https://example.org/f");
        Assert.Equal(fetches, _fetched.Count);
    }

    [Fact]
    public async Task Whoever_asks_meanwhile_shares_the_fetch_and_nobody_who_leaves_ends_it()
    {
        var release = new TaskCompletionSource();
        using var files = new KeptFiles(async uri => { _fetched.Add(uri); await release.Task; return Fetch(true, 1); }, _clock);
        using var leaving = new CancellationTokenSource();
        var left = files.GetAsync(new Uri("https://example.org/f"), _ => TimeSpan.Zero, leaving.Token);
        var stayed = files.GetAsync(new Uri("https://example.org/f"), _ => TimeSpan.Zero, Cancel);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        release.SetResult();
        Assert.Equal(200, (await stayed).Status);
        Assert.Single(_fetched);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(20_000, 1)]
    public async Task What_is_kept_is_bounded_in_number_and_bytes(int bytes, int most)
    {
        using var files = new KeptFiles(uri => { _fetched.Add(uri); return Task.FromResult(Fetch(true, bytes)); }, _clock, limit: 40);
        for (var i = 0; i < 50; i++) await GetAsync(files, $"https://example.org/{i}");
        Assert.Equal(most, files.Count);
    }

    private KeptFiles Files(bool secure = true) => new(uri => { _fetched.Add(uri); return Task.FromResult(Fetch(secure, 10)); }, _clock);

    private static Task<HttpFetch> GetAsync(KeptFiles files, string uri) => files.GetAsync(new Uri(uri), _ => TimeSpan.FromHours(1), Cancel);

    private static HttpFetch Fetch(bool secure, int bytes) => new(200, new byte[bytes], secure, null, null, null);
}
