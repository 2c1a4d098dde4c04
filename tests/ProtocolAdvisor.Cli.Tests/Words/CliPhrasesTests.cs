using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.Tests.Words;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli.Tests.Words;

public class CliPhrasesTests
{
    [Fact]
    public void Every_language_says_the_same_in_its_own_words() => WordTable.AssertAgree(CliPhrases.Of);

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.German)]
    public void Every_sentence_is_well_set(Language language) => WordTable.AssertWellSet(language, CliPhrases.Of(language));

    [Theory]
    [InlineData("de_AT.UTF-8", null, Language.German)]
    [InlineData("de", null, Language.German)]
    [InlineData("C", null, Language.English)]
    [InlineData("fr_FR.UTF-8", null, Language.English)]
    [InlineData("de_DE.UTF-8", "--lang en", Language.English)]
    [InlineData("en_US", "--lang=de", Language.German)]
    [InlineData("", "--lang", Language.English)]
    public void The_option_picks_the_language_and_else_the_environment(string environment, string? line, Language language) =>
        Assert.Equal(language, SpokenLanguage.Of(line?.Split(' ') ?? [], name => name == "LANG" ? environment : null));
}
