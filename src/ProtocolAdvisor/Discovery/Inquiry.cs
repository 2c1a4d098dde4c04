using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>One place at which a source is to be asked.</summary>
/// <param name="Place">The source and the place.</param>
/// <param name="AskAsync">Asks; a remote failure is an attempt, never an exception.</param>
internal sealed record Inquiry(Place Place, Func<CancellationToken, Task<Answer>> AskAsync)
{
    /// <summary>Whether it asks for something beside mail servers: then it is hardly waited for when all others are done.</summary>
    internal bool IsAside { get; init; }
}

/// <summary>What came of an inquiry.</summary>
/// <param name="Attempt">What was learned; the time is noted by whoever runs the inquiry.</param>
/// <param name="Then">Where the answer leads: asked next, in the order of precedence right behind it.</param>
internal sealed record Answer(SourceAttempt Attempt, IReadOnlyList<Inquiry> Then)
{
    internal Answer(SourceAttempt attempt)
        : this(attempt, [])
    {
    }
}

/// <summary>A source, and a place of it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Location">The place, fit to be shown: a URL without its query, or a DNS name.</param>
internal sealed record Place(DiscoverySource Source, string Location)
{
    /// <summary>An attempt here with this outcome.</summary>
    internal SourceAttempt Attempt(SourceOutcome outcome) => new() { Source = Source, Location = Location, Outcome = outcome };

    /// <summary>An attempt here that failed.</summary>
    internal SourceAttempt Failed(FailureKind kind, string? detail = null, Remark? remark = null) =>
        Attempt(SourceOutcome.Failed) with { Failure = new(kind, detail) { Remark = remark } };
}
