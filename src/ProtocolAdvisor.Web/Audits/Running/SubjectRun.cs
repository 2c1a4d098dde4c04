using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Web.Audits.Lists;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>Looks at one subject, without credentials, and turns what was learned into what is kept.</summary>
internal sealed class SubjectRun(MailboxAssessor assessor, AuditOptions options)
{
    /// <summary>Looks at it; remote failures are results.</summary>
    public Task<AssessmentFacts> AssessAsync(AuditWork work, WaitingSubject subject, CancellationToken cancellationToken)
    {
        var audit = new AuditPoliteness { PerHostPerMinute = work.PerHostPerMinute, CatalogueFromNetwork = work.CatalogueFromNetwork, Since = work.CreatedAt };
        return assessor.AssessAsync(AskedSubject.Subject(subject.Asked, options.Deadline, audit), null, cancellationToken);
    }

    /// <summary>What is kept of it.</summary>
    public FinishedSubject Finished(AuditWork work, WaitingSubject subject, AssessmentFacts facts)
    {
        var domain = AskedSubject.DomainOf(subject.Asked)?.Value;
        var shown = new SubjectReport(subject.Shown.Contains('@', StringComparison.Ordinal) ? subject.Shown : null, domain);
        var heading = new ReportHeading(new AuditedId(work.Id, subject.Number).ToString(), options.Retention, shown, null, true, null);
        var run = new AssessedRun(heading, WithoutConversations(facts), work.Usage);
        return new(subject.Number, AuditRow.Of(run.Report(Language.English)), PackedRun.Of(run));
    }

    // What was said on the connections is most of a run, and for one mailbox at a time.
    private static AssessmentFacts WithoutConversations(AssessmentFacts facts) =>
        facts with { Endpoints = [.. facts.Endpoints.Select(x => x with { Probe = x.Probe with { Conversation = [] } })] };
}
