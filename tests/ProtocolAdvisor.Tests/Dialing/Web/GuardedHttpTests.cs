using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Dialing.Web;

/// <summary>GET requests to a real web server on loopback: what comes back, from whom.</summary>
public sealed class GuardedHttpTests : IAsyncLifetime
{
    private const string Host = WebHosts.Host;
    private WebHosts _web = null!;

    public async ValueTask InitializeAsync() => _web = await WebHosts.StartAsync();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task A_document_comes_with_its_date_and_is_secure_over_https()
    {
        var written = new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);
        _web.Serve(Host, context =>
        {
            context.Response.GetTypedHeaders().LastModified = written;
            return context.Response.WriteAsync("<clientConfig/>");
        });
        var fetch = await _web.GetAsync($"https://{Host}/mail/config-v1.1.xml?emailaddress=x%40example.com");
        Assert.Equal((200, "<clientConfig/>", true, written, null, null), (fetch.Status, Text(fetch), fetch.Secure, fetch.LastModified, fetch.Failure, fetch.Detail));
        Assert.Equal($"https://{Host}/mail/config-v1.1.xml?emailaddress=x%40example.com", _web.Requests.Single().Url);
        Assert.False((await _web.GetAsync($"http://{Host}/")).Secure);
    }

    [Fact]
    public async Task A_request_says_who_asks_and_nothing_more()
    {
        using var activity = new System.Diagnostics.Activity("ours").Start();
        _web.Serve(Host, "");
        await _web.GetAsync($"https://{Host}/");
        var headers = _web.Requests.Single().Headers;
        Assert.Equal(["Accept", "Accept-Encoding", "Connection", "Host", "User-Agent"], headers.Keys.Order());
        Assert.Equal("ProtocolAdvisor", headers.UserAgent);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(302)] // says no place
    [InlineData(404)]
    [InlineData(503)]
    public async Task Any_final_status_is_an_answer_without_a_body(int status)
    {
        _web.Serve(Host, context =>
        {
            context.Response.StatusCode = status;
            return status == 204 ? Task.CompletedTask : context.Response.WriteAsync("words");
        });
        var fetch = await _web.GetAsync($"https://{Host}/");
        Assert.Equal((status, "", true, null), (fetch.Status, Text(fetch), fetch.Secure, fetch.Failure));
    }

    [Fact]
    public async Task Only_web_ports_are_dialled()
    {
        await using var mail = ScriptedMailServer.Start(new ImapScript());
        _web.Serve(Host, "");
        var fetch = await _web.GetAsync($"https://{Host}:{mail.Port}/");
        Assert.Equal((FailureKind.AddressBlocked, $"https://{Host}:{mail.Port}"), (fetch.Failure, fetch.Detail));
        Assert.Empty(mail.Connections);
    }

    [Theory]
    [InlineData("gone.example.com", FailureKind.HostNotFound)]
    [InlineData("empty.example.com", FailureKind.NoAddress)]
    public async Task A_name_that_leads_nowhere_is_named(string name, FailureKind expected)
    {
        _web.Dns.Answer("empty.example.com", DnsAnswer.Of(Array.Empty<DnsRecord>()));
        Assert.Equal(expected, (await _web.GetAsync($"https://{name}/")).Failure);
    }

    [Fact]
    public async Task Cookies_are_not_sent_back()
    {
        _web.Serve(Host, context =>
        {
            context.Response.Cookies.Append("track", "1");
            if (context.Request.Path == "/") context.Response.Redirect("/again");
            return Task.CompletedTask;
        });
        await _web.GetAsync($"https://{Host}/");
        Assert.Equal(2, _web.Requests.Count);
        Assert.All(_web.Requests, request => Assert.Equal(0, request.Headers.Cookie.Count));
    }

    public static TheoryData<string, string> BadCertificates => new()
    {
        { nameof(TestCertificates.Expired), "expired" },
        { nameof(TestCertificates.NotYetValid), "not-yet-valid" },
        { nameof(TestCertificates.SelfSigned), "self-signed" },
        { nameof(TestCertificates.WrongHost), "name-mismatch" },
        { nameof(TestCertificates.NotForServers), "wrong-usage" },
        { nameof(TestCertificates.IntermediateMissing), "untrusted-issuer" },
        { nameof(TestCertificates.WeakKey), "weak-key" },
        { nameof(TestCertificates.Sha1Signed), "weak-signature" },
        { nameof(TestCertificates.CommonNameOnly), "no-san" },
    };

    [Theory]
    [MemberData(nameof(BadCertificates))]
    public async Task A_certificate_that_is_not_sound_ends_it(string kind, string expected)
    {
        var authority = _web.Authority;
        var certificate = kind switch
        {
            nameof(TestCertificates.Expired) => authority.Expired(Host),
            nameof(TestCertificates.NotYetValid) => authority.NotYetValid(Host),
            nameof(TestCertificates.SelfSigned) => authority.SelfSigned(Host),
            nameof(TestCertificates.WrongHost) => authority.WrongHost(),
            nameof(TestCertificates.NotForServers) => authority.NotForServers(Host),
            nameof(TestCertificates.IntermediateMissing) => authority.IntermediateMissing(Host),
            nameof(TestCertificates.WeakKey) => authority.WeakKey(Host),
            nameof(TestCertificates.Sha1Signed) => authority.Sha1Signed(Host),
            _ => authority.CommonNameOnly(Host),
        };
        var fetch = await _web.Serve(Host, "never", certificate).GetAsync($"https://{Host}/");
        Assert.Equal((null, FailureKind.CertificateUntrusted, expected), (fetch.Status, fetch.Failure, Faults(fetch)));
        Assert.Empty(_web.Requests);
    }

    [Fact]
    public async Task No_address_in_a_certificate_is_asked_for_anything()
    {
        await using var trap = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        var certificate = _web.Authority.Issue(new() { Names = [Host], Chain = ChainKind.IntermediateMissing, FetchUrl = $"http://127.0.0.1:{trap.Port}/issuer" });
        var fetch = await _web.Serve(Host, "never", certificate).GetAsync($"https://{Host}/");
        Assert.Equal((FailureKind.CertificateUntrusted, "chain-incomplete"), (fetch.Failure, Faults(fetch)));
        Assert.Empty(trap.Connections);
    }

    [Fact]
    public async Task A_chain_that_is_sent_whole_is_trusted()
    {
        var fetch = await _web.Serve(Host, "found", _web.Authority.WithIntermediate(Host)).GetAsync($"https://{Host}/");
        Assert.Equal((200, true), (fetch.Status, fetch.Secure));
    }

    [Theory]
    [InlineData(256 << 10, null)]
    [InlineData((256 << 10) + 1, FailureKind.ResponseTooLarge)]
    public async Task A_body_may_have_256_KiB(int length, FailureKind? expected)
    {
        var fetch = await _web.Serve(Host, new string('x', length)).GetAsync($"https://{Host}/");
        Assert.Equal((expected is null ? length : 0, expected), (fetch.Body.Length, fetch.Failure));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compression_is_undone_and_a_bomb_does_not_go_off(string encoding)
    {
        _web.Serve(Host, context => CompressAsync(context, encoding, context.Request.Path == "/bomb" ? 64 << 20 : 10_000));
        Assert.Equal(new string(' ', 10_000), Text(await _web.GetAsync($"https://{Host}/")));
        Assert.Equal(FailureKind.ResponseTooLarge, (await _web.GetAsync($"https://{Host}/bomb")).Failure);
    }

    [Fact]
    public async Task Where_one_address_answers_the_others_are_left_alone()
    {
        await using var second = ScriptedMailServer.Start(connection => connection.StaySilentAsync(), System.Net.IPAddress.Parse("127.0.0.2"), _web.Ports.Https);
        _web.Serve(Host, "found");
        _web.Dns.Answer(Host, "127.0.0.1", "127.0.0.2");
        Assert.Equal(200, (await _web.GetAsync($"https://{Host}/")).Status);
        Assert.Empty(second.Connections);
    }

    private static async Task CompressAsync(HttpContext context, string encoding, int length)
    {
        context.Response.Headers.ContentEncoding = encoding;
        await using Stream stream = encoding switch
        {
            "gzip" => new GZipStream(context.Response.Body, CompressionLevel.Fastest),
            "br" => new BrotliStream(context.Response.Body, CompressionLevel.Fastest),
            _ => new ZLibStream(context.Response.Body, CompressionLevel.Fastest),
        };
        var blank = Encoding.ASCII.GetBytes(new string(' ', Math.Min(length, 1 << 16)));
        for (var left = length; left > 0; left -= blank.Length) await stream.WriteAsync(blank.AsMemory(0, Math.Min(left, blank.Length)), context.RequestAborted);
    }

    private static string Faults(HttpFetch fetch) => string.Join(", ", fetch.Remark!.Faults.Select(x => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(x.ToString())));

    private static string Text(HttpFetch fetch) => Encoding.UTF8.GetString(fetch.Body.Span);
}
