using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>One kind of event.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Data">The type of its data: a part of the report, and no other kind has the same.</param>
/// <param name="Meaning">What it tells, and how often it comes; for the contract.</param>
internal sealed record StreamEvent(string Name, Type Data, string Meaning);

/// <summary>What a stream may tell, in the order in which it does.</summary>
internal static class StreamEvents
{
    /// <summary>Every kind.</summary>
    public static IReadOnlyList<StreamEvent> All { get; } =
    [
        new("source", typeof(SourceReport), "A place was asked for the servers; one event for each. None where the request names the servers."),
        new("discovery", typeof(DiscoveryReport), "The search for servers is over; comes again where guesses were added to it."),
        new("endpoint", typeof(EndpointReport), "An endpoint was probed; one event for each."),
        new("mailbox", typeof(MailboxReport), "The mailbox was measured over one protocol; the other one's member is null. None without a sign-in."),
        new(
            "provisional", typeof(ProvisionalReport), "The protocol that will be recommended, as soon as nothing that is still to come can change it: so it may stand "
            + "anywhere between the discovery and the recommendation. At most one; none where that is certain only at the end. Only the protocol is promised: whether the mailbox works over it, and with that the headline, is told by the report."),
        new("recommendation", typeof(RecommendationReport), "Which protocol to use, and why."),
        new("stored", typeof(StoredEvent), "Where the report that follows can be opened."),
        new("report", typeof(AssessmentReport), "The whole report: the last event of a run that came to its end."),
        new(
            "problem", typeof(ApiProblem), "The last event of a run that did not come to its end, by our fault or because the service stops. "
            + "A stream that ends with neither this nor the report was cut off on its way."),
    ];

    /// <summary>The kind that has this data.</summary>
    public static StreamEvent Of(object data) => All.First(x => x.Data == data.GetType());
}

/// <summary>Where the report that follows can be opened.</summary>
/// <param name="Location">The path; null where it could not be stored, and its id opens nothing.</param>
internal sealed record StoredEvent(string? Location);
