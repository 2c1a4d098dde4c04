using System.Globalization;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>One line of what was said on a connection.</summary>
/// <param name="From">Who said it; a note is a remark of ours.</param>
/// <param name="Ms">Milliseconds since the connection was established.</param>
/// <param name="Text">The line; <c>•••</c> stands for what is not shown.</param>
public sealed record ConversationReport(Speaker From, double Ms, string Text)
{
    /// <summary>The shown form.</summary>
    internal static ConversationReport Of(TranscriptLine line, Language language) =>
        new(line.From, Milliseconds.Rounded(line.Ms), line.LeftOut == 0 ? line.Text : ConversationPhrases.Of(language).LeftOut(line.LeftOut, language));
}

/// <summary>One language's words between the lines of a conversation.</summary>
/// <param name="LinesLeftOut">Stands where lines were left out. Place: <c>lines</c>.</param>
internal sealed record ConversationPhrases(string LinesLeftOut)
{
    /// <summary>The words of a language.</summary>
    public static ConversationPhrases Of(Language language) => language.Table<ConversationPhrases>();

    /// <summary>Says how many lines are missing.</summary>
    internal string LeftOut(int lines, Language language) =>
        Template.Fill(LinesLeftOut, new Dictionary<string, string> { ["lines"] = lines.ToString(CultureInfo.InvariantCulture) }, language);
}
