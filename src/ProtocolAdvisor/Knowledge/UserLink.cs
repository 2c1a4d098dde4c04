namespace ProtocolAdvisor.Knowledge;

/// <summary>The user's line.</summary>
/// <param name="RoundTripMs">Round-trip time to the server in milliseconds.</param>
/// <param name="DownMbit">Capacity towards the user in Mbit/s.</param>
public sealed record UserLink(double? RoundTripMs = null, double? DownMbit = null);
