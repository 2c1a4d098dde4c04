using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.Tests.Words;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli.Tests.Words;

public class CliPhrasesTests
{
    public static TheoryData<Language> EveryLanguage => [.. Language.All];

    [Fact]
    public void Every_language_says_the_same_in_its_own_words() => WordTable.AssertAgree(CliPhrases.Of);

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void Every_sentence_is_well_set(Language language) => WordTable.AssertWellSet(language, CliPhrases.Of(language));

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void Every_thing_has_one_word(Language language) => WordTable.AssertOneWordAThing(language, CliPhrases.Of(language));

    [Theory]
    [InlineData("de_AT.UTF-8", null, "de")]
    [InlineData("de", null, "de")]
    [InlineData("C", null, "en")]
    [InlineData("fr_FR.UTF-8", null, "en")]
    [InlineData("de_DE.UTF-8", "--lang en", "en")]
    [InlineData("en_US", "--lang=de", "de")]
    [InlineData("", "--lang", "en")]
    public void The_option_picks_the_language_and_else_the_environment(string environment, string? line, string tag) =>
        Assert.Equal(tag, SpokenLanguage.Of(line?.Split(' ') ?? [], name => name == "LANG" ? environment : null).Tag);
}
