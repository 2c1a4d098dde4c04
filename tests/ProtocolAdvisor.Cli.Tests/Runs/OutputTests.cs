using ProtocolAdvisor.Cli.Tests.Hosting;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Cli.Tests.Runs;

/// <summary>A file that is there is not lost by mistake, and one that cannot be written costs no run.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    // "$FILE", which nobody has set.
    [Fact]
    public async Task A_file_without_a_name_is_no_file() =>
        Assert.Equal((2, "--output needs a file, not a folder.\n"), await WrongLine.RunAsync(["assess", "jane@example.com", "--no-password", "--output", "", .. Provider.Loopback]));

    [Fact]
    public async Task A_file_that_is_there_stays_and_is_replaced_where_that_is_said()
    {
        using var dead = DeadPort.Refusing();
        string[] line = ["assess", "--endpoint", $"imaps://127.0.0.1:{dead.Port}", "--output", _path, .. Provider.Loopback];
        await File.WriteAllTextAsync(_path, "precious", TestContext.Current.CancellationToken);
        Assert.Equal((2, "This file exists already. To replace it: --force\n"), await WrongLine.RunAsync(line));
        Assert.Equal("precious", await File.ReadAllTextAsync(_path, TestContext.Current.CancellationToken));
        var ran = await Tool.RunAsync([.. line, "--force"], "");
        Assert.Equal((1, ""), (ran.Code, ran.Output));
        Assert.StartsWith("✗ No mail server answers\n", await File.ReadAllTextAsync(_path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
