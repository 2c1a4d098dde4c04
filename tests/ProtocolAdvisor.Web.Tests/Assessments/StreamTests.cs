using System.Text.Json.Nodes;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Tests.Contract;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Assessments;

public sealed class StreamTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    [Fact]
    public async Task Events_come_in_order_and_the_report_is_the_last()
    {
        var answer = await shared.Advisor.PostAsync("/v1/assessments/stream", """{"server":{"host":"127.0.0.1"}}""");
        Assert.Equal((200, "text/event-stream"), (answer.Status, answer.MediaType));
        var events = Events(answer.Text);
        Assert.Equal(["discovery", "endpoint", "endpoint", "endpoint", "endpoint", "recommendation", "stored", "report"], events.Select(x => x.Name));
        var report = events[^1].Data;
        Assert.Equal(report["recommendation"]!.ToJsonString(), events[^3].Data.ToJsonString());
        Assert.Equal($"/v1/assessments/{report["id"]}", (string?)events[^2].Data["location"]);
        Assert.Equal(report["discovery"]!.ToJsonString(), events[0].Data.ToJsonString());
        Assert.Equal(200, (await shared.Advisor.SendAsync(HttpMethod.Get, $"/v1/assessments/{report["id"]}")).Status);
    }

    [Fact]
    public async Task Every_event_is_as_the_contract_says()
    {
        var contract = (await shared.Advisor.SendAsync(HttpMethod.Get, "/openapi.json")).Json;
        var told = contract["paths"]!["/v1/assessments/stream"]!["post"]!["responses"]!["200"]!["content"]!["text/event-stream"]!["x-events"]!;
        Assert.Equal(StreamEvents.All.Select(x => x.Name), told.AsObject().Select(x => x.Key));
        var schemas = new ContractSchemas(contract);
        var answer = await shared.Advisor.PostAsync("/v1/assessments/stream", """{"email":"jane@nowhere.invalid","deadlineMs":5000}""");
        var events = Events(answer.Text).Concat(Events((await shared.Advisor.PostAsync("/v1/assessments/stream", Requests.OfDeadServer)).Text)).ToList();
        Assert.Contains("source", events.Select(x => x.Name));
        Assert.Contains("endpoint", events.Select(x => x.Name));
        Assert.All(events, x => Assert.Empty(schemas.Errors(told[x.Name]!["schema"]!, x.Data.ToJsonString())));
    }

    [Fact]
    public async Task A_request_that_would_be_refused_is_refused_as_a_problem_not_as_events()
    {
        var answer = await shared.Advisor.PostAsync("/v1/assessments/stream", "{}", ("Accept", "text/event-stream"));
        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.MediaType));
    }

    [Fact]
    public async Task A_comment_line_comes_every_second_while_nothing_else_does()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        var answer = await shared.Advisor.PostAsync("/v1/assessments/stream", Requests.OfEndpoint(silent.Port, ",\"deadlineMs\":3500"));
        Assert.InRange(answer.Text.Split(": still running\n\n").Length - 1, 2, 3);
    }

    [Theory]
    [InlineData("/v1/assessments", "text/event-stream", "This can be had as: application/json, text/event-stream (POST /v1/assessments/stream).")]
    [InlineData("/v1/assessments/stream", "application/json", "This can be had as: text/event-stream.")]
    public async Task Each_operation_writes_its_own_media_type_and_who_wants_the_other_is_told(string path, string accept, string detail)
    {
        var answer = await shared.Advisor.PostAsync(path, """{"server":{"host":"127.0.0.1"}}""", ("Accept", accept));
        Assert.Equal((406, "not-acceptable", detail), (answer.Status, answer.Code, (string?)answer.Json["detail"]));
    }

    [Fact]
    public async Task No_proxy_is_to_hold_events_back()
    {
        var answer = await shared.Advisor.PostAsync("/v1/assessments/stream", Requests.OfDeadServer);
        Assert.Equal("no", answer.Reply.Headers.GetValues("X-Accel-Buffering").Single());
    }

    [Theory]
    [InlineData("/v1/assessments")]
    [InlineData("/v1/assessments/stream")]
    public async Task Closing_the_connection_cancels_the_run(string path)
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        using var leaving = new CancellationTokenSource();
        using var client = shared.Advisor.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(Requests.OfEndpoint(silent.Port, ",\"credentials\":{\"password\":\"x\"},\"deadlineMs\":60000"), System.Text.Encoding.UTF8, "application/json");
        var run = client.SendAsync(request, HttpCompletionOption.ResponseContentRead, leaving.Token);
        var connection = await silent.NextConnectionAsync(TestContext.Current.CancellationToken);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await connection.Finished.WaitAsync(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
    }

    private static IReadOnlyList<(string Name, JsonNode Data)> Events(string text) =>
    [
        .. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Where(x => !x.StartsWith(':')).Select(x => x.Split('\n'))
            .Select(x => (x[0]["event: ".Length..], JsonNode.Parse(x[1]["data: ".Length..])!)),
    ];
}
