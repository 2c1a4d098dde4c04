using System.Globalization;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>One language's words between the lines of a conversation.</summary>
/// <param name="LinesLeftOut">Stands where lines were left out. Place: <c>lines</c>.</param>
internal sealed record ConversationPhrases(string LinesLeftOut)
{
    /// <summary>The words of a language.</summary>
    public static ConversationPhrases Of(Language language) => language.Table<ConversationPhrases>();

    /// <summary>A line as it is shown: where lines were left out, it says how many.</summary>
    internal static TranscriptLine Said(TranscriptLine line, Language language) =>
        line.LeftOut == 0 ? line : line with { Text = Of(language).LeftOut(line.LeftOut, language) };

    private string LeftOut(int lines, Language language) =>
        Template.Fill(LinesLeftOut, new Dictionary<string, string> { ["lines"] = lines.ToString(CultureInfo.InvariantCulture) }, language);
}
