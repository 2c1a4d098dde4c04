using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Audits;

/// <summary>What tests ask of audits, over HTTP.</summary>
internal static class AuditCalls
{
    /// <summary>Asks for an audit of these subjects; its path.</summary>
    public static async Task<string> AuditAsync(this Advisor advisor, params IEnumerable<string> subjects)
    {
        var answer = await advisor.PostAsync("/v1/audits", new JsonObject { ["subjects"] = new JsonArray([.. subjects.Select(x => JsonValue.Create(x))]) }.ToJsonString());
        Assert.True(answer.Status == 202, answer.Text);
        return answer.Reply.Headers.Location!.ToString();
    }

    /// <summary>Uploads a list.</summary>
    public static async Task<Answer> UploadAsync(
        this Advisor advisor, string list, string mediaType = "text/plain", string query = "", params (string Name, string Value)[] headers)
    {
        using var body = new StringContent(list, Encoding.UTF8, mediaType);
        return await advisor.SendAsync(HttpMethod.Post, "/v1/audits" + query, body, headers);
    }

    public static async Task<JsonNode> GetAsync(this Advisor advisor, string path)
    {
        var answer = await advisor.SendAsync(HttpMethod.Get, path);
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }

    // What never comes is a failure that says what came instead, not a run that hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The audit, once this is so of it.</summary>
    public static async Task<JsonNode> UntilAsync(this Advisor advisor, string path, Func<JsonNode, bool> isSo)
    {
        for (var start = Stopwatch.GetTimestamp(); ;)
        {
            var audit = await advisor.GetAsync(path);
            if (isSo(audit)) return audit;
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, audit["progress"]!.ToJsonString());
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The audit, once it is done.</summary>
    public static Task<JsonNode> DoneAsync(this Advisor advisor, string path) => advisor.UntilAsync(path, x => (string?)x["progress"]!["state"] == "done");

    /// <summary>All its results.</summary>
    public static async Task<IReadOnlyList<JsonNode>> ResultsAsync(this Advisor advisor, string path, string query = "")
    {
        var lines = await advisor.SendAsync(HttpMethod.Get, $"{path}/results{query}", null, ("Accept", "application/jsonl"));
        Assert.True(lines.Status == 200, lines.Text);
        return [.. lines.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(x => JsonNode.Parse(x)!)];
    }
}
