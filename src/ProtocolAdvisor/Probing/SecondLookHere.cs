using System.Net;
using ProtocolAdvisor.Dialing.Wire;

namespace ProtocolAdvisor.Probing;

/// <summary>The look behind a probe that this process has made.</summary>
internal sealed class SecondLookHere : SecondLook
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
    internal SecondLookHere(ProbeResult probe, DialResult dial, Task left, AddressLook addresses, LegacyTlsQuestion oldTls, CleartextUserQuestion user)
        : base(probe)
    {
        var (address, dialled) = (dial.Address!, dial.Addresses); // not the connection: this may be kept long after it
        (Dialled, Left) = (dialled, left);
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

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<AddressResult>> Dialled { get; }

    /// <inheritdoc/>
    internal override Task Left { get; }

    /// <inheritdoc/>
    internal override bool KnowsOldTls => _knowsOldTls();

    /// <inheritdoc/>
    internal override Task<(bool? Taken, Task Left)> TakesOldTlsAsync() => _takesOldTls.AskAsync();

    /// <inheritdoc/>
    internal override Task<string?> UserInClearAsync() => _userInClear.AskAsync();

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<AddressResult>> AddressesAsync() => _addresses.Value;

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<AddressResult>> AddressesAloneAsync() => _addressesAlone.Value;
}
