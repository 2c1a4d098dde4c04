namespace ProtocolAdvisor.Benchmarks.Endurance;

/// <summary>Something that the service must live through.</summary>
internal interface ITrial
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>Does it to the service.</summary>
    /// <param name="isShort">Whether it is only to be shown that the trial works.</param>
    /// <param name="token">Ends it.</param>
    /// <returns>What was seen, each with its verdict.</returns>
    Task<IReadOnlyList<Outcome>> RunAsync(bool isShort, CancellationToken token);
}
