using System.Text.RegularExpressions;
using ProtocolAdvisor.Web.Startup.Configured;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Startup.Configured;

/// <summary>The operator's guide's table of settings is the code's.</summary>
public sealed partial class DocumentedSettingsTests
{
    // Keys that the framework, not we, reads.
    private static readonly string[] Others = ["Urls", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    private static readonly IReadOnlyList<(string Keys, string Row)> Rows = [.. Guide.Section("Configuration").Where(x => Row().IsMatch(x)).Select(x => (x.Split('|')[1], x))];

    [Fact]
    public void Every_key_of_the_table_exists()
    {
        var told = Rows.SelectMany(x => Key().Matches(x.Keys)).Select(x => x.Groups[1].Value).ToList();
        Assert.True(told.Count > 10);
        Assert.Empty(told.Except(KnownSettings.All.Select(x => InTable(x.Key)), StringComparer.Ordinal).Except(Others));
    }

    [Fact]
    public void Every_setting_is_in_the_table_with_its_default() => Assert.Empty(
        KnownSettings.All.Where(setting => !Rows.Any(x => x.Keys.Contains($"`{InTable(setting.Key)}`", StringComparison.Ordinal) && Says(x.Row, setting))).Select(x => InTable(x.Key)).Distinct());

    [Fact]
    public void What_the_host_reads_besides_is_told()
    {
        var told = string.Join('\n', Guide.Section("Configuration"));
        Assert.All(HostSettings.All, x => Assert.Contains($"`{x.Key}`", told, StringComparison.Ordinal));
    }

    // The entries of a list are told where the list is.
    private static string InTable(string key) => key.Split(":*")[0];

    private static bool Says(string row, Setting setting) => setting.Key.Contains('*', StringComparison.Ordinal)
        ? row.Contains(setting.Key.Split(':')[^1], StringComparison.OrdinalIgnoreCase) : row.Split('|')[2].Contains(setting.DefaultText, StringComparison.Ordinal);

    [GeneratedRegex("^\\| `[A-Z][A-Za-z_]*[:`]")]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Z][A-Za-z_]*(:[A-Z][A-Za-z0-9]*)*)`")]
    private static partial Regex Key();
}
