namespace ProtocolAdvisor.Words;

/// <summary>The languages in which people are spoken to. Codes are the same in all of them.</summary>
public enum Language
{
    /// <summary>English, spoken where nothing else is asked for.</summary>
    English,

    /// <summary>German.</summary>
    German,
}

/// <summary>What is true of a language.</summary>
public static class Languages
{
    /// <summary>Every language.</summary>
    public static IReadOnlyList<Language> All { get; } = Enum.GetValues<Language>();

    /// <summary>Its tag (RFC 5646): <c>en</c>, <c>de</c>.</summary>
    public static string Tag(this Language language) => language switch
    {
        Language.German => "de",
        _ => "en",
    };
}
