using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Names;

/// <summary>What the resolver said to one question.</summary>
/// <typeparam name="T">A record's content.</typeparam>
/// <param name="Records">The records of the asked type, in the resolver's order; empty when there are none.</param>
/// <param name="Authenticated">Whether a resolver that we trust validated the answer with DNSSEC (the AD bit, RFC 4035 §3.2.3).</param>
/// <param name="Failure">
/// <see cref="FailureKind.HostNotFound"/> when the name does not exist, <see cref="FailureKind.LookupFailed"/> when the resolver failed or
/// did not answer, <see cref="FailureKind.LookupImpossible"/> when it does so for every name; null otherwise, also when the name exists
/// without such records.
/// </param>
internal sealed record DnsReply<T>(IReadOnlyList<T> Records, bool Authenticated, FailureKind? Failure = null);

/// <summary>An SRV record (RFC 2782).</summary>
/// <param name="Priority">The lowest is tried first.</param>
/// <param name="Weight">The share among records of one priority.</param>
/// <param name="Port">TCP port.</param>
/// <param name="Target">The host; empty for ".", which says that the service is decidedly not offered.</param>
internal sealed record ServiceRecord(int Priority, int Weight, int Port, string Target);

/// <summary>An MX record.</summary>
/// <param name="Preference">The lowest is preferred.</param>
/// <param name="Exchange">The host, without the final dot; empty for "." (null MX, RFC 7505).</param>
internal sealed record MailExchanger(int Preference, string Exchange);
