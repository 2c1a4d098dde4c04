using System.Threading.Channels;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>Turns what a run learns into events in the contract's order: sources, discovery, endpoints, mailbox, recommendation, stored, report.</summary>
internal sealed class EventTeller(AssessmentOrder order, Language language, IProgress<AssessmentEvent> alsoTold, ChannelWriter<StreamPart> events)
    : IRunTeller
{
    private readonly Queue<ServerSentEvent> _mailboxes = [];
    private int _endpointsToCome = int.MaxValue;
    private int _endpointsTold;

    /// <inheritdoc/>
    public void Report(AssessmentEvent value)
    {
        alsoTold.Report(value);
        if (value is AssessmentEvent.SourceAsked source) Tell("source", SourceReport.From(source.Attempt, language));
        else if (value is AssessmentEvent.Discovered discovered) Tell(discovered);
        else if (value is AssessmentEvent.EndpointFinished endpoint) Tell(endpoint);
        else if (value is AssessmentEvent.ImapMeasured imap) Tell(new MailboxReport(imap.Mailbox, null, null));
        else if (value is AssessmentEvent.Pop3Measured pop3) Tell(new MailboxReport(null, pop3.Maildrop, null));
    }

    /// <inheritdoc/>
    public void End(AssessmentReport report, bool stored)
    {
        TellMailboxes();
        Tell("recommendation", report.Recommendation);
        Tell("stored", new StoredEvent(stored ? $"/v1/assessments/{report.Id}" : null));
        Tell("report", report);
    }

    private void Tell(AssessmentEvent.Discovered discovered)
    {
        // A search is told once more where guesses were added to it.
        _endpointsToCome = ProbePool.CountIn(discovered.Result) - _endpointsTold;
        var heading = ReportHeading.Of("", default, order.Email, order.Subject);
        Tell("discovery", DiscoveryReport.From(discovered.Result, heading.UsernamesIn(discovered.Result), language));
    }

    private void Tell(AssessmentEvent.EndpointFinished endpoint)
    {
        Tell("endpoint", EndpointReport.From(endpoint.Facts, language));
        _endpointsTold++;
        if (--_endpointsToCome == 0) TellMailboxes();
    }

    private void Tell(MailboxReport mailbox)
    {
        _mailboxes.Enqueue(new ServerSentEvent("mailbox", mailbox));
        if (_endpointsToCome <= 0) TellMailboxes();
    }

    private void TellMailboxes()
    {
        while (_mailboxes.TryDequeue(out var mailbox)) events.TryWrite(mailbox);
    }

    private void Tell(string name, object data) => events.TryWrite(new ServerSentEvent(name, data));
}

/// <summary>Where the report that follows can be opened.</summary>
/// <param name="Location">The path; null where it could not be stored, and its id opens nothing.</param>
internal sealed record StoredEvent(string? Location);
