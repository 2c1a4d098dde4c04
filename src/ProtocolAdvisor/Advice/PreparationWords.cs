using System.Globalization;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Advice;

/// <summary>One language's words for what must be done before a mail program is set up.</summary>
internal sealed record PreparationPhrases
{
    /// <summary>Place: <c>provider</c>.</summary>
    public required string Heading { get; init; }

    /// <summary>Place: <c>plan</c>, where it is about one.</summary>
    public required IReadOnlyDictionary<PreparationCode, IReadOnlyList<string>> Steps { get; init; }

    /// <summary>Follows where OAuth 2.0 will do as well.</summary>
    public required string OrOAuth2 { get; init; }

    /// <summary>Goes before what is needed only where the other protocol is chosen. Place: <c>step</c>.</summary>
    public required string OnlyIfChosen { get; init; }

    /// <summary>Follows what was looked up long ago. Place: <c>date</c>.</summary>
    public required string KnownSince { get; init; }
}

/// <summary>Says in one language what must be done before a mail program is set up.</summary>
internal sealed class PreparationWords(Language language)
{
    private readonly PreparationPhrases _phrases = language.Table<PreparationPhrases>();

    /// <summary>The heading over the steps.</summary>
    public string Heading(string provider) =>
        Template.Fill(_phrases.Heading, new Dictionary<string, string> { ["provider"] = provider }, language);

    /// <summary>A step, with its age where that matters.</summary>
    public string Text(PreparationStep step)
    {
        var day = ProviderReading.InstantOf(step.Checked).ToString("O", CultureInfo.InvariantCulture);
        var values = new Dictionary<string, string> { ["date"] = day };
        if (step.Plan is { } plan) values["plan"] = plan;
        var said = Template.Fill(_phrases.Steps[step.Code], values, language);
        if (step.OnlyIfChosen) said = Template.Fill(_phrases.OnlyIfChosen, new Dictionary<string, string> { ["step"] = said }, language);
        var age = step.IsOld ? Template.Fill(_phrases.KnownSince, values, language) : null;
        string?[] sentences = [said, step.OrOAuth2 ? _phrases.OrOAuth2 : null, age];
        return string.Join(' ', sentences.OfType<string>());
    }
}
