using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>Somebody who looks at an audit while it goes on: how long its pages and its first event take, at every node in turn.</summary>
/// <param name="nodes">The nodes.</param>
/// <param name="path">The audit.</param>
internal sealed class AuditFollower(IReadOnlyList<ServiceNode> nodes, string path)
{
    /// <summary>A question that costs nothing: what it takes, the machine takes.</summary>
    internal const string Nothing = "alive";

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private int _next;

    /// <summary>The longest that each kind of question took, milliseconds.</summary>
    internal Dictionary<string, double> Longest { get; } = [];

    /// <summary>Looks once a second until it is done.</summary>
    /// <returns>Whether it ended.</returns>
    internal async Task<bool> UntilDoneAsync(CancellationToken token)
    {
        try
        {
            while (true)
            {
                var http = nodes[_next++ % nodes.Count].Http;
                var audit = await TimedAsync("audit", () => http.GetFromJsonAsync<JsonElement>(path, token));
                if (audit.GetProperty("progress").GetProperty("state").GetString() == "done") return true;
                await TimedAsync(Nothing, () => http.GetStringAsync("/health/live", token));
                await TimedAsync("list", () => http.GetStringAsync("/v1/audits", token));
                await TimedAsync("results", () => http.GetStringAsync($"{path}/results?limit=100", token));
                await TimedAsync("results found", () => http.GetStringAsync($"{path}/results?limit=100&finding=cert-name-mismatch", token));
                await TimedAsync("first event", () => FirstEventAsync(http, token));
                await TimedAsync("start page", () => http.GetStringAsync("/", token));
                await Task.Delay(Beat, token);
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<string> FirstEventAsync(HttpClient http, CancellationToken token)
    {
        await using var stream = await http.GetStreamAsync($"{path}/events", token);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(token) ?? "";
    }

    private async Task<T> TimedAsync<T>(string what, Func<Task<T>> ask)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = await ask();
        Longest[what] = Math.Max(Longest.GetValueOrDefault(what), Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return answer;
    }
}
