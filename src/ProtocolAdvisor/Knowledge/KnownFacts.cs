using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Knowledge;

/// <summary>
/// What is known of a mailbox when advice or a forecast is asked for: measured by us, or told by the caller. Null is "not known".
/// </summary>
public sealed record KnownFacts
{
    /// <summary>The IMAP side.</summary>
    public ImapKnowledge? Imap { get; init; }

    /// <summary>The POP3 side.</summary>
    public Pop3Knowledge? Pop3 { get; init; }

    /// <summary>The instant to which the facts belong: dates in the plan count from here.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The protocol that the operator prefers, as his published settings say.</summary>
    public MailProtocol? Preferred { get; init; }

    /// <summary>What a caller tells; where he tells endpoints or the search for them as a report has them, they say what he does not.</summary>
    internal static KnownFacts Told(ImapKnowledge? imap, Pop3Knowledge? pop3, IReadOnlyList<EndpointFacts> endpoints, DiscoveryResult? discovery, DateTimeOffset asOf)
    {
        if (endpoints.Count == 0 && discovery is null) return new() { Imap = imap, Pop3 = pop3, AsOf = asOf };
        var seen = From(Run(imap, pop3, endpoints, discovery, asOf));
        var completed = ProtocolKnowledge.Completed(imap, seen.Imap!);
        return seen with
        {
            Imap = completed with { InitialResponse = completed.InitialResponse ?? seen.Imap!.InitialResponse, Mailbox = seen.Imap!.Mailbox },
            Pop3 = ProtocolKnowledge.Completed(pop3, seen.Pop3!),
        };
    }

    /// <summary>The run behind endpoints and a search that a caller tells as a report has them.</summary>
    internal static AssessmentFacts Run(
        ImapKnowledge? imap, Pop3Knowledge? pop3, IReadOnlyList<EndpointFacts> endpoints, DiscoveryResult? discovery, DateTimeOffset asOf)
    {
        return new()
        {
            StartedAt = asOf,
            DurationMs = 0,
            Complete = !endpoints.Any(x => x.WasCut),
            Discovery = discovery ?? new() { Attempts = [], Candidates = [] },
            Endpoints = endpoints,
            Imap = imap?.Mailbox,
            Pop3 = pop3?.Maildrop,
        };
    }

    /// <summary>What a run has learned, in the terms of the advice.</summary>
    public static KnownFacts From(AssessmentFacts facts) => new()
    {
        AsOf = facts.StartedAt,
        Preferred = facts.Discovery.Preferred,
        Imap = ImapKnowledge.From(facts),
        Pop3 = Pop3Knowledge.From(facts),
    };
}
