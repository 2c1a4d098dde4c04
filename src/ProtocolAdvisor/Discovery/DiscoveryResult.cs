using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>Everything that discovery learned: deterministic but for times. The same answers give the same candidates in the same order.</summary>
public sealed record DiscoveryResult
{
    /// <summary>Everything that was asked, in the order of precedence.</summary>
    public required IReadOnlyList<SourceAttempt> Attempts { get; init; }

    /// <summary>The incoming servers, best first.</summary>
    public required IReadOnlyList<EndpointCandidate> Candidates { get; init; }

    /// <summary>The outgoing servers, best first.</summary>
    public IReadOnlyList<OutgoingCandidate> Outgoing { get; init; } = [];

    /// <summary>Protocols that the operator decidedly does not offer, and that no published source names all the same.</summary>
    public IReadOnlyList<MailProtocol> NotOffered { get; init; } = [];

    /// <summary>The protocol that the operator prefers, from the best source that says so; null where none does.</summary>
    public MailProtocol? Preferred { get; init; }
}
