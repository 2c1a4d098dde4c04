using ProtocolAdvisor.Pasting;

namespace ProtocolAdvisor.Web.Console;

/// <summary>What the start page's one field says, and whether it must be confirmed before anything is checked.</summary>
/// <param name="Text">What was typed, pasted, or chosen among what was offered.</param>
/// <param name="Reading">What was understood of it.</param>
/// <param name="IsConfirmed">Whether it was understood like this before the form was sent, and was seen.</param>
internal sealed record TypedSubject(string Text, PasteReading Reading, bool IsConfirmed)
{
    /// <summary>The button that offers something else than what was typed.</summary>
    public const string Instead = "instead";

    /// <summary>The hidden field that holds what was understood and shown.</summary>
    public const string Seen = "seen";

    /// <summary>
    /// Whether what was understood is to be looked at first: part of the text was left out, or a provider's name is likely misspelled.
    /// </summary>
    public bool IsToBeConfirmed => Reading.Subject is not null && !IsConfirmed && (Reading.IsGuess || Reading.Instead is not null);

    /// <summary>Whether the page must ask: there is not one subject, or it is to be confirmed.</summary>
    public bool Asks => Reading.Subject is null || IsToBeConfirmed;

    /// <summary>Whether nothing can be understood of it.</summary>
    public bool IsWrong => Reading.Fault is not (null or PasteFault.Several or PasteFault.ProtocolMissing);

    /// <summary>What a form says.</summary>
    public static TypedSubject In(IFormCollection form)
    {
        var chosen = form[Instead].ToString();
        var text = chosen.Length > 0 ? chosen : form[AssessmentForm.Address].ToString();
        var reading = PasteReader.Read(text);
        return new(text, reading, chosen.Length > 0 || form[Seen] == reading.Subject?.Text);
    }
}
