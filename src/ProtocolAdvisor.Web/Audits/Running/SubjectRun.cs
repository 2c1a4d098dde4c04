using System.IO.Compression;
using System.Text.Json;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Web.Audits.Lists;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>Looks at one subject, without credentials, and turns what was learned into what is kept.</summary>
internal sealed class SubjectRun(MailboxAssessor assessor, AuditOptions options)
{
    private static readonly JsonSerializerOptions Json = new(AuditRow.Json);

    /// <summary>Looks at it; remote failures are results.</summary>
    public Task<AssessmentFacts> AssessAsync(AuditWork work, WaitingSubject subject, CancellationToken cancellationToken)
    {
        var audit = new AuditPoliteness
        {
            PerHostPerMinute = work.PerHostPerMinute,
            CatalogueFromNetwork = work.CatalogueFromNetwork,
            Since = work.CreatedAt,
        };
        return assessor.AssessAsync(AskedSubject.Subject(subject.Asked, options.Deadline, audit), null, cancellationToken);
    }

    /// <summary>What is kept of it.</summary>
    public FinishedSubject Finished(AuditWork work, WaitingSubject subject, AssessmentFacts facts)
    {
        var domain = AskedSubject.DomainOf(subject.Asked)?.Value;
        var shown = new SubjectReport(subject.Shown.Contains('@', StringComparison.Ordinal) ? subject.Shown : null, domain);
        var heading = new ReportHeading($"{work.Id}-{subject.Number}", options.Retention, shown, null, true, null);
        var run = new AssessedRun(heading, WithoutConversations(facts), work.Usage);
        return new(subject.Number, AuditRow.Of(run.Report(Language.English)), Packed(run));
    }

    /// <summary>A kept run; null where another version kept it in a form that this one cannot read.</summary>
    public static AssessedRun? Unpacked(byte[] kept)
    {
        try
        {
            using var packed = new BrotliStream(new MemoryStream(kept), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<AssessedRun>(packed, Json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Packed(AssessedRun run)
    {
        using var kept = new MemoryStream();
        using (var packing = new BrotliStream(kept, CompressionLevel.Fastest, leaveOpen: true)) JsonSerializer.Serialize(packing, run, Json);
        return kept.ToArray();
    }

    // What was said on the connections is most of a run, and for one mailbox at a time.
    private static AssessmentFacts WithoutConversations(AssessmentFacts facts) =>
        facts with { Endpoints = [.. facts.Endpoints.Select(x => x with { Probe = x.Probe with { Conversation = [] } })] };
}
