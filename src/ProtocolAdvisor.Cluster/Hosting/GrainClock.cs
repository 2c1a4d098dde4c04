namespace ProtocolAdvisor.Cluster.Hosting;

/// <summary>The clock of what grains run: not that of the silo, which has its own affairs.</summary>
/// <param name="Time">The clock.</param>
internal sealed record GrainClock(TimeProvider Time);
