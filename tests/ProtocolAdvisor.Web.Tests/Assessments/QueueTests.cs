using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Assessments;

public sealed class QueueTests
{
    [Fact]
    public async Task Beyond_the_queue_assessments_are_refused_for_now()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var advisor = await Advisor.StartAsync(settings: [("Limits:ConcurrentAssessments", "1"), ("Limits:QueueLength", "0")]);
        var first = advisor.PostAsync("/v1/assessments", Requests.OfEndpoint(silent.Port, ",\"deadlineMs\":2000"));
        await silent.NextConnectionAsync(TestContext.Current.CancellationToken);
        var second = await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer);
        Assert.Equal((429, "too-many-assessments"), (second.Status, second.Code));
        Assert.True(second.Reply.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Equal(201, (await first).Status);
        Assert.Equal(201, (await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer)).Status);
    }
}
