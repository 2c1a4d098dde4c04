using System.Runtime.CompilerServices;
using System.Text.Json;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Reports;

/// <summary>
/// Typical mailboxes, from the stored run to the whole report and the settings in plain text, in every language and word for word: whoever changes a rule or a sentence sees here what it does to
/// people. <c>UPDATE_GOLDEN=1</c> writes them anew; they are then to be read as their owners would read them.
/// </summary>
public class GoldenReportTests
{
    private static readonly JsonSerializerOptions Indented = new(WireJson.Options) { WriteIndented = true };
    private static readonly string Folder = Path.Combine(Here(), "Golden");

    public static TheoryData<string> Mailboxes =>
        [.. Directory.EnumerateFiles(Folder, "*.run.json").Order(StringComparer.Ordinal).Select(run => Path.GetFileName(run)[..^".run.json".Length])];

    public static TheoryData<string, Language> Reports =>
        [.. Mailboxes.SelectMany(mailbox => Language.All.Select(language => new TheoryDataRow<string, Language>(mailbox.Data, language)))];

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_report_of_a_typical_mailbox_is_as_it_was_read(string mailbox, Language language) =>
        AssertIs($"{mailbox}.report.{language.Tag}.json", JsonSerializer.Serialize(Report(mailbox, language), Indented) + "\n");

    [Theory]
    [MemberData(nameof(Reports))]
    public void What_a_support_agent_pastes_into_a_mail_is_as_it_was_read(string mailbox, Language language)
    {
        var report = Report(mailbox, language);
        if (report.Settings is not { } settings) return;
        AssertIs($"{mailbox}.settings.{language.Tag}.txt", SettingsWriter.Write(settings, SettingsFormat.Text, language).File!.Content);
    }

    [Theory]
    [InlineData(SettingsFormat.Apple)]
    [InlineData(SettingsFormat.Outlook)]
    [InlineData(SettingsFormat.Pacc)]
    public void No_file_sets_up_a_password_where_passwords_are_switched_off(SettingsFormat format)
    {
        var settings = Report("passwords-switched-off", Language.English).Settings!;
        Assert.Equal(SettingsObstacle.SignInNotExpressible, SettingsWriter.Write(settings, format, Language.English).Obstacle);
        Assert.Equal([AuthenticationMethod.OAuth2], settings.Best.Authentication);
    }

    internal static AssessmentReport Report(string mailbox, Language language) => Run(mailbox).Report(language);

    internal static AssessedRun Run(string mailbox) =>
        JsonSerializer.Deserialize<AssessedRun>(File.ReadAllText(Path.Combine(Folder, $"{mailbox}.run.json")), WireJson.IgnoringUnknown)!;

    private static void AssertIs(string name, string now)
    {
        var file = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(file, now);
        if (FirstDifference(File.ReadAllText(file), now) is { } difference) Assert.Fail($"{name}, {difference}");
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
