using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CsCheck;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary>
/// Whatever a caller sends, the answer is a result or names what is wrong with the request: never 500. The bodies are made from the contract itself, so that a member that
/// comes later is tried as well. <c>FUZZ_BODIES=20000</c> tries more of them.
/// </summary>
public sealed class FuzzTests
{
    private const int Bodies = 400;
    private const int AtOnce = 8;

    [Theory]
    [InlineData("/v1/assessments")]
    [InlineData("/v1/discoveries")]
    [InlineData("/v1/recommendations")]
    public async Task No_body_is_answered_by_a_fault_of_ours(string path)
    {
        // No name can be looked up here: bodies that happen to be right shall not reach anybody.
        await using var advisor = await Advisor.StartAsync(settings:
            [("Targets:AllowedNetworks:0", "127.0.0.1/32"), ("Targets:AllowedPorts:0", "1"), ("Dns:Servers:0", NoNameServer())]);
        var contract = (await advisor.SendAsync(HttpMethod.Get, "/openapi.json")).Json;
        var count = int.Parse(Environment.GetEnvironmentVariable("FUZZ_BODIES") ?? $"{Bodies}", CultureInfo.InvariantCulture);
        var bodies = new List<string>();
        new RandomBodies(contract).For(path).Array[count].Sample(bodies.AddRange, iter: 1, threads: 1);
        using var client = advisor.CreateClient();
        var wrong = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (body, token) =>
        {
            using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            using var reply = await client.PostAsync(new Uri(path, UriKind.Relative), content, token);
            var text = await reply.Content.ReadAsStringAsync(token);
            if (!IsHonest(reply, text)) wrong.Add($"{(int)reply.StatusCode} {text} for {body}");
        });
        Assert.Empty(wrong);
    }

    private static bool IsHonest(HttpResponseMessage reply, string text) => (int)reply.StatusCode switch
    {
        200 or 201 => true,
        >= 400 and < 500 => reply.Content.Headers.ContentType?.MediaType == "application/problem+json" && (string?)JsonNode.Parse(text)!["code"] is { Length: > 0 },
        _ => false,
    };

    /// <summary>Where nobody answers.</summary>
    internal static string NoNameServer()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket.LocalEndPoint!.ToString()!;
    }
}
