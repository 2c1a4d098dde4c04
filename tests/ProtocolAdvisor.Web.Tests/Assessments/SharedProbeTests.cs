using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Assessments;

/// <summary>Equal requests without credentials, through the host: the server sees one of them.</summary>
public sealed class SharedProbeTests
{
    [Theory]
    [InlineData(6)]
    [InlineData(120)]
    public async Task Equal_requests_at_once_are_one_connection(int requests)
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.1");
        await using var server = ScriptedMailServer.Start(new ImapScript { StartTls = certificate });
        await using var advisor = await Advisor.StartAsync();
        var body = Requests.OfEndpoint(server.Port).Replace("implicitTls", "startTls", StringComparison.Ordinal);
        var answers = await Task.WhenAll(Enumerable.Range(0, requests).Select(_ => advisor.PostAsync("/v1/assessments", body)));

        Assert.All(answers, x => Assert.Equal(201, x.Status));
        Assert.All(answers, x => Assert.StartsWith("* OK", (string?)x.Json["endpoints"]![0]!["greeting"], StringComparison.Ordinal));
        Assert.Single(server.Connections);
    }

    [Fact]
    public async Task The_question_for_old_tls_is_asked_once_for_all_of_them()
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.1");
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = certificate });
        await using var advisor = await Advisor.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => advisor.PostAsync("/v1/assessments", Requests.OfEndpoint(server.Port))));

        Assert.All(answers, x => Assert.Equal(201, x.Status));
        Assert.Equal(2, server.Connections.Count);
    }
}
