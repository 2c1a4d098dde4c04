using System.Text;
using Microsoft.AspNetCore.Http;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Dialing.Web;

/// <summary>Where web servers send us, and whether we go there.</summary>
public sealed class RedirectTests : IAsyncLifetime
{
    private const string Host = WebHosts.Host;
    private const string Other = "www.example.net";
    private WebHosts _web = null!;

    public async ValueTask InitializeAsync() => _web = await WebHosts.StartAsync();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Theory]
    [InlineData("https://www.example.net/there", "https://www.example.net/there")]
    [InlineData("https://www.example.net:{https}/there", "https://www.example.net/there")]
    [InlineData("https://WWW.Example.Net:443/there#part", "https://www.example.net/there")]
    [InlineData("//www.example.net/there?a=b", "https://www.example.net/there?a=b")]
    [InlineData("/there", "https://autoconfig.example.com/there")]
    [InlineData("there", "https://autoconfig.example.com/mail/there")]
    public async Task A_redirect_is_followed_to_where_it_leads(string location, string expected)
    {
        _web.Serve(Other, "found").Serve(Host, context =>
        {
            if (context.Request.Path.Value!.EndsWith("/there", StringComparison.Ordinal)) return context.Response.WriteAsync("found");
            context.Response.Redirect(location.Replace("{https}", $"{_web.Ports.Https}", StringComparison.Ordinal));
            return Task.CompletedTask;
        });
        var fetch = await _web.GetAsync($"https://{Host}/mail/here");
        Assert.Equal((200, "found", true), (fetch.Status, Encoding.UTF8.GetString(fetch.Body.Span), fetch.Secure));
        Assert.Equal(expected, _web.Requests[^1].Url);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task What_begins_in_clear_is_not_secure_wherever_it_ends(int status)
    {
        _web.Redirect(Host, $"https://{Other}/", status).Serve(Other, "found");
        var fetch = await _web.GetAsync($"http://{Host}/");
        Assert.Equal((200, false, null), (fetch.Status, fetch.Secure, fetch.Failure));
    }

    [Theory]
    [InlineData("http://www.example.net/", "http://www.example.net")]
    [InlineData("https://www.example.net:8443/", "https://www.example.net:8443")]
    [InlineData("https://www.example.net:{http}/", "https://www.example.net:{http}")]
    [InlineData("https://user:secret@www.example.net/", "https://www.example.net")]
    [InlineData("https://127.0.0.1/", "https://127.0.0.1")]
    [InlineData("https://0x7f.1/", "https://127.0.0.1")]
    [InlineData("https://[::1]/", "https://[::1]")]
    [InlineData("ftp://www.example.net/", "ftp://www.example.net")]
    [InlineData("file:///etc/passwd", "file://")]
    [InlineData("https://a_b.example.net/", "https://a_b.example.net")]
    public async Task A_redirect_to_where_we_must_not_go_is_refused(string location, string detail)
    {
        string Filled(string text) => text.Replace("{http}", $"{_web.Ports.Http}", StringComparison.Ordinal);
        _web.Serve(Other, "never").Redirect(Host, Filled(location));
        var fetch = await _web.GetAsync($"https://{Host}/");
        Assert.Equal((null, FailureKind.RedirectRefused, Filled(detail)), (fetch.Status, fetch.Failure, fetch.Detail));
        Assert.Single(_web.Requests);
    }

    [Fact]
    public async Task A_loop_of_redirects_ends_after_the_third()
    {
        _web.Redirect(Host, $"https://{Other}/").Redirect(Other, $"https://{Host}/");
        var fetch = await _web.GetAsync($"https://{Host}/");
        Assert.Equal((null, FailureKind.RedirectRefused), (fetch.Status, fetch.Failure));
        Assert.Equal(4, _web.Requests.Count);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_forbidden_address_that_a_redirect_names()
    {
        await using var inside = ScriptedMailServer.Start(connection => connection.StaySilentAsync(), WebHosts.Forbidden, _web.Ports.Https);
        _web.Dns.Answer("inside.example.net", WebHosts.Forbidden.ToString());
        _web.Dns.Answer("cloud.example.net", "169.254.169.254");
        foreach (var name in (string[])["inside.example.net", "cloud.example.net"])
        {
            var fetch = await _web.Redirect(Host, $"https://{name}/").GetAsync($"https://{Host}/");
            Assert.Equal(FailureKind.AddressBlocked, fetch.Failure);
        }

        Assert.Empty(inside.Connections);
    }

    [Fact]
    public async Task A_name_that_points_elsewhere_the_second_time_gains_nothing()
    {
        await using var inside = ScriptedMailServer.Start(connection => connection.StaySilentAsync(), WebHosts.Forbidden, _web.Ports.Https);
        _web.Redirect(Host, $"https://{Host}/again");
        _web.Dns.Answer(Host, DnsAnswer.Of("127.0.0.1"), DnsAnswer.Of(WebHosts.Forbidden.ToString()));
        var fetch = await _web.GetAsync($"https://{Host}/");
        Assert.Equal((FailureKind.AddressBlocked, "127.0.0.66"), (fetch.Failure, fetch.Detail));
        Assert.Empty(inside.Connections);
        Assert.Single(_web.Requests);
    }
}
