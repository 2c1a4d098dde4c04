using System.Text.Json;
using System.Text.RegularExpressions;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Languages.Polish;
using ProtocolAdvisor.Tests.Reports;
using ProtocolAdvisor.Tests.Words;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Languages;

/// <summary>A language that the sources have never heard of is spoken throughout: no stage falls back to another.</summary>
public partial class ThirdLanguageTests
{
    private const int LongEnoughToKnow = 12;

    /// <summary>What can be told from our English sentences: their longest words without places, if they are long enough.</summary>
    private static readonly IReadOnlyList<string> EnglishWords =
    [
        .. Language.English.Tables.Values.SelectMany(table => WordTable.Sentences(table()).Values)
            .Select(sentence => Place().Split(sentence).MaxBy(x => x.Length)!.Trim()).Where(x => x.Length >= LongEnoughToKnow && x.Contains(' ')).Distinct(),
    ];

    public static TheoryData<string> Mailboxes => GoldenReportTests.Mailboxes;

    [Theory]
    [MemberData(nameof(Mailboxes))]
    public void A_whole_report_is_in_it(string mailbox)
    {
        var report = GoldenReportTests.Report(mailbox, PolishPack.Language);
        AssertSpoken(TextReport.Write(report, PolishPack.Language));
        AssertSpoken(Text(JsonSerializer.SerializeToElement(report, WireJson.Options)));
    }

    [Theory]
    [MemberData(nameof(Mailboxes))]
    public void So_are_the_settings_that_a_person_types_in(string mailbox)
    {
        var report = GoldenReportTests.Report(mailbox, PolishPack.Language);
        if (report.Settings is not { } settings) return;
        AssertSpoken(SettingsWriter.Write(settings, SettingsFormat.Text, PolishPack.Language).File!.Content);
    }

    [Fact]
    public void So_is_the_catalogue_of_findings() =>
        Assert.All(FindingsReply.In(PolishPack.Language).Findings, x => Assert.Equal((3, 3), (Between(x.Title + x.Meaning + x.Remedy, '⟦'), Between(x.Title + x.Meaning + x.Remedy, '⟧'))));

    [Theory]
    [InlineData("1", "1 dzień")]
    [InlineData("2", "2 dni")]
    [InlineData("5", "5 dniów")]
    [InlineData("12", "12 dniów")]
    [InlineData("22", "22 dni")]
    [InlineData("112", "112 dniów")]
    [InlineData("1.5", "1,5 dnia")]
    [InlineData("1.0", "1,0 dnia")]
    public void A_number_picks_the_form_of_its_plural_category(string value, string said) => Assert.Equal(
        said, Template.Fill("{x:number} {x:dzień|dni|dniów|dnia}", new Dictionary<string, string> { ["x"] = value }, PolishPack.Language));

    [Theory]
    [InlineData("1", "1\u00A0sekunda")]
    [InlineData("3", "3\u00A0sekundy")]
    [InlineData("2.25", "2,2\u00A0sekundy")]
    [InlineData("900", "15\u00A0minut")]
    [InlineData("7200", "2\u00A0godziny")]
    public void A_duration_does_too(string value, string said) => Assert.Equal(
        said, Template.Fill("{x:duration}", new Dictionary<string, string> { ["x"] = value }, PolishPack.Language));

    [Fact]
    public void A_table_that_is_missing_is_told_and_not_taken_from_another_language()
    {
        var unfinished = new Language("xx", "Unfinished", PolishPack.Language.Notation, new Dictionary<Type, Func<object>>());
        Assert.Equal("The language xx has no FindingTexts.", Assert.Throws<InvalidOperationException>(() => FindingWords.In(unfinished)).Message);
    }

    private static void AssertSpoken(string text)
    {
        var words = Blanks().Replace(text, " ");
        Assert.Contains('⟦', words);
        while (Spoken().IsMatch(words)) words = Spoken().Replace(words, string.Empty);
        var english = EnglishWords.Where(words.Contains).ToList();
        Assert.Empty(english);
    }

    private static int Between(string text, char mark) => text.Count(x => x == mark);

    // What was seen is quoted; it is no sentence of a table.
    private static string Text(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => string.Join('\n', json.EnumerateObject().Select(x => Text(x.Value))),
        JsonValueKind.Array => string.Join('\n', json.EnumerateArray().Select(Text)),
        JsonValueKind.String => json.GetString()!,
        _ => string.Empty,
    };

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("⟦[^⟦⟧]*⟧")]
    private static partial Regex Spoken();
}
