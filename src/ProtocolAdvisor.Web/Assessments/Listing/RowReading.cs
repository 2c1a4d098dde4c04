using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Summaries;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Assessments.Listing;

/// <summary>Reads what is kept of a report for lists. What another version wrote and this one does not know is told as not known.</summary>
internal static class RowReading
{
    private static readonly Dictionary<string, FindingCode> Codes = Enum.GetValues<FindingCode>().ToDictionary(WireName.Of);

    /// <summary>Whether it works.</summary>
    public static SummaryState State(ReportRow row) =>
        Enum.GetValues<SummaryState>().FirstOrDefault(x => WireName.Of(x) == row.State, SummaryState.CouldNotFindOut);

    /// <summary>How it stands.</summary>
    public static Standing Standing(ReportRow row) => row.Headline.Split(' ') is [_, var name] && Enum.TryParse<Standing>(name, out var known) ? known : State(row) switch
    {
        SummaryState.Works => Reports.Summaries.Standing.Works,
        SummaryState.ToMend => Reports.Summaries.Standing.ToMend,
        SummaryState.DoesNotWork => Reports.Summaries.Standing.DoesNotWork,
        _ => Reports.Summaries.Standing.CouldNotFindOut,
    };

    /// <summary>What is recommended.</summary>
    public static RecommendedProtocol Protocol(ReportRow row) =>
        Enum.GetValues<RecommendedProtocol>().FirstOrDefault(x => WireName.Of(x) == row.Protocol, RecommendedProtocol.None);

    /// <summary>The outcome in a few words of a language.</summary>
    public static string Headline(ReportRow row, Language language) =>
        RunGist.Text(Enum.TryParse<SummaryHeadline>(row.Headline.Split(' ')[0], out var known) ? known : SummaryHeadline.CouldNotFindOut, language);

    /// <summary>The weightiest findings.</summary>
    public static IReadOnlyList<FindingCode> Leading(ReportRow row) =>
        [.. row.Leading.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(Codes.ContainsKey).Select(x => Codes[x])];

    /// <summary>Whether a text is a finding's code.</summary>
    public static bool IsCode(string text) => Codes.ContainsKey(text);

    /// <summary>What the report is called by: the masked address, else the domain, else the first server.</summary>
    public static string Subject(ReportRow row) => OwnLetters.Of(row.Account ?? row.Domain ?? row.Server ?? "–");
}
