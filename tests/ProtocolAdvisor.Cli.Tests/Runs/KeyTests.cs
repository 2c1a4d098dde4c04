using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Cli.Tests.Hosting;

namespace ProtocolAdvisor.Cli.Tests.Runs;

public sealed class KeyTests
{
    [Fact]
    public async Task A_new_key_is_shown_once_with_its_hash_for_the_file_and_for_the_environment()
    {
        var ran = await Tool.RunAsync("key", "new", "desk", "--scope", "assess", "--scope", "admin", "--per-minute", "600");
        Assert.Equal((0, ""), (ran.Code, ran.Errors));
        var lines = ran.Output.Split('\n');
        Assert.Equal("The key of desk. It is shown this once and kept nowhere:", lines[0]);
        var key = lines[2].Trim();
        Assert.Matches("^[A-Za-z0-9_-]{43}$", key);
        Assert.Equal(2, ran.Output.Split(key).Length);
        var entry = JsonNode.Parse(ran.Output[ran.Output.IndexOf('{', StringComparison.Ordinal)..(ran.Output.LastIndexOf('}') + 1)])!["Access"]!["Keys"]![0]!;
        Assert.Equal(("desk", HashOf(key), 600), ((string)entry["Name"]!, (string)entry["Sha256"]!, (int)entry["PerMinute"]!));
        Assert.Equal(["assess", "admin"], entry["Scopes"]!.AsArray().Select(x => (string)x!));
        Assert.EndsWith(
            $"\n  Access__Keys__0__Name=desk\n  Access__Keys__0__Sha256={HashOf(key)}\n"
            + "  Access__Keys__0__Scopes__0=assess\n  Access__Keys__0__Scopes__1=admin\n  Access__Keys__0__PerMinute=600\n",
            ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_scripts_it_is_JSON_and_opens_assess_if_nothing_else_is_said()
    {
        var first = JsonNode.Parse((await Tool.RunAsync("key", "new", "desk", "--json")).Output)!;
        var second = JsonNode.Parse((await Tool.RunAsync("key", "new", "desk", "--json")).Output)!;
        Assert.Equal(HashOf((string)first["key"]!), (string)first["entry"]!["Sha256"]!);
        Assert.Equal("""["assess"]""", first["entry"]!["Scopes"]!.ToJsonString());
        Assert.NotEqual((string)first["key"]!, (string)second["key"]!);
    }

    [Theory]
    [InlineData("key new", "protocol-advisor key new --help", "NAME needs 1 to 64 letters")]
    [InlineData("key nwe desk", "protocol-advisor key --help", "There is no such command.")]
    [InlineData("key new de$k", "protocol-advisor key new --help", "NAME needs 1 to 64 letters (a to z), digits, dots, hyphens and underscores.")]
    [InlineData("key new desk --scope root", "protocol-advisor key new --help", "--scope needs one of these words: assess, audit, admin.")]
    [InlineData("key new desk --per-minute 0", "protocol-advisor key new --help", "--per-minute needs a number from 1 to 1000000.")]
    public async Task A_wrong_line_makes_no_key(string line, string hint, string said)
    {
        var (code, errors) = await WrongLine.RunAsync(line.Split(' '));
        Assert.Equal(2, code);
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.EndsWith($"{hint}\n", errors, StringComparison.Ordinal);
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
