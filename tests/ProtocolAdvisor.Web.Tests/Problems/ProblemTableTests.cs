using System.Reflection;
using ProtocolAdvisor.Tests.Words;
using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Web.Languages.English;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Tests.Problems;

public class ProblemTableTests
{
    private static readonly IReadOnlyList<string> Codes =
        [.. typeof(ProblemCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(x => (string)x.GetRawConstantValue()!)];

    public static TheoryData<Language> EveryLanguage => [.. Language.All];

    [Fact]
    public void Every_language_says_the_same_in_its_own_words() => WordTable.AssertAgree(Table);

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void Every_sentence_is_well_set(Language language) => WordTable.AssertWellSet(language, Table(language));

    [Fact]
    public void Every_code_has_its_sentence_but_for_our_own_bug() => Assert.Equal(
        Codes.Except([ProblemCode.InternalError]).Order(StringComparer.Ordinal), EnglishProblems.Phrases.Details.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_status_has_its_title() => Assert.All(
        Enumerable.Range(400, 100).Append(500).Where(x => ProblemCode.Of(x) != ProblemCode.BadRequest || x is 400 or 421 or 422),
        status => Assert.Contains(status, EnglishProblems.Phrases.Titles.Keys));

    [Fact]
    public void Every_complaint_of_a_validator_has_its_sentence()
    {
        var keys = RuleBook.Rules.Select(x => x.Words).Distinct().ToList();
        Assert.Contains("number-between", keys);
        Assert.All(keys, key => Assert.Contains(key, EnglishProblems.Phrases.Complaints.Keys));
    }

    private static ProblemPhrases Table(Language language) => WebLanguages.PackOf(language).Problems();
}
