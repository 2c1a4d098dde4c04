namespace ProtocolAdvisor.Cluster.Limits;

/// <summary>Failed sign-ins by account, caller and key: counted in this process, or for all nodes together.</summary>
internal abstract class FailureCounts
{
    /// <summary>The key under which names and secrets are hashed before they come here; null where it is not known yet.</summary>
    internal abstract byte[]? HashKey { get; }

    /// <summary>Begins a guess at all windows, or at none: zero, or how long to wait until then.</summary>
    /// <param name="windows">Where it counts.</param>
    /// <param name="guess">The guess, hashed.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    /// <exception cref="CountsUnreachableException">Nobody knows now how many there were.</exception>
    internal abstract Task<TimeSpan> TryBeginAsync(IReadOnlyList<GuessBounds> windows, string guess, CancellationToken cancellationToken);

    /// <summary>The guess is over.</summary>
    /// <param name="ends">Where it has failed, and where not.</param>
    internal abstract Task EndAsync(IReadOnlyList<GuessEnd> ends);
}

/// <summary>One window that a guess counts in, and how many failures are borne there.</summary>
/// <param name="Attempt">The guess's number there; asked again under it, it is the same one.</param>
/// <param name="Window">Whose it is: a hash.</param>
/// <param name="Limit">Failures within an hour.</param>
/// <param name="Domain">The domain of the name, hashed, to which failures of the name under other domains are none; null counts all.</param>
/// <param name="LimitOfAllDomains">The same for the name under all domains; null where there is none.</param>
[GenerateSerializer]
[Alias("guessBounds")]
[Immutable]
internal sealed record GuessBounds(
    [property: Id(0)] Guid Attempt, [property: Id(1)] string Window, [property: Id(2)] int Limit, [property: Id(3)] string? Domain, [property: Id(4)] int? LimitOfAllDomains);

/// <summary>A guess's end in one window.</summary>
/// <param name="Attempt">Its number there.</param>
/// <param name="Window">Whose it is.</param>
/// <param name="Failed">Whether it was wrong.</param>
internal sealed record GuessEnd(Guid Attempt, string Window, bool Failed);

/// <summary>The node that counts cannot be reached: who would go on without it opens the limit, and who waits locks people out.</summary>
internal sealed class CountsUnreachableException : Exception;
