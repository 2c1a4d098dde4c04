using ProtocolAdvisor.Cli.Tests.Hosting;

namespace ProtocolAdvisor.Cli.Tests.Runs;

public sealed class HelpTests
{
    [Theory]
    [InlineData("", "en")]
    [InlineData("assess", "en")]
    [InlineData("discover", "de")]
    [InlineData("settings", "de")]
    [InlineData("explain", "de")]
    [InlineData("key", "en")]
    [InlineData("key new", "de")]
    public async Task Help_says_what_everything_means_and_what_one_would_type(string command, string language)
    {
        var ran = await Tool.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", "--lang", language], "");
        Assert.Equal((0, ""), (ran.Code, ran.Errors));
        Assert.Contains(language == "de" ? "\nBeispiele:\n  protocol-advisor " : "\nExamples:\n  protocol-advisor ", ran.Output, StringComparison.Ordinal);
        Assert.All(ran.Output.Split('\n').Where(x => x.StartsWith("  --", StringComparison.Ordinal)), x => Assert.Matches(@"^  --\S+.*  \S", x));
        Assert.Equal(language == "de", !ran.Output.Contains("Show", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "en")]
    [InlineData("", "de")]
    [InlineData("key", "en")]
    public async Task No_arguments_print_help(string command, string language)
    {
        string[] words = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--lang", language];
        Assert.Equal(await Tool.RunAsync([.. words, "--help"], ""), await Tool.RunAsync(words, ""));
    }

    [Theory]
    [InlineData("protocol-advisor explain quota", "quota-full quota-nearly-full")]
    [InlineData("protocol-advisor settings --format ", "apple outlook pacc text thunderbird")]
    [InlineData("protocol-advisor assess --lang ", "de en")]
    [InlineData("protocol-advisor dis", "discover")]
    [InlineData("protocol-advisor key ne", "new")]
    [InlineData("protocol-advisor key new desk --scope ", "admin assess audit")]
    public async Task Words_are_completed(string line, string words)
    {
        var ran = await Tool.RunAsync($"[suggest:{line.Length}]", line);
        Assert.Equal((0, words), (ran.Code, string.Join(' ', ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))));
    }
}
