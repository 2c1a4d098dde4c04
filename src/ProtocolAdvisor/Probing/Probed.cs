using ProtocolAdvisor.Dialing;

namespace ProtocolAdvisor.Probing;

/// <summary>What a probe brought back.</summary>
/// <param name="Result">What was learned; of the other addresses only what was known by then.</param>
/// <param name="Connection">The open connection of a usable endpoint, where it was kept for a sign-in.</param>
/// <param name="Later">What can be learned behind it; null where nothing answered.</param>
internal sealed record Probed(ProbeResult Result, MailConnection? Connection, SecondLook? Later);
