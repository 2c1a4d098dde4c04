using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Startup;
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
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0.2, 2.2);
        Assert.Equal((201, 201), ((await first).Status, (await patient).Status));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 3, 4.9);
    }

    [Fact]
    public async Task Whoever_cannot_get_his_turn_in_time_is_told_at_once_and_when_to_come_back()
    {
        var clock = new FakeTimeProvider();
        var queue = new AssessmentQueue(new LoadLimits(2, 1000, TimeSpan.Zero), clock);
        var turns = new[] { await AskAsync(queue, clock), await AskAsync(queue, clock) };
        clock.Advance(TimeSpan.FromSeconds(4));
        foreach (var turn in turns) turn!.Dispose();
        turns = [await AskAsync(queue, clock), await AskAsync(queue, clock)];

        // Two a round of four seconds: six wait for 4, 8 and 12 s, and whoever comes then would wait for 16 s of his 14.
        var waiting = Enumerable.Range(0, 6).Select(_ => AskAsync(queue, clock)).ToList();
        Assert.Null(await AskAsync(queue, clock));
        Assert.Equal(16, queue.TimeToTurn.TotalSeconds);
        Assert.All(waiting, x => Assert.False(x.IsCompleted));

        // Those ahead turn out slower: who has hope no more does not wait for its end.
        clock.Advance(TimeSpan.FromSeconds(6));
        var next = AskAsync(queue, clock);
        foreach (var late in waiting[4..]) Assert.Null(await late);
        Assert.All(waiting[..4], x => Assert.False(x.IsCompleted));
        turns[0]!.Dispose();
        Assert.Equal(9, (await waiting[0])!.Left.TotalSeconds);
        Assert.False(next.IsCompleted);
    }

    [Fact]
    public async Task Nothing_is_known_at_first_and_nobody_is_sent_away_on_a_guess()
    {
        var clock = new FakeTimeProvider();
        var queue = new AssessmentQueue(new LoadLimits(1, 1000, TimeSpan.Zero), clock);
        using var turn = await AskAsync(queue, clock);
        Assert.All(Enumerable.Range(0, 500).Select(_ => AskAsync(queue, clock)).ToList(), x => Assert.False(x.IsCompleted));
    }

    [Fact]
    public async Task A_queue_that_is_closed_lets_nobody_in_and_ends_with_the_last_one_under_way()
    {
        var clock = new FakeTimeProvider();
        var queue = new AssessmentQueue(new LoadLimits(1, 1000, TimeSpan.Zero), clock);
        var turn = await AskAsync(queue, clock);
        var waiting = AskAsync(queue, clock);
        var ended = queue.CloseAsync();
        Assert.Null(await waiting);
        Assert.Null(await AskAsync(queue, clock));
        Assert.False(ended.IsCompleted);
        turn!.Dispose();
        await ended;
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

    private static Task<Turn?> AskAsync(AssessmentQueue queue, TimeProvider clock) =>
        queue.WaitAsync(TimeSpan.FromSeconds(15), new Arrival(clock.GetTimestamp()), TestContext.Current.CancellationToken);
}
