using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary>
/// Bodies made from the contract itself, for every operation that takes one, so that what comes later is tried as well. What the contract allows is not refused but for what no schema
/// can say, what it forbids is refused, and whatever is sent, no answer is a fault of ours. <c>FUZZ_BODIES=20000</c> tries more of them.
/// </summary>
public sealed partial class FuzzTests
{
    private const int Bodies = 300;
    private const int AtOnce = 8;
    private const int Shown = 5;

    // What depends on another member, or on the meaning of a text.
    private static readonly string[] BeyondSchemas =
    [
        "server-required", "username-required", "secret-required", "password-and-token", "host-required", "domain-required", "email-and-domain",
        "domain-and-server", "domain-has-no-mailbox",
        "email-invalid", "host-invalid", "domain-invalid", "username-control-character", "password-control-character", "token-character", "display-name-character", "from-character", "note-character",
        "subject-invalid", "subject-protocol-unknown", "subject-not-allowed", "audit-unknown", "audit-name-invalid",
    ];

    // A report's parts have one schema where they are told and where they are answered, and of answers nothing is asked.
    [GeneratedRegex(@"^\$\.facts\.(endpoints|discovery|(imap|pop3)\.(fetch|quota|messageQuota|largestFolders|deflate))\b")]
    private static partial Regex OfReports();

    [Fact]
    public async Task Bodies_are_answered_as_the_contract_says_and_none_by_a_fault_of_ours()
    {
        // No name can be looked up here, and nothing dialled but one port of this machine: bodies that happen to be right shall not reach anybody.
        await using var advisor = await Advisor.StartAsync(settings:
            [("Targets:AllowedNetworks:0", "127.0.0.1/32"), ("Targets:AllowedPorts:0", "1"), ("Dns:Servers:0", NoNameServer()), ("Dns:Timeout", "00:00:00.1")]);
        var contract = (await advisor.SendAsync(HttpMethod.Get, "/openapi.json")).Json;
        var report = (await advisor.StoreAsync(StoredReports.Run())).Split('/')[3];
        var wrong = new List<string>();
        foreach (var (path, schema) in Operations(contract))
            wrong.AddRange(await TriedAsync(advisor, contract, path.Replace("{id}", report, StringComparison.Ordinal).Replace("{format}", "text", StringComparison.Ordinal), schema));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(Shown)));
    }

    /// <summary>Where nobody answers.</summary>
    internal static string NoNameServer()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket.LocalEndPoint!.ToString()!;
    }

    private static IEnumerable<(string Path, JsonNode Schema)> Operations(JsonNode contract) =>
        from path in contract["paths"]!.AsObject()
        let schema = path.Value!["post"]?["requestBody"]?["content"]?["application/json"]?["schema"]
        where schema is not null
        select (path.Key, schema);

    private static async Task<IEnumerable<string>> TriedAsync(Advisor advisor, JsonNode contract, string path, JsonNode schema)
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("FUZZ_BODIES") ?? $"{Bodies}", CultureInfo.InvariantCulture) / 2;
        var (bodies, made, schemas) = (new List<string>(), new SchemaBodies(contract), new ContractSchemas(contract));
        Gen.Select(made.Sound(schema).Array[count], made.Mutated(schema).Array[count]).Sample(x => bodies.AddRange([.. x.Item1, .. x.Item2]), iter: 1, threads: 1);
        var (wrong, statuses) = (new ConcurrentBag<string>(), new ConcurrentBag<(bool Sound, int Status)>());
        using var client = advisor.CreateClient();
        await Parallel.ForEachAsync(bodies.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (body, token) =>
        {
            using var content = new StringContent(body.Item, Encoding.UTF8, "application/json");
            using var reply = await client.PostAsync(new Uri(path, UriKind.Relative), content, token);
            var text = await reply.Content.ReadAsStringAsync(token);
            statuses.Add((body.Index < count, (int)reply.StatusCode));
            if (Dishonest(reply, text) is { } fault) wrong.Add($"{fault}: {(int)reply.StatusCode} {text} for {path} {body.Item}");
            else if (Unlike(schemas, schema, body.Item, (int)reply.StatusCode, text) is { } difference) wrong.Add($"{difference}: {text} for {path} {body.Item}");
        });
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", statuses.CountBy(x => x).OrderBy(x => x.Key).Select(x => $"{(x.Key.Sound ? "sound" : "mutated")} {x.Key.Status}: {x.Value}").Prepend(path)));

        // Where all are refused, the rest says nothing.
        if (!statuses.Any(x => x is { Sound: true, Status: < 300 })) wrong.Add($"{path} takes no body");
        return wrong;
    }

    private static string? Dishonest(HttpResponseMessage reply, string text) => (int)reply.StatusCode switch
    {
        200 or 201 or 202 => null,
        >= 400 and < 500 when reply.Content.Headers.ContentType?.MediaType == "application/problem+json" && (string?)JsonNode.Parse(text)!["code"] is { Length: > 0 } => null,
        _ => "no honest answer",
    };

    private static string? Unlike(ContractSchemas schemas, JsonNode schema, string body, int status, string text)
    {
        if (Fits(schemas, schema, body) is not { } fits) return null;
        if (!fits) return status == 400 ? null : "what the contract forbids is taken";
        var known = status != 400 || JsonNode.Parse(text)!["errors"]!.AsArray().All(x => BeyondSchemas.Contains((string?)x!["code"]) || OfReports().IsMatch((string)x["path"]!));
        return known ? null : "what the contract allows is refused";
    }

    // A member that is there twice, a number that no type holds, and half a character (RFC 8259 §8.2) are nothing to schemas.
    private static bool? Fits(ContractSchemas schemas, JsonNode schema, string body)
    {
        if (body.Contains("\\ud800", StringComparison.Ordinal)) return null;
        try
        {
            JsonDocument.Parse(body, new() { AllowDuplicateProperties = false }).Dispose();
            return !schemas.Errors(schema, body).Any();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or OverflowException or FormatException)
        {
            return null;
        }
    }
}
