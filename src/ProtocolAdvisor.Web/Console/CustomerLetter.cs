using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Web.Console.Words;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console;

/// <summary>What a customer is told of a report: the answer, what he must do, and what to enter; without greeting or signature, to be sent as it stands.</summary>
/// <param name="Text">The text; lines end in a line feed.</param>
/// <param name="Mail">A <c>mailto:</c> address (RFC 6068) that begins a mail with it.</param>
internal sealed record CustomerLetter(string Text, string Mail)
{
    // What every mail program takes from a link (RFC 6068 names no limit; Windows hands on some 2,000 characters).
    private const int LongestAddress = 1_900;

    /// <summary>A report's.</summary>
    /// <param name="report">The report.</param>
    /// <param name="link">Where the whole report is.</param>
    /// <param name="language">The report's language.</param>
    public static CustomerLetter Of(AssessmentReport report, string link, Language language)
    {
        var words = EnterWords.In(language);
        var ending = Fill(words.WholeReport, language, ("day", Display.Day(report.ExpiresAt, language)), ("link", link));
        string[] paragraphs = [.. Paragraphs(report, language), ending];
        var subject = Fill(words.Subject, language, ("name", OwnLetters.Of(report.Settings?.DisplayName ?? report.Subject.NameBeside(report.Endpoints) ?? "")));
        return new(Joined(paragraphs) + "\n", Enumerable.Range(0, paragraphs.Length)
            .Select(left => Address(subject, Joined([.. paragraphs[..(paragraphs.Length - 1 - left)], ending])))
            .FirstOrDefault(x => x.Length <= LongestAddress) ?? Address(subject, ending));
    }

    private static IEnumerable<string> Paragraphs(AssessmentReport report, Language language)
    {
        var must = ToDo.Of(report).Must;
        yield return must.Count > 0 ? $"{report.Summary.Headline}." : $"{report.Summary.Headline}. {report.Summary.Lead}";
        if (must.Count > 0) yield return string.Join('\n', must.Select(x => $"- {x[0].Title}. {x[0].Remedy}").Prepend(ReportPhrases.Of(language).ToDo));
        if (report.BeforeYouBegin.Count > 0)
            yield return string.Join('\n', report.BeforeYouBegin.Select(x => $"- {x.Text}{(x.Url is null ? "" : $" {x.Url}")}").Prepend(new PreparationWords(language).Heading(report.Provider?.Name ?? "")));
        if (report.Settings is not { } settings) yield break;
        foreach (var block in PlainTextWriter.Blocks(settings, language)) yield return string.Join('\n', block.Lines.Select(x => x.ToString()).Prepend(block.Heading));
    }

    private static string Joined(IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs);

    // A mail's lines end in CR LF, and so does its link (RFC 6068 §5).
    private static string Address(string subject, string body) =>
        $"mailto:?subject={Uri.EscapeDataString(subject)}&body={Uri.EscapeDataString(body.Replace("\n", "\r\n", StringComparison.Ordinal))}";

    private static string Fill(string sentence, Language language, params (string Name, string Value)[] values) =>
        Template.Fill(sentence, values.ToDictionary(x => x.Name, x => x.Value), language);
}
