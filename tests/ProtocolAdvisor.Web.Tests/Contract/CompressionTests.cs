using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary>What is only read is compressed; what repeats the request beside something secret is not, nor is what must not be held back.</summary>
public sealed class CompressionTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    [Theory]
    [InlineData("/v1/findings", "br")]
    [InlineData("/v1/findings", "gzip")]
    [InlineData("/openapi.json", "br")]
    [InlineData("/v1/assessments", "gzip")]
    [InlineData("/", "br")]
    [InlineData("/history", "gzip")]
    public async Task Json_and_pages_that_are_read_are_compressed(string path, string encoding)
    {
        var (text, compressed) = await UndisturbedAsync();
        using var small = compressed;
        Assert.Equal((encoding, "Accept-Encoding"), (small.Content.Headers.ContentEncoding.Single(), small.Headers.Vary.Single(x => x == "Accept-Encoding")));
        var bytes = await small.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (text.Length > 1000) Assert.True(bytes.Length < (text.Length > 4000 ? text.Length / 2 : text.Length * 3 / 4), $"{bytes.Length} bytes for {text.Length}");
        await using Stream open = encoding == "br" ? new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress) : new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(open, Encoding.UTF8);
        Assert.Equal(text, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));

        // Other tests' reports are written behind their answers, and change the lists.
        async Task<(string, HttpResponseMessage)> UndisturbedAsync()
        {
            while (true)
            {
                var before = await PlainAsync(path);
                var answer = await SendAsync(HttpMethod.Get, path, encoding);
                if (await PlainAsync(path) == before) return (before, answer);
                answer.Dispose();
            }
        }
    }

    [Theory]
    [InlineData("GET", "/history?domain=example", null)]
    [InlineData("GET", "/v1/assessments?domain=example", null)]
    [InlineData("GET", "/health/ready", null)]
    [InlineData("GET", "/v1/assessments/none", null)]
    [InlineData("POST", "/v1/recommendations", "{}")]
    [InlineData("POST", "/v1/assessments", "dead")]
    [InlineData("POST", "/v1/assessments/stream", "dead")]
    public async Task What_mixes_input_and_secrets_or_is_tiny_or_streamed_is_not(string method, string path, string? body)
    {
        using var answer = await SendAsync(new HttpMethod(method), path, "br, gzip", body == "dead" ? Requests.OfDeadServer : body);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_compressed_answer_has_a_weak_tag_by_which_it_need_not_be_sent_again()
    {
        using var strong = await SendAsync(HttpMethod.Get, "/openapi.json");
        using var weak = await SendAsync(HttpMethod.Get, "/openapi.json", "br");
        Assert.Equal((false, true, strong.Headers.ETag!.Tag), (strong.Headers.ETag.IsWeak, weak.Headers.ETag!.IsWeak, weak.Headers.ETag.Tag));
        using var again = await SendAsync(HttpMethod.Get, "/openapi.json", "br", tag: weak.Headers.ETag);
        Assert.Equal(304, (int)again.StatusCode);
    }

    [Fact]
    public async Task A_report_that_is_there_already_is_not_sent_again_but_in_another_language_it_is()
    {
        var path = (await shared.Advisor.PostAsync("/v1/assessments", Requests.OfDeadServer)).Reply.Headers.Location!.ToString();
        using var first = await SendAsync(HttpMethod.Get, path);
        using var again = await SendAsync(HttpMethod.Get, path, tag: first.Headers.ETag);
        Assert.Equal((304, first.Headers.ETag, ""), ((int)again.StatusCode, again.Headers.ETag, await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("no-store", again.Headers.CacheControl!.ToString());
        using var german = await SendAsync(HttpMethod.Get, path, tag: first.Headers.ETag, language: "de");
        Assert.Equal(200, (int)german.StatusCode);
    }

    private async Task<string> PlainAsync(string path)
    {
        using var plain = await SendAsync(HttpMethod.Get, path);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        return await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? encoding = null, string? body = null, EntityTagHeaderValue? tag = null, string? language = null)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = shared.Advisor.ClientOptions.BaseAddress };
        using var request = new HttpRequestMessage(method, path);
        if (encoding is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        if (language is not null) request.Headers.TryAddWithoutValidation("Accept-Language", language);
        if (tag is not null) request.Headers.IfNoneMatch.Add(tag);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
