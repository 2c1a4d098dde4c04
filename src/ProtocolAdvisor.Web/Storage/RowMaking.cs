using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Summaries;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>Makes what lists say of a run.</summary>
internal static class RowMaking
{
    /// <summary>How many findings a list names.</summary>
    private const int MostLeading = 3;

    /// <summary>The row of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="owner">The name of the key that it was made with; null for none.</param>
    /// <param name="note">What is noted at it; null for nothing.</param>
    public static ReportRow Of(AssessedRun run, string? owner, string? note)
    {
        var gist = RunGist.Of(run, Language.English);
        var (subject, server) = (run.Heading.Subject, FirstServer(run));
        return new()
        {
            Id = run.Heading.Id,
            Owner = owner,
            CreatedAt = run.Facts.StartedAt.ToUnixTimeMilliseconds(),
            ExpiresAt = (run.Facts.StartedAt + run.Heading.Retention).ToUnixTimeMilliseconds(),
            Account = subject.Email,
            Domain = subject.Domain,
            Server = server,
            State = WireName.Of(gist.State),
            Headline = $"{gist.Headline} {gist.Standing}",
            Protocol = WireName.Of(gist.Protocol),
            Blocking = gist.Must,
            Leading = string.Join(' ', gist.Findings.Take(MostLeading).Select(WireName.Of)),
            Rules = RunGist.Rules,
            Searched = ReportRow.SearchedBy(subject.Domain ?? server, note),
            Note = note,
            Findings = [.. gist.Findings.Select(x => new RowFinding { Code = WireName.Of(x) })],
        };
    }

    /// <summary>The first server that was probed; null for none.</summary>
    public static string? FirstServer(AssessedRun run) => run.Facts.Endpoints is [var first, ..] ? first.Probe.Endpoint.Host.Value : null;
}
