namespace ProtocolAdvisor.Dialing;

/// <summary>The only ports on which web servers are asked. A URL without a port means these.</summary>
/// <param name="Https">TCP port of https.</param>
/// <param name="Http">TCP port of http.</param>
public sealed record WebPorts(int Https = 443, int Http = 80);
