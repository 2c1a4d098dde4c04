using System.Net;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>
/// What is looked at when an endpoint's own probe is over and its connection closed: the host's other addresses, whether old TLS is still
/// taken, and USER without TLS. During the probe it would disturb servers that allow a client one connection. Everything is asked once,
/// also where several hold this object; what was not answered, a few times.
/// </summary>
internal sealed class SecondLook
{
    private readonly SharedQuestion<(bool? Taken, Task Left)> _takesOldTls;
    private readonly Func<bool> _knowsOldTls;
    private readonly SharedQuestion<string?> _userInClear;
    private readonly Lazy<Task<IReadOnlyList<AddressResult>>> _addresses;
    private readonly Lazy<Task<IReadOnlyList<AddressResult>>> _addressesAlone;

    /// <summary>The look behind a probe.</summary>
    /// <param name="probe">What the probe learned.</param>
    /// <param name="dial">Which address it was connected to, and how the others could be reached.</param>
    /// <param name="left">The probe's connection has been given up, and the server knows it.</param>
    /// <param name="addresses">Looks at a further address.</param>
    /// <param name="oldTls">Asks for old TLS.</param>
    /// <param name="user">Asks about USER without TLS.</param>
    internal SecondLook(ProbeResult probe, DialResult dial, Task left, AddressLook addresses, LegacyTlsQuestion oldTls, CleartextUserQuestion user)
    {
        var (address, dialled) = (dial.Address!, dial.Addresses); // not the connection: this may be kept long after it
        (Probe, Dialled, Left) = (probe, dialled, left);
        _knowsOldTls = () => oldTls.Knows(probe.Endpoint, address);
        _takesOldTls = new(() => oldTls.AskAsync(probe, address), x => x.Taken is not null);
        _userInClear = new(AskForUserAsync, x => x is not null);
        _addresses = new(LookAsync);
        _addressesAlone = new(LookAsync);
        async Task<string?> AskForUserAsync()
        {
            await left;
            return await user.AskAsync(probe.Endpoint, address);
        }

        async Task<IReadOnlyList<AddressResult>> LookAsync() =>
            await Task.WhenAll((await dialled).Select(x => IPAddress.Parse(x.Address).Equals(address) ? Task.FromResult(AddressLook.Told(x, probe)) : addresses.AtAsync(probe, x)));
    }

    /// <summary>What the probe learned.</summary>
    internal ProbeResult Probe { get; }

    /// <summary>How dialling each address went; ready at most two seconds after the first connection.</summary>
    internal Task<IReadOnlyList<AddressResult>> Dialled { get; }

    /// <summary>
    /// Completes when the server, too, has ended the probe's connection, or takes too long to do so; at once where the connection was kept.
    /// </summary>
    internal Task Left { get; }

    /// <summary>Whether the question for old TLS makes sense here: over implicit TLS, beside a handshake that worked.</summary>
    internal bool MayTakeOldTls => Probe is { Endpoint.Security: ConnectionSecurity.ImplicitTls, Tls: not null };

    /// <summary>Whether that is known without asking.</summary>
    internal bool KnowsOldTls => _knowsOldTls();

    /// <summary>Whether TLS 1.1 or older is taken, null where no answer came; and when the server knows that who asked has left.</summary>
    internal Task<(bool? Taken, Task Left)> TakesOldTlsAsync() => _takesOldTls.AskAsync();

    /// <summary>Whether the question about USER without TLS makes sense here.</summary>
    internal bool OffersUserInClear => CleartextUserQuestion.FitsTo(Probe);

    /// <summary>The server's line to USER without TLS; null where none came.</summary>
    internal Task<string?> UserInClearAsync() => _userInClear.AskAsync();

    /// <summary>Every address with what it showed.</summary>
    internal Task<IReadOnlyList<AddressResult>> AddressesAsync() => _addresses.Value;

    /// <summary>The same once more, while nothing else of ours is connected to the host.</summary>
    internal Task<IReadOnlyList<AddressResult>> AddressesAloneAsync() => _addressesAlone.Value;
}
