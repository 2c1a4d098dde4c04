using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Cluster.Limits;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Access;

/// <summary>Nobody tries keys for long, and nobody is locked out by another's trying.</summary>
public sealed class WrongKeyTests
{
    private static readonly ApiKey Right = new("desk", SHA256.HashData(Encoding.UTF8.GetBytes("right")), [Scope.Assess], null);
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task One_too_many_is_told_when_to_come_again_and_the_key_at_work_goes_on()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var advisor = await KeyedAdvisor.StartAsync(["desk", "other"], clock: clock, settings: ("Access:WrongKeysPerMinute", "3"));
        Assert.Equal(200, (await FindingsAsync(advisor, "desk")).Status);
        for (var i = 0; i < 3; i++) Assert.Equal((401, "key-unknown"), Told(await FindingsAsync(advisor, $"guess {i}")));
        var one = await FindingsAsync(advisor, "guess");
        Assert.Equal((429, "too-many-wrong-keys"), Told(one));
        Assert.InRange(one.Reply.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(200, (await FindingsAsync(advisor, "desk")).Status);
        Assert.Equal(429, (await FindingsAsync(advisor, "other")).Status);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await FindingsAsync(advisor, "other")).Status);
    }

    [Fact]
    public async Task Keys_typed_into_the_console_are_counted_too()
    {
        await using var advisor = await KeyedAdvisor.StartAsync(["desk"], settings: ("Access:WrongKeysPerMinute", "2"));
        for (var i = 0; i < 2; i++) Assert.Equal(401, (await SignInAsync(advisor)).Status);
        var page = await SignInAsync(advisor);
        Assert.Equal((429, "text/html"), (page.Status, page.MediaType));
        Assert.Contains("Too many wrong keys", page.Text, StringComparison.Ordinal);
        Assert.Equal(429, (await FindingsAsync(advisor, "guess")).Status);
    }

    [Fact]
    public async Task Behind_our_proxy_it_is_the_client_who_is_counted()
    {
        await using var advisor = await KeyedAdvisor.StartAsync(["desk"], settings: [("Access:WrongKeysPerMinute", "1"), ("Access:Proxies:0", "127.0.0.0/8")]);
        Assert.Equal(401, (await FindingsAsync(advisor, "guess", ("X-Forwarded-For", "192.0.2.1"))).Status);
        Assert.Equal(429, (await FindingsAsync(advisor, "guess", ("X-Forwarded-For", "192.0.2.1"))).Status);
        Assert.Equal(401, (await FindingsAsync(advisor, "guess", ("X-Forwarded-For", "192.0.2.2"))).Status);
        Assert.Equal(200, (await FindingsAsync(advisor, "desk", ("X-Forwarded-For", "192.0.2.2, 192.0.2.3"))).Status);
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::1", 429)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", 401)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", 429)]
    [InlineData("192.0.2.1", "192.0.2.2", 401)]
    public void A_line_is_one_guesser_whatever_addresses_it_has(string first, string second, int status)
    {
        var guesses = new KeyGuesses(new AccessOptions(null, [Right]) { WrongKeysPerMinute = 1 }, new LocalWrongKeyCounts(_clock), _clock);
        Find(guesses, first);
        Assert.Equal(status, Find(guesses, second));
    }

    [Fact]
    public void What_is_remembered_of_guessers_is_bounded_and_the_busiest_are_remembered()
    {
        var counts = new LocalWrongKeyCounts(_clock);
        var guesses = new KeyGuesses(new AccessOptions(null, [Right]) { WrongKeysPerMinute = 2 }, counts, _clock);
        for (var i = 0; i < 2; i++) Find(guesses, "192.0.2.1");
        for (var i = 0; i < LocalWrongKeyCounts.Capacity + 100; i++) Find(guesses, $"10.{i >> 16}.{(i >> 8) & 255}.{i & 255}");
        Assert.InRange(counts.Count, 1, LocalWrongKeyCounts.Capacity);
        Assert.Equal(429, Find(guesses, "192.0.2.1"));
    }

    // In one process nothing is waited for.
    private static int? Find(KeyGuesses guesses, string address)
    {
        var found = guesses.FindAsync(From(address), "guess").AsTask();
        Assert.True(found.IsCompletedSuccessfully);
        return found.Result.Refusal?.Status;
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    private static (int, string?) Told(Answer answer) => (answer.Status, answer.Code);

    private static Task<Answer> FindingsAsync(Advisor advisor, string key, params (string, string)[] headers) =>
        advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, [KeyedAdvisor.As(key), .. headers]);

    private static async Task<Answer> SignInAsync(Advisor advisor)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("key", "guess"), KeyValuePair.Create("back", "/")]);
        return await advisor.SendAsync(HttpMethod.Post, "/sign-in", form, ("Accept", "text/html"));
    }
}
