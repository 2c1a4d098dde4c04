using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Advice;

/// <summary>The words of the comparison in one language.</summary>
public sealed class ComparisonWords
{
    private readonly ComparisonPhrases _phrases;
    private readonly Language _language;

    private ComparisonWords(Language language) => (_phrases, _language) = (language.Table<ComparisonPhrases>(), language);

    /// <summary>The words of a language.</summary>
    public static ComparisonWords In(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return new(language);
    }

    /// <summary>What a topic is called, and what each protocol does about it.</summary>
    public ComparisonText Of(ComparisonTopic topic) => _phrases.Topics[topic];

    /// <summary>What it means for this mailbox, with the measured values.</summary>
    public string Text(PersonalNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return Template.Fill(_phrases.ForYou[note.Code], note.Values, _language);
    }
}

/// <summary>One topic in words.</summary>
/// <param name="Topic">What it is about, in a few words without a full stop.</param>
/// <param name="Pop3">What POP3 does.</param>
/// <param name="Imap">What IMAP does.</param>
public sealed record ComparisonText(string Topic, string Pop3, string Imap);

/// <summary>One language's sentences of the comparison, keyed by code (see <see cref="Template"/>). Of several for one code, the first that can be filled is said.</summary>
/// <param name="Topics">The topics.</param>
/// <param name="ForYou">What they mean for one mailbox.</param>
internal sealed record ComparisonPhrases(
    IReadOnlyDictionary<ComparisonTopic, ComparisonText> Topics, IReadOnlyDictionary<ForYouCode, IReadOnlyList<string>> ForYou);
