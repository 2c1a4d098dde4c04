using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Running;

/// <summary>
/// The look behind a probe that another node has made: it looks, once for all nodes. Where it died meanwhile, the one that takes the host
/// over probes anew before it looks. What it cannot tell is not known.
/// </summary>
internal sealed class SecondLookElsewhere : SecondLook
{
    // A look needs no more than a probe, and has to wait for its turn as well.
    private static readonly TimeSpan Limit = 2 * EndpointProbe.ConversationLimit;

    private readonly SharedQuestion<NodeReply?> _dialled;
    private readonly SharedQuestion<NodeReply?> _oldTls;
    private readonly SharedQuestion<NodeReply?> _userInClear;
    private readonly SharedQuestion<NodeReply?> _addresses;
    private readonly SharedQuestion<NodeReply?> _addressesAlone;

    /// <summary>The look behind a probe.</summary>
    /// <param name="probe">What the probe learned.</param>
    /// <param name="order">The order that led to it.</param>
    /// <param name="ask">Asks the node to which the host belongs; null where none can be asked now.</param>
    internal SecondLookElsewhere(ProbeResult probe, NodeOrder order, Func<NodeOrder, CancellationToken, Task<NodeReply?>> ask)
        : base(probe)
    {
        _dialled = About(FurtherLook.Dialled, x => x.Addresses is not null);
        _oldTls = About(FurtherLook.OldTls, x => x.OldTls is not null);
        _userInClear = About(FurtherLook.UserInClear, x => x.UserInClear is not null);
        _addresses = About(FurtherLook.Addresses, x => x.Addresses is not null);
        _addressesAlone = About(FurtherLook.AddressesAlone, x => x.Addresses is not null);

        // Whoever leaves does not end it for the others.
        SharedQuestion<NodeReply?> About(FurtherLook look, Func<NodeReply, bool> isAnswer) => new(
            () => ask(order with { Look = look, LeftMs = Limit.TotalMilliseconds }, CancellationToken.None), x => x is not null && isAnswer(x));
    }

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<AddressResult>> Dialled => AddressesAsync(_dialled);

    /// <inheritdoc/>
    internal override Task Left => _dialled.AskAsync();

    /// <inheritdoc/>
    internal override bool KnowsOldTls => false;

    /// <inheritdoc/>
    internal override async Task<(bool? Taken, Task Left)> TakesOldTlsAsync() => ((await _oldTls.AskAsync())?.OldTls, Task.CompletedTask);

    /// <inheritdoc/>
    internal override async Task<string?> UserInClearAsync() => (await _userInClear.AskAsync())?.UserInClear;

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<AddressResult>> AddressesAsync() => AddressesAsync(_addresses);

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<AddressResult>> AddressesAloneAsync() => AddressesAsync(_addressesAlone);

    private async Task<IReadOnlyList<AddressResult>> AddressesAsync(SharedQuestion<NodeReply?> question) =>
        (await question.AskAsync())?.Addresses ?? (question == _dialled ? Probe.Addresses : await Dialled);
}
