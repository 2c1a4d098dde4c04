using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>What is asked of nodes that are processes.</summary>
internal static class NodeCalls
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Asks one; with the tests' key, unless another is named.</summary>
    public static async Task<NodeAnswer> AskAsync(this RunningAdvisor node, HttpMethod method, string path, JsonNode? body = null, params (string Name, string Value)[] headers)
    {
        if (!headers.Any(x => x.Name == "X-Api-Key")) headers = [.. headers, ("X-Api-Key", ThreeProcesses.Key)];
        using var reply = await node.SendAsync(method, path, body?.ToJsonString(), headers);
        return new NodeAnswer(
            (int)reply.StatusCode, await reply.Content.ReadAsStringAsync(Stop), reply.Headers.Location?.ToString(), reply.Headers.RetryAfter?.Delta, reply.Headers.Contains("Idempotency-Replayed"),
            reply.Headers.TryGetValues("RateLimit", out var limit) ? limit.Single().Split("r=")[1].Split(';')[0] : null);
    }

    /// <summary>Asks for an assessment of the account.</summary>
    public static JsonObject Assessment(this ThreeProcesses nodes, string? password) => Server("mail.example.com", nodes.Mail.Port, "implicitTls", password);

    /// <summary>Asks for one of a server.</summary>
    public static JsonObject Server(string host, int port, string security, string? password) => JsonSerializer.SerializeToNode(new
    {
        email = "jane@example.com",
        server = new { endpoints = new[] { new { protocol = "imap", host, port, security } } },
        credentials = password is null ? null : new { username = "jane@example.com", password },
    })!.AsObject();

    /// <summary>A subject of an audit: it does not exist.</summary>
    public static string Subject(string audit, int number) => $"customer{number}.{audit}.example.net";

    /// <summary>Orders an audit of whichever nodes are up, until one of them takes it; its path.</summary>
    public static async Task<string> AuditAsync(this ThreeProcesses nodes, string name, int subjects)
    {
        var order = new JsonObject { ["subjects"] = new JsonArray([.. Enumerable.Range(0, subjects).Select(x => JsonValue.Create(Subject(name, x)))]) };
        for (var node = 0; ; node = (node + 1) % 3)
        {
            try
            {
                if (nodes.Up(node) is { } up && await up.AskAsync(HttpMethod.Post, "/v1/audits", order, ("Idempotency-Key", $"\"{name}\"")) is { Status: 202 } taken) return taken.Location!;
            }
            catch (HttpRequestException)
            {
                // It has just ended.
            }

            await Task.Delay(20, Stop);
        }
    }

    /// <summary>How many of its subjects are finished, by the table, for no node may be up.</summary>
    public static async Task<int> DoneAsync(this ThreeProcesses nodes, string audit) =>
        Convert.ToInt32(await nodes.Database.RunAsync("SELECT \"Done\" FROM \"Audits\" WHERE \"Id\" = @p0", IdOf(audit)), CultureInfo.InvariantCulture);

    /// <summary>Waits until so many are.</summary>
    public static async Task UntilAsync(this ThreeProcesses nodes, string audit, Func<int, bool> isSo)
    {
        while (!isSo(await nodes.DoneAsync(audit))) await Task.Delay(50, Stop);
    }

    /// <summary>Waits until all are: nothing is lost, nothing is there twice.</summary>
    public static async Task WholeAsync(this ThreeProcesses nodes, string audit, int subjects)
    {
        await nodes.UntilAsync(audit, x => x >= subjects);
        Assert.Equal(subjects, await nodes.DoneAsync(audit));
        Assert.Equal((long)subjects, await nodes.Database.RunAsync("SELECT COUNT(*) FROM \"AuditItems\" WHERE \"AuditId\" = @p0 AND \"FinishedAt\" IS NOT NULL", IdOf(audit)));
        Assert.Equal((long)subjects, await nodes.Database.RunAsync("SELECT COUNT(*) FROM \"AuditRuns\" WHERE \"AuditId\" = @p0", IdOf(audit)));
    }

    private static string IdOf(string audit) => audit.Split('/')[^1];
}

/// <summary>What a node answered.</summary>
internal sealed record NodeAnswer(int Status, string Text, string? Location, TimeSpan? RetryAfter, bool IsReplayed, string? Left)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>Why it refused.</summary>
    public string? Code => Status >= 400 ? (string?)Json["code"] : null;
}
