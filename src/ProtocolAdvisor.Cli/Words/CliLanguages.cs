using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli.Words;

/// <summary>The terminal's part of every language: a line here for each.</summary>
internal static class CliLanguages
{
    private static readonly Dictionary<Language, Func<CliPhrases>> Tables = new()
    {
        [Language.English] = static () => EnglishCli.Phrases,
        [Language.German] = static () => GermanCli.Phrases,
    };

    /// <summary>A language's words; there are some for every language that the library speaks.</summary>
    public static CliPhrases PhrasesOf(Language language) => Tables[language]();
}
