using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>
/// What is looked at when an endpoint's own probe is over and its connection closed: the host's other addresses, whether old TLS is still
/// taken, and USER without TLS. During the probe it would disturb servers that allow a client one connection. Everything is asked once,
/// also where several hold this object, or several nodes; what was not answered, a few times.
/// </summary>
/// <param name="probe">What the probe learned.</param>
internal abstract class SecondLook(ProbeResult probe)
{
    /// <summary>What the probe learned.</summary>
    internal ProbeResult Probe => probe;

    /// <summary>How dialling each address went; ready at most two seconds after the first connection.</summary>
    internal abstract Task<IReadOnlyList<AddressResult>> Dialled { get; }

    /// <summary>
    /// Completes when the server, too, has ended the probe's connection, or takes too long to do so; at once where the connection was kept.
    /// </summary>
    internal abstract Task Left { get; }

    /// <summary>Whether the question for old TLS makes sense here: over implicit TLS, beside a handshake that worked.</summary>
    internal bool MayTakeOldTls => Probe is { Endpoint.Security: ConnectionSecurity.ImplicitTls, Tls: not null };

    /// <summary>Whether that is known without asking.</summary>
    internal abstract bool KnowsOldTls { get; }

    /// <summary>Whether the question about USER without TLS makes sense here.</summary>
    internal bool OffersUserInClear => CleartextUserQuestion.FitsTo(Probe);

    /// <summary>Whether TLS 1.1 or older is taken, null where no answer came; and when the server knows that who asked has left.</summary>
    internal abstract Task<(bool? Taken, Task Left)> TakesOldTlsAsync();

    /// <summary>The server's line to USER without TLS; null where none came.</summary>
    internal abstract Task<string?> UserInClearAsync();

    /// <summary>Every address with what it showed.</summary>
    internal abstract Task<IReadOnlyList<AddressResult>> AddressesAsync();

    /// <summary>The same once more, while nothing else of ours is connected to the host.</summary>
    internal abstract Task<IReadOnlyList<AddressResult>> AddressesAloneAsync();
}
