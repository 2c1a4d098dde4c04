using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>An endpoint that sources have named, with everything that speaks for it.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Username">The user name's form, from the best source that says one; null when none does.</param>
/// <param name="Authentication">How to sign in, from the same source; empty when none says.</param>
/// <param name="Sources">Who named it, the best first, each once.</param>
/// <param name="Trusted">Whether one of them could not have been forged on the way.</param>
/// <param name="Rank">Its place among all candidates, from 1.</param>
/// <param name="Reason">Why it stands below the one before it.</param>
public sealed record EndpointCandidate(
    MailEndpoint Endpoint,
    string? Username,
    IReadOnlyList<AuthenticationMethod> Authentication,
    IReadOnlyList<DiscoverySource> Sources,
    bool Trusted,
    int Rank,
    RankReason Reason)
{
    /// <summary>Whether nobody published it: a conventional name that we tried.</summary>
    internal bool IsGuess => Sources is [DiscoverySource.Convention];
}

/// <summary>What decided a candidate's place behind the one before it.</summary>
[JsonConverter(typeof(CamelCase<RankReason>))]
public enum RankReason
{
    /// <summary>Nothing is before it.</summary>
    Best,

    /// <summary>The other's source has precedence.</summary>
    Precedence,

    /// <summary>The other's source could not have been forged.</summary>
    Trust,

    /// <summary>The other is better encrypted.</summary>
    Security,

    /// <summary>The source itself lists the other first.</summary>
    SourceOrder,
}

/// <summary>An outgoing server that sources have named.</summary>
/// <param name="Server">The server, as its best source names it.</param>
/// <param name="Sources">Who named it, the best first, each once.</param>
/// <param name="Trusted">Whether one of them could not have been forged on the way.</param>
public sealed record OutgoingCandidate(OutgoingClaim Server, IReadOnlyList<DiscoverySource> Sources, bool Trusted);
