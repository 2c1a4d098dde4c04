using System.Text;
using ProtocolAdvisor.Cli.Tests.Hosting;

namespace ProtocolAdvisor.Cli.Tests.Runs;

/// <summary>Gives a password that exists nowhere else in every way, wrong ones among them, then looks for it in everything that is written.</summary>
public sealed class SecretTests(Provider provider)
{
    private const string Canary = "Kanarienvogel\"4711/ä+";

    [Theory]
    [InlineData("assess § --password-stdin --devices 2")]
    [InlineData("assess § --password-stdin --json --lang de")]
    [InlineData("assess § --token-stdin")]
    [InlineData("assess § --password-stdin --user †")]
    [InlineData("settings § --password-stdin --devices 2 --format text")]
    public async Task A_password_that_was_tried_is_never_written(string line)
    {
        var ran = await Tool.RunAsync([.. Words(line), .. provider.Endpoints, .. provider.Surroundings], Canary + "\n");
        AssertClean(ran.Output + ran.Errors);
    }

    [Theory]
    [InlineData("assess § †")]
    [InlineData("assess † --password-stdin")]
    [InlineData("assess § --password †")]
    [InlineData("assess § --password=†")]
    [InlineData("assess § -p†")]
    [InlineData("assess § --password-stdin=†")]
    [InlineData("assess § --lang †")]
    [InlineData("assess § --devices †")]
    [InlineData("assess § --webmail=†")]
    [InlineData("assess § --server †/")]
    [InlineData("assess § --endpoint imaps://†:143")]
    [InlineData("assess § --trusted-root †")]
    [InlineData("assess § --catalogue †")]
    [InlineData("settings § --format †")]
    [InlineData("discover †/")]
    [InlineData("explain †")]
    [InlineData("† §")]
    public async Task A_password_in_a_wrong_place_is_not_repeated(string line)
    {
        var (code, errors) = await WrongLine.RunAsync(Words(line));
        Assert.Equal(2, code);
        AssertClean(errors);
    }

    private static List<string> Words(string line) =>
        [.. line.Split(' ').Select(x => x.Replace("§", Provider.Jane, StringComparison.Ordinal).Replace("†", Canary, StringComparison.Ordinal))];

    private static void AssertClean(string text)
    {
        foreach (var form in Forms()) Assert.DoesNotContain(form, text, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Forms()
    {
        yield return "Kanarienvogel";
        foreach (var lead in new[] { "", "\0", "\0\0" })
            yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(lead + "Kanarienvogel"))[4..^4];
        yield return string.Concat("Kanarienvogel".Select(c => $"%{(int)c:X2}"));
        yield return Convert.ToHexString("Kanarienvogel"u8);
    }
}
