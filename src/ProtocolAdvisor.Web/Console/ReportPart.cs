using Microsoft.AspNetCore.Components;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Web.Console.Words;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console;

/// <summary>A section of the report's page.</summary>
public abstract class ReportPart : ConsoleComponent
{
    /// <summary>The report.</summary>
    [Parameter, EditorRequired]
    public required AssessmentReport Report { get; set; }

    private protected ReportPageWords Words => ReportPageWords.In(Language);

    private protected ReportPhrases Labels => ReportPhrases.Of(Language);

    private protected string Fill(string sentence, params (string Name, string Value)[] values) =>
        Template.Fill(sentence, values.ToDictionary(x => x.Name, x => x.Value), Language);

    private protected static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
