using System.Text.Json.Nodes;
using ProtocolAdvisor.Cli.Runs;
using ProtocolAdvisor.Cli.Tests.Hosting;
using ProtocolAdvisor.Findings;

namespace ProtocolAdvisor.Cli.Tests.Runs;

public sealed class ExplainTests
{
    [Fact]
    public async Task A_code_is_explained_with_its_severity_and_remedy()
    {
        var ran = await Tool.RunAsync("explain", "pop3-no-uidl", "--lang", "de");
        Assert.Equal(0, ran.Code);
        Assert.Contains("(schwerwiegend) [pop3-no-uidl] ", ran.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("\nWas zu tun ist: ", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_code_all_are_listed()
    {
        var ran = await Tool.RunAsync("explain");
        Assert.Equal((0, Enum.GetValues<FindingCode>().Length), (ran.Code, ran.Output.TrimEnd().Split('\n').Length));
    }

    [Fact]
    public async Task As_JSON_it_is_the_catalogue_of_the_API_or_one_entry_of_it()
    {
        var all = JsonNode.Parse((await Tool.RunAsync("explain", "--json")).Output)!["findings"]!.AsArray();
        Assert.Equal(Enum.GetValues<FindingCode>().Length, all.Count);
        var one = JsonNode.Parse((await Tool.RunAsync("explain", "cert-expired", "--json")).Output)!;
        Assert.Equal(["code", "severity", "title", "meaning", "remedy"], one.AsObject().Select(x => x.Key));
        Assert.Single(all, x => JsonNode.DeepEquals(x, one));
    }

    [Fact]
    public async Task An_unknown_code_is_refused_and_the_near_ones_are_named()
    {
        var ran = await Tool.RunAsync("explain", "cert-expird");
        Assert.Equal((2, "", "There is no such code. Did you mean: cert-expired?\n"), (ran.Code, ran.Output, ran.Errors));
    }

    [Theory]
    [InlineData("quota", "quota-full quota-nearly-full")]
    [InlineData("CERT-EXPIRED", "cert-expired")]
    [InlineData("tcp-refuzed", "tcp-refused")]
    [InlineData("xyzzy", "")]
    public void Near_is_what_differs_by_a_few_letters_or_holds_what_was_typed(string typed, string near) =>
        Assert.Equal(near, string.Join(' ', NearNames.To(typed, Enum.GetValues<FindingCode>().Select(Mail.WireName.Of)).Order()));
}
