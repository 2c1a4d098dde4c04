namespace ProtocolAdvisor.Dialing;

/// <summary>One read of a connection.</summary>
/// <param name="Ms">Milliseconds since bytes last went out.</param>
/// <param name="Bytes">Bytes received on the connection by then, what encryption adds included.</param>
internal readonly record struct Arrival(double Ms, long Bytes);
