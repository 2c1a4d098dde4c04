using System.Threading.Channels;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>
/// Turns what a run learns into events in the contract's order: sources, discovery, endpoints, mailbox, recommendation, stored, report. The provisional answer comes as soon as there is one.
/// </summary>
internal sealed class EventTeller(AssessmentOrder order, Language language, IProgress<AssessmentEvent> alsoTold, ChannelWriter<StreamPart> events)
    : IRunTeller
{
    private readonly ReportHeading _heading = order.Heading("", default);
    private readonly Queue<ServerSentEvent> _mailboxes = [];
    private readonly FirstAnswer _first = order.FirstAnswer(language);
    private int _endpointsToCome = int.MaxValue;
    private int _endpointsTold;

    /// <inheritdoc/>
    public void Report(AssessmentEvent value)
    {
        alsoTold.Report(value);
        if (value is AssessmentEvent.SourceAsked source) Tell(SourceReport.From(source.Attempt, language));
        else if (value is AssessmentEvent.Discovered discovered) Tell(discovered);
        else if (value is AssessmentEvent.EndpointFinished endpoint) Tell(endpoint);
        else if (value is AssessmentEvent.ImapMeasured imap) Keep(new MailboxReport(imap.Mailbox, null, null));
        else if (value is AssessmentEvent.Pop3Measured pop3) Keep(new MailboxReport(null, pop3.Maildrop, null));
        if (_first.Of(value.SoFar) is { } answer) Tell(answer);
    }

    /// <inheritdoc/>
    public void End(AssessmentReport report, bool stored)
    {
        TellMailboxes();
        Tell(report.Recommendation);
        Tell(new StoredEvent(stored ? $"/v1/assessments/{report.Id}" : null));
        Tell(report);
    }

    private void Tell(AssessmentEvent.Discovered discovered)
    {
        // A search is told once more where guesses were added to it.
        _endpointsToCome = ProbePool.CountIn(discovered.Result) - _endpointsTold;
        Tell(DiscoveryReport.From(discovered.Result, _heading.UsernamesIn(discovered.Result), language));
    }

    private void Tell(AssessmentEvent.EndpointFinished endpoint)
    {
        Tell(EndpointReport.From(endpoint.Facts, language));
        _endpointsTold++;
        if (--_endpointsToCome == 0) TellMailboxes();
    }

    private void Keep(MailboxReport mailbox)
    {
        _mailboxes.Enqueue(new ServerSentEvent(mailbox));
        if (_endpointsToCome <= 0) TellMailboxes();
    }

    private void TellMailboxes()
    {
        while (_mailboxes.TryDequeue(out var mailbox)) events.TryWrite(mailbox);
    }

    private void Tell(object data) => events.TryWrite(new ServerSentEvent(data));
}
