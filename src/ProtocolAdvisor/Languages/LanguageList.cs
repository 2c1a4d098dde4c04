using ProtocolAdvisor.Languages.English;
using ProtocolAdvisor.Languages.German;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Languages;

/// <summary>The languages that there are: a folder and a line here for each.</summary>
public static class LanguageList
{
    private static readonly IReadOnlyList<Language> Known = [EnglishPack.Language, GermanPack.Language];

    extension(Language)
    {
        /// <summary>English, spoken where nothing else is asked for.</summary>
        public static Language English => EnglishPack.Language;

        /// <summary>German.</summary>
        public static Language German => GermanPack.Language;

        /// <summary>Every language, the one first that is spoken where nothing else is asked for.</summary>
        public static IReadOnlyList<Language> All => Known;

        /// <summary>The language of a tag; null for one that is not spoken here.</summary>
        /// <param name="tag">A language tag (RFC 5646), of which the primary subtag counts: <c>de</c>, <c>de-AT</c>; or a locale's name:
        /// <c>de_AT.UTF-8</c>.</param>
        public static Language? Tagged(string? tag) =>
            tag?.Split('-', '_', '.')[0] is { } primary
                ? Known.FirstOrDefault(x => x.Tag.Equals(primary, StringComparison.OrdinalIgnoreCase)) : null;
    }
}
