namespace ProtocolAdvisor.Knowledge;

/// <summary>The user's line.</summary>
/// <param name="RoundTripMs">Round-trip time to the server in milliseconds.</param>
/// <param name="DownMbit">Capacity towards the user in Mbit/s.</param>
/// <param name="UpMbit">Capacity from the user in Mbit/s: what copying mail up to the server goes through.</param>
public sealed record UserLink(double? RoundTripMs = null, double? DownMbit = null, double? UpMbit = null);
