using System.Text.Json.Nodes;
using ProtocolAdvisor.Cli.Batch;
using ProtocolAdvisor.Cli.Tests.Hosting;

namespace ProtocolAdvisor.Cli.Tests.Batch;

/// <summary>Whole lists, against real servers.</summary>
public sealed class BatchTests(Provider provider) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-batch").FullName;

    private string List => Path.Combine(_folder, "list.csv");

    private string Rows => Path.Combine(_folder, "rows");

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task A_list_is_checked_line_by_line_and_the_worst_gives_the_code()
    {
        Write("domain;note", "exemplary.example;ours", "# nothing", "", "Jane <jane@exemplary.example>", "exemplary.example", "no-such.example");
        var ran = await RunAsync();
        Assert.Equal(1, ran.Code);
        var lines = ran.Output.TrimEnd().Split('\n').Order(StringComparer.Ordinal).ToList();
        Assert.Equal(3, lines.Count);
        Assert.StartsWith("! exemplary.example: Use IMAP (imap.exemplary.example) [", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("! jane@exemplary.example: Use IMAP (imap.exemplary.example) [", lines[1], StringComparison.Ordinal);
        Assert.Equal("✗ no-such.example: The mail domain does not exist [domain-not-found]", lines[2]);
        Assert.Contains("1 line says the same as one before, and is left out.\n", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("3 checked without signing in: 0 work, 2 to fix, 1 does not work, 0 without a clear result.\n", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_gone_on_with_where_it_was_torn_off()
    {
        Write("no-such.example", "gone.example", "nobody.example");
        var first = await RunAsync("--csv", "--output", Rows);
        Assert.Equal((1, ""), (first.Code, first.Output));
        var whole = await File.ReadAllTextAsync(Rows, TestContext.Current.CancellationToken);
        Assert.StartsWith("number,subject,domain,state,headline,findings,protocol,mailHost,", whole, StringComparison.Ordinal);
        Assert.Contains("1,no-such.example,no-such.example,doesNotWork,The mail domain does not exist,domain-not-found,none,", whole, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Rows, whole[..^40], TestContext.Current.CancellationToken);
        var second = await RunAsync("--csv", "--output", Rows, "--resume");
        Assert.Equal(1, second.Code);
        Assert.Contains("2 of 3 are in the file already.", second.Errors, StringComparison.Ordinal);
        Assert.Equal(Sorted(whole), Sorted(await File.ReadAllTextAsync(Rows, TestContext.Current.CancellationToken)));
        var third = await RunAsync("--csv", "--output", Rows, "--resume");
        Assert.Equal((1, whole.Length), (third.Code, (int)new FileInfo(Rows).Length));
    }

    [Fact]
    public async Task As_JSON_lines_it_has_the_members_of_an_audits_results()
    {
        Write("exemplary.example");
        var ran = await RunAsync("--jsonl");
        Assert.Equal(0, ran.Code);
        var row = JsonNode.Parse(ran.Output)!.AsObject();
        Assert.Equal(["number", "subject", "domain", "state", "headline", "findings", "protocol", "mailHost", "incoming", "outgoing"], row.Select(x => x.Key));
        Assert.Equal(("toMend", "imap.exemplary.example"), ((string?)row["state"], (string?)row["incoming"]!["host"]));
    }

    [Fact]
    public async Task Every_wrong_line_is_told_before_anything_is_tried()
    {
        Write("example.com", "jane", "a@b@example.com");
        var (code, errors) = await WrongLine.RunAsync(["assess", "--file", List]);
        Assert.Equal(2, code);
        Assert.Matches("^Line 2: Is the @domain missing\\?.*\nLine 3: There is more than one @ in this\\.\n$", errors);
    }

    [Fact]
    public async Task A_file_of_something_else_is_not_gone_on_with()
    {
        Write("example.com");
        await File.WriteAllTextAsync(Rows, "somebody else's\n", TestContext.Current.CancellationToken);
        var (code, errors) = await WrongLine.RunAsync(["assess", "--file", List, "--csv", "--output", Rows, "--resume"]);
        Assert.Equal((2, "The file of --output holds something else than the rows of a list in this form.\n"), (code, errors));
        Assert.Equal("somebody else's\n", await File.ReadAllTextAsync(Rows, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-x.example", "'-x.example")]
    [InlineData("@example.com", "'@example.com")]
    [InlineData("a, \"b\"", "\"a, \"\"b\"\"\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("example.com", "example.com")]
    [InlineData(null, "")]
    public void A_cell_is_no_formula(string? text, string cell) => Assert.Equal(cell, RowForms.Cell(text));

    private static IEnumerable<string> Sorted(string rows) => rows.Split("\r\n").Order(StringComparer.Ordinal);

    private void Write(params string[] lines) => File.WriteAllLines(List, lines);

    private Task<Ran> RunAsync(params string[] options) => Tool.RunAsync(["assess", "--file", List, .. options, .. provider.Surroundings]);
}
