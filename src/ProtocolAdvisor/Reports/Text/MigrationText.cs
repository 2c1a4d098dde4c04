namespace ProtocolAdvisor.Reports.Text;

/// <summary>The way from the protocol that is set up now to the recommended one, step by step.</summary>
internal static class MigrationText
{
    private const string FolderIndent = "     ";

    /// <summary>The steps with their numbers, each with its folders below; nothing where nobody has to move.</summary>
    public static TextSection Section(RecommendationReport recommendation, ReportWords words) => new(
        recommendation.WayHere(words.Language),
        [.. recommendation.Plan.Migration.Index().SelectMany(x => Step($"{x.Index + 1}. ", x.Item, words))]);

    private static IEnumerable<string> Step(string number, MigrationStepReport step, ReportWords words) =>
    [
        .. words.Layout.Wrapped(step.Text, number, new string(' ', number.Length)),
        .. step.Folders.SelectMany(x => words.Layout.Wrapped(x.Text, "   - ", FolderIndent)),
    ];
}
