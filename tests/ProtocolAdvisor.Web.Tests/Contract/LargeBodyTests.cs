using System.Globalization;
using System.Net.Sockets;
using System.Text;
using ProtocolAdvisor.Web.Tests.Access;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary>A client that sends all before it reads gets its answer, however large the body is that it sends, and wherever it sends it.</summary>
public sealed class LargeBodyTests
{
    private const string Json = "application/json";

    [Theory]
    [InlineData("/v1/assessments", 300_000, false, 413)]
    [InlineData("/v1/assessments", 50_000_000, false, 413)]
    [InlineData("/v1/assessments", 300_000, true, 413)]
    [InlineData("/v1/assessments", 50_000_000, true, 413)]
    [InlineData("/v1/assessments/stream", 50_000_000, true, 413)]
    [InlineData("/v1/recommendations", 50_000_000, false, 413)]
    [InlineData("/v1/nowhere", 50_000_000, false, 413)]
    [InlineData("/v1/nowhere", 50_000_000, true, 404)]
    [InlineData("/assess", 50_000_000, false, 413)]
    [InlineData("/assess", 50_000_000, true, 400)]
    public async Task It_is_answered_before_the_connection_is_closed(string path, int length, bool chunked, int status)
    {
        await using var advisor = await Advisor.StartAsync();
        var answer = await SendAsync(advisor, path, length, chunked);
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        if (status == 413) Assert.Contains("\"code\":\"body-too-large\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 413)]
    [InlineData(true, 401)]
    public async Task Without_a_key_too(bool chunked, int status)
    {
        await using var advisor = await KeyedAdvisor.StartAsync(["one"]);
        Assert.StartsWith($"HTTP/1.1 {status} ", await SendAsync(advisor, "/v1/assessments", 50_000_000, chunked), StringComparison.Ordinal);
    }

    // The whole body is written before the first byte of the answer is read, as Node's client does it; the connection is to be closed then, so that nothing can be reset later.
    private static async Task<string> SendAsync(Advisor advisor, string path, int length, bool chunked)
    {
        var token = TestContext.Current.CancellationToken;
        using var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", advisor.ClientOptions.BaseAddress.Port, token);
        await using var stream = socket.GetStream();
        var framing = chunked ? "Transfer-Encoding: chunked" : $"Content-Length: {length.ToString(CultureInfo.InvariantCulture)}";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {Json}\r\nConnection: close\r\n{framing}\r\n\r\n"), token);
        var part = new byte[100_000];
        Array.Fill(part, (byte)' ');
        for (var sent = 0; sent < length; sent += part.Length)
        {
            if (chunked) await stream.WriteAsync("186A0\r\n"u8.ToArray(), token);
            await stream.WriteAsync(part, token);
            if (chunked) await stream.WriteAsync("\r\n"u8.ToArray(), token);
        }

        if (chunked) await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), token);
        using var answer = new StreamReader(stream, Encoding.UTF8);
        return await answer.ReadToEndAsync(token);
    }
}
