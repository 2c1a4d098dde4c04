using ProtocolAdvisor.Languages.English;
using ProtocolAdvisor.Languages.German;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Languages;

/// <summary>What each language calls the things that people meet: a line here for each.</summary>
internal static class LanguageTerms
{
    private static readonly Dictionary<Language, IReadOnlyList<Term>> Tables = new()
    {
        [Language.English] = EnglishTerms.All,
        [Language.German] = GermanTerms.All,
    };

    /// <summary>A language's terms.</summary>
    public static IReadOnlyList<Term> Of(Language language) => Tables[language];
}
