namespace ProtocolAdvisor.Reports.Text;

/// <summary>On one screen: what must be done and what should be, each cause once, with its remedy and its code.</summary>
internal static class BriefToDo
{
    /// <summary>The causes, those first that the summary leads with; or that there is nothing to do.</summary>
    public static BriefPart Of(AssessmentReport report, ReportWords words)
    {
        var causes = Causes(report).Select(x => Cause(x, report, words)).ToList();
        var isDone = causes.Count == 0 && report.BeforeYouBegin.Count == 0 && report.Summary.State is SummaryState.Works or SummaryState.ToMend;
        var toDo = ToDo.Of(report);
        var heading = toDo is { Must.Count: 0, Should.Count: 0 } ? words.Heading(toDo) : $"{words.Heading(toDo)}: {words.Counted(toDo)}";
        return new(heading, causes.Count == 0 && isDone ? [[words.Phrases.NothingToDo]] : causes, Math.Max(2, report.Summary.Causes.Count));
    }

    /// <summary>What heads the provider's own demands.</summary>
    public static string BeforeHeading(AssessmentReport report, ReportWords words) => AnswerText.Preparation(report, words).Heading;

    /// <summary>What must be done at the provider first, one step an item.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Before(AssessmentReport report, ReportWords words) =>
        [.. report.BeforeYouBegin.Index().Select(x => AnswerText.Step(x.Index + 1, x.Item, words).ToList())];

    private static IEnumerable<IReadOnlyList<FindingReport>> Causes(AssessmentReport report)
    {
        var (lead, toDo) = (report.Summary.Causes.ToList(), ToDo.Of(report));
        return from cause in toDo.Must.Concat(toDo.Should).Concat(toDo.Noticed.Where(x => lead.Contains(x[0].Code)))
               let place = lead.IndexOf(cause[0].Code)
               orderby place < 0, place
               select cause;
    }

    private static IReadOnlyList<string> Cause(IReadOnlyList<FindingReport> cause, AssessmentReport report, ReportWords words)
    {
        var isOpen = report.Summary.State == SummaryState.CouldNotFindOut && report.Summary.Causes.Contains(cause[0].Code);
        var mark = isOpen ? StateMark.Unknown : StateMark.Of(cause[0].Severity);
        return
        [
            .. words.Layout.Wrapped(FindingsText.Named(cause, words), $"{mark} ", "  "),
            .. words.Layout.Wrapped(cause[0].Remedy, "  "),
            .. FindingsText.Seen(cause, words).Take(1).SelectMany(x => words.Layout.Wrapped(x, "  ", "    ")),
        ];
    }
}
