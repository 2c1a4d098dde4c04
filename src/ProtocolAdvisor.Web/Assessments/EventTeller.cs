using System.Threading.Channels;
using ProtocolAdvisor.Web.Reports;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>Turns what a run learns into events in the contract's order: discovery, endpoints, mailbox, recommendation, report.</summary>
internal sealed class EventTeller(AssessmentOrder order, IProgress<AssessmentEvent> alsoTold, ChannelWriter<ServerSentEvent> events)
    : IProgress<AssessmentEvent>
{
    private readonly Queue<ServerSentEvent> _mailboxes = [];
    private int _endpointsToCome = order.Subject.Endpoints.Count;

    /// <summary>Where the endpoints came from.</summary>
    public void Begin() =>
        Tell("discovery", DiscoveryReport.Explicit(ReportHeading.Of("", default, order.Email, order.Server, order.Subject)));

    /// <inheritdoc/>
    public void Report(AssessmentEvent value)
    {
        alsoTold.Report(value);
        if (value is AssessmentEvent.EndpointFinished endpoint) Tell(endpoint);
        else if (value is AssessmentEvent.ImapMeasured imap) Tell(new MailboxReport(ImapReport.From(imap.Mailbox), null, null));
        else if (value is AssessmentEvent.Pop3Measured pop3) Tell(new MailboxReport(null, Pop3Report.From(pop3.Maildrop), null));
    }

    /// <summary>The conclusion, and the whole.</summary>
    public void End(AssessmentReport report)
    {
        TellMailboxes();
        Tell("recommendation", report.Recommendation);
        Tell("report", report);
    }

    private void Tell(AssessmentEvent.EndpointFinished endpoint)
    {
        Tell("endpoint", EndpointReport.From(endpoint.Facts));
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
