using System.Collections.Concurrent;
using System.Diagnostics;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>People who ask for assessments all the time, each of one node as long as that is up, and of the next one when it is not.</summary>
internal sealed class CallersMeanwhile(ThreeProcesses nodes)
{
    private readonly ConcurrentQueue<NodeAnswer> _answers = [];

    /// <summary>They do so until it is over; what was asked then is still answered.</summary>
    public Task CallAsync(CancellationToken over) => Task.WhenAll(Enumerable.Range(0, 3).Select(x => CallAsync(x, over)));

    /// <summary>Nobody was refused without a reason, and every report that was promised is there.</summary>
    public async Task AssertServedAsync()
    {
        Assert.All(_answers.Where(x => x.Status != 201), x => Assert.Equal((503, "stopping"), (x.Status, x.Code)));
        var reports = _answers.Where(x => x.Status == 201).Select(x => x.Location).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{reports.Count} assessments while all were replaced, {_answers.Count - reports.Count} refused");
        Assert.True(reports.Count >= 10);
        foreach (var (number, report) in reports.Index()) Assert.Equal(200, (await nodes[number % 3].AskAsync(HttpMethod.Get, report!)).Status);
    }

    private async Task CallAsync(int first, CancellationToken over)
    {
        for (var node = first; !over.IsCancellationRequested; node = (node + 1) % 3)
        {
            while (nodes.Up(node) is { } up && !over.IsCancellationRequested)
            {
                var asked = Stopwatch.GetTimestamp();
                try
                {
                    _answers.Enqueue(await up.AskAsync(HttpMethod.Post, "/v1/assessments", nodes.Assessment(null)));
                }
                catch (HttpRequestException) when (nodes.EndedAt(node) <= asked)
                {
                    // It ended just before it was asked. What was asked before is answered.
                }
            }
        }
    }
}
