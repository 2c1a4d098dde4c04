using System.Runtime.CompilerServices;
using System.Text.Json;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Reports;

/// <summary>
/// Typical mailboxes, from the stored run to the whole report in every language, word for word: whoever changes a rule or a sentence sees here what it does to
/// people. <c>UPDATE_GOLDEN=1</c> writes the reports anew; they are then to be read as their owners would read them.
/// </summary>
public class GoldenReportTests
{
    private static readonly JsonSerializerOptions Indented = new(WireJson.Options) { WriteIndented = true };
    private static readonly string Folder = Path.Combine(Here(), "Golden");

    public static TheoryData<string, Language> Reports =>
        [.. Directory.EnumerateFiles(Folder, "*.run.json").Order(StringComparer.Ordinal).SelectMany(run => Languages.All.Select(language =>
            new TheoryDataRow<string, Language>(Path.GetFileName(run)[..^".run.json".Length], language)))];

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_report_of_a_typical_mailbox_is_as_it_was_read(string mailbox, Language language)
    {
        var stored = File.ReadAllText(Path.Combine(Folder, $"{mailbox}.run.json"));
        var run = JsonSerializer.Deserialize<AssessedRun>(stored, WireJson.IgnoringUnknown)!;
        var report = JsonSerializer.Serialize(run.Report(language), Indented) + "\n";
        var file = Path.Combine(Folder, $"{mailbox}.report.{language.Tag()}.json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(file, report);

        if (FirstDifference(File.ReadAllText(file), report) is { } difference) Assert.Fail($"{Path.GetFileName(file)}, {difference}");
    }

    private static string? FirstDifference(string expected, string actual)
    {
        var (before, now) = (expected.Split('\n'), actual.Split('\n'));
        var line = before.Zip(now).TakeWhile(x => x.First == x.Second).Count();
        return line == before.Length && line == now.Length ? null
            : $"line {line + 1}\n  was: {before.ElementAtOrDefault(line)?.Trim()}\n  is:  {now.ElementAtOrDefault(line)?.Trim()}\nUPDATE_GOLDEN=1 writes the reports anew.";
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
