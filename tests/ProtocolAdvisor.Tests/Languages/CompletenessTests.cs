using System.Collections;
using System.Text.RegularExpressions;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Tests.Architecture;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Languages;

/// <summary>Each language is whole, and no stage knows which there are.</summary>
public partial class CompletenessTests
{
    /// <summary>Dictionaries that need not have every key: where one is missing, nothing is said, or other words are taken.</summary>
    private static readonly string[] Partial = ["ReportPhrases.Likelihoods", "ReportPhrases.SignInReasons", "SummaryPhrases.Meanings", "SettingsPhrases.Recommended", "AdvicePhrases.MigrationTo"];

    public static TheoryData<Language> EveryLanguage => [.. Language.All];

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void A_language_has_every_table_that_a_stage_asks_for(Language language)
    {
        var asked = SourceTree.Everything.SelectMany(x => TableAsked().Matches(x.Code)).Select(x => x.Groups[1].Value).Distinct().ToList();
        Assert.NotEmpty(asked);
        Assert.Equal(asked.Order(StringComparer.Ordinal), language.Tables.Keys.Select(x => x.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void A_language_has_words_for_every_value_of_a_closed_list(Language language) => Assert.Empty(
        language.Tables.Values.Select(x => x()).SelectMany(Missing).Except(Partial));

    [Fact]
    public void Tags_and_names_are_told_apart()
    {
        Assert.Distinct(Language.All.Select(x => x.Tag));
        Assert.Distinct(Language.All.Select(x => x.OwnName));
        Assert.All(Language.All, x => Assert.Same(x, Language.Tagged($"{x.Tag.ToUpperInvariant()}_XX.UTF-8")));
        Assert.Same(Language.English, Language.All[0]);
        Assert.Null(Language.Tagged("xx"));
        Assert.Null(Language.Tagged(null));
    }

    [Fact]
    public void Nothing_asks_which_language_it_speaks() => Assert.Empty(
        from path in Directory.EnumerateFiles(Path.Combine(SourceTree.Repository, "src"), "*", SearchOption.AllDirectories)
        where Path.GetExtension(path) is ".cs" or ".razor" && !path.Split(Path.DirectorySeparatorChar).Any(x => x is "bin" or "obj")
        from match in Asks().Matches(File.ReadAllText(path))
        select $"{Path.GetFileName(path)}: {match.Value}");

    [Fact]
    public void Every_member_of_a_table_is_said_by_some_code()
    {
        var sources = Sources().Where(x => !Spoken().IsMatch(x.Path)).ToList();
        var tables = sources.Where(x => TableFile().IsMatch(x.Path)).SelectMany(x => Members(x.Code).Select(member => (Table: x, Member: member))).ToList();
        Assert.Contains(tables, x => x.Member == nameof(ReportPhrases.Made));
        var said = sources.SelectMany(x => Said().Matches(x.Code)).Select(x => x.Value).ToHashSet();
        Assert.Empty(tables.Where(x => !said.Contains(x.Member) && !IsSaidAtHome(x.Member, x.Table.Code)).Select(x => $"{x.Table.Path}: {x.Member}"));
    }

    // Those of the library, the web with its pages, and the terminal, without comments that have a line of their own.
    private static IEnumerable<(string Path, string Code)> Sources() =>
        from path in Directory.EnumerateFiles(Path.Combine(SourceTree.Repository, "src"), "*", SearchOption.AllDirectories)
        where Path.GetExtension(path) is ".cs" or ".razor" && !path.Split(Path.DirectorySeparatorChar).Any(x => x is "bin" or "obj")
        select (Path.GetRelativePath(SourceTree.Repository, path).Replace('\\', '/'), CommentLine().Replace(File.ReadAllText(path), string.Empty));

    private static IEnumerable<string> Members(string code) => MemberOfTable().Matches(code).Select(x => x.Groups[1].Value)
        .Concat(PositionalTable().Matches(code).SelectMany(x => x.Groups[1].Value.Split(',')).Select(x => x.Trim().Split(' ')[^1]));

    // A table may say its own members.
    private static bool IsSaidAtHome(string member, string code) => Regex.IsMatch(code, $@"(?<![\w.]){member}\b(?! \{{ get|\)?;\s*$|\)\s*[;{{])", RegexOptions.Multiline);

    private static IEnumerable<string> Missing(object table) =>
        from member in table.GetType().GetProperties()
        let entries = member.GetValue(table) as IDictionary
        where entries is not null
        let key = entries.GetType().GenericTypeArguments[0]
        where key.IsEnum && Enum.GetValues(key).Cast<object>().Any(x => !entries.Contains(x))
        select $"{table.GetType().Name}.{member.Name}";

    [GeneratedRegex(@"\bTable<(\w\w+)>\(\)")]
    private static partial Regex TableAsked();

    [GeneratedRegex(@"/Languages/(English|German)/|/(English|German)\w*\.cs$")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"(Phrases|Words)\.cs$")]
    private static partial Regex TableFile();

    // Whatever holds a table is called so.
    [GeneratedRegex(@"(?<=(?i:phrases|words|page|labels|meaning|verdict|enter|invite|\bOf|\bIn)(?:\(\w*\))?[?!]?\.)\w+")]
    private static partial Regex Said();

    [GeneratedRegex(@"public required \S.* (\w+) \{ get")]
    private static partial Regex MemberOfTable();

    [GeneratedRegex(@"record \w+(?:Phrases|Words)\(([^)]*)\)")]
    private static partial Regex PositionalTable();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex CommentLine();

    // A comparison with one language, a pattern of one, a comparison of tags.
    [GeneratedRegex(@"(==|!=|\bis|\bnot|\bor|\bcase)\s+Language\.(English|German)\b|\bLanguage\.(English|German)\s*(==|!=|=>)|\bTag\s*(==|!=|\bis\b)")]
    private static partial Regex Asks();
}
