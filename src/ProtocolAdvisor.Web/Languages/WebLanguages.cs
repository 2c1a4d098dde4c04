using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Web.Languages.English;
using ProtocolAdvisor.Web.Languages.German;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Languages;

/// <summary>The web's part of every language: a folder and a line here for each.</summary>
internal static class WebLanguages
{
    private static readonly Dictionary<Language, WebPack> Packs = new()
    {
        [Language.English] = EnglishWebPack.Pack,
        [Language.German] = GermanWebPack.Pack,
    };

    /// <summary>A language's part; there is one for every language that the library speaks.</summary>
    public static WebPack PackOf(Language language) => Packs[language];
}
