using System.Net.Sockets;
using System.Text;
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

    [Fact]
    public async Task Waiting_in_the_queue_counts_against_the_deadline()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var advisor = await Advisor.StartAsync(settings: [("Limits:ConcurrentAssessments", "1"), ("Limits:QueueLength", "9")]);
        var began = TimeProvider.System.GetTimestamp();
        var first = advisor.PostAsync("/v1/assessments", Requests.OfEndpoint(silent.Port, ",\"deadlineMs\":2500"));
        await silent.NextConnectionAsync(TestContext.Current.CancellationToken);
        var late = advisor.PostAsync("/v1/assessments", Requests.OfEndpoint(silent.Port, ",\"deadlineMs\":2000"));
        var patient = advisor.PostAsync("/v1/assessments", Requests.OfEndpoint(silent.Port, ",\"deadlineMs\":4000"));
        Assert.Equal((429, "too-many-assessments"), ((await late).Status, (await late).Code));
        Assert.True((await late).Reply.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0.9, 2.2);
        Assert.Equal((201, 201), ((await first).Status, (await patient).Status));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 3, 4.9);
    }

    [Fact]
    public async Task A_request_that_would_be_refused_does_not_wait_for_its_turn()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var advisor = await Advisor.StartAsync(settings: [("Limits:ConcurrentAssessments", "1"), ("Limits:QueueLength", "0")]);
        var first = advisor.PostAsync("/v1/assessments", Requests.OfEndpoint(silent.Port, ",\"deadlineMs\":2000"));
        await silent.NextConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Equal(400, (await advisor.PostAsync("/v1/assessments", "{}")).Status);
        Assert.Equal(422, (await advisor.PostAsync("/v1/assessments", """{"server":{"host":"10.0.0.1"}}""")).Status);
        Assert.False(first.IsCompleted);
        await first;
    }

    [Fact]
    public async Task A_body_that_trickles_in_is_given_up_and_holds_no_place()
    {
        await using var advisor = await Advisor.StartAsync(settings: [("Limits:ConcurrentAssessments", "1"), ("Limits:QueueLength", "0")]);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var client = advisor.CreateClient();
        await socket.ConnectAsync("127.0.0.1", client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await socket.SendAsync("POST /v1/assessments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"u8.ToArray());
        Assert.Equal(201, (await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer)).Status);
        var buffer = new byte[4096];
        var read = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 408 ", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
    }
}
