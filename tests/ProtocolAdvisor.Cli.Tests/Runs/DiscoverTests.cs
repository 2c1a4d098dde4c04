using System.Text.Json;
using ProtocolAdvisor.Cli.Tests.Hosting;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Cli.Tests.Runs;

public sealed class DiscoverTests(Provider provider)
{
    [Fact]
    public async Task A_domain_gives_its_servers_and_who_names_them()
    {
        var ran = await Tool.RunAsync(["discover", "exemplary.example", .. provider.Surroundings]);
        Assert.Equal(0, ran.Code);
        Assert.StartsWith("Mail servers of exemplary.example, the best first\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("- SMTP smtp.exemplary.example:465 (SSL/TLS): ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("configuration for mail programs (PACC), ", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_reply_of_the_interface()
    {
        var ran = await Tool.RunAsync(["discover", Provider.Jane, "--json", .. provider.Surroundings]);
        var reply = JsonSerializer.Deserialize<DiscoveryReply>(ran.Output, WireJson.Options)!;
        Assert.Equal((0, "exemplary.example", ran.Output), (ran.Code, reply.Domain, JsonSerializer.Serialize(reply, WireJson.Options) + "\n"));
    }

    [Fact]
    public async Task A_domain_without_servers_leaves_nothing_to_use()
    {
        var ran = await Tool.RunAsync(["discover", "no-such-domain.example.org", "--lang", "de", .. provider.Surroundings]);
        Assert.Equal(1, ran.Code);
        Assert.StartsWith("Für no-such-domain.example.org haben wir keinen Mailserver gefunden.\n", ran.Output, StringComparison.Ordinal);
    }
}
