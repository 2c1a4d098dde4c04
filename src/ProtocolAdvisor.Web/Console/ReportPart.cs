using Microsoft.AspNetCore.Components;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Console.Words;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console;

/// <summary>A section of the report's page.</summary>
public abstract class ReportPart : ConsoleComponent
{
    /// <summary>The report.</summary>
    [Parameter, EditorRequired]
    public required AssessmentReport Report { get; set; }

    private protected ReportWords Words => ReportWords.In(Language);

    private protected LabelWords Labels => LabelWords.Of(Language);

    private protected string Fill(string sentence, params (string Name, string Value)[] values) =>
        Template.Fill(sentence, values.ToDictionary(x => x.Name, x => x.Value), Language);

    private protected static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
