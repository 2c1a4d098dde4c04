using System.Text.Json;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Running;

/// <summary>What the node to which a mail host belongs answers.</summary>
internal sealed record NodeReply
{
    /// <summary>What the probe learned; null where a further look was asked for.</summary>
    public ProbeResult? Probe { get; init; }

    /// <summary>Milliseconds since the probe's end.</summary>
    public double AgeMs { get; init; }

    /// <summary>Milliseconds for which it is still kept; 0 where it is not.</summary>
    public double LeftMs { get; init; }

    /// <summary>Whether something may be looked at behind it.</summary>
    public bool HasLater { get; init; }

    /// <summary>The addresses, where these were asked for; null where nothing was learned.</summary>
    public IReadOnlyList<AddressResult>? Addresses { get; init; }

    /// <summary>Whether old TLS is taken; null where it was not asked for, or no answer came.</summary>
    public bool? OldTls { get; init; }

    /// <summary>The line in answer to USER; null where it was not asked for, or no answer came.</summary>
    public string? UserInClear { get; init; }

    /// <summary>
    /// The reply to an order. The probe is made, unless it is kept here; so a look may be had of a node that has just taken the host over,
    /// too.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="here">The probes of this node.</param>
    /// <param name="deadline">The time for it.</param>
    internal static async Task<NodeReply> ToAsync(NodeOrder order, ProbesInFlight here, Deadline deadline)
    {
        var probed = await here.JoinToTellAsync(order.Endpoint, order.Again, deadline, order.Since);
        if (order.Look is null) return Of(probed);
        if (probed.Later is not { } later) return new NodeReply();
        switch (order.Look)
        {
            case FurtherLook.OldTls:
                var (taken, left) = await later.TakesOldTlsAsync();
                await left;
                return new NodeReply { OldTls = taken };
            case FurtherLook.UserInClear: return new NodeReply { UserInClear = await later.UserInClearAsync() };
            case FurtherLook.Addresses: return new NodeReply { Addresses = await later.AddressesAsync() };
            case FurtherLook.AddressesAlone: return new NodeReply { Addresses = await later.AddressesAloneAsync() };
            default:
                await later.Left;
                return new NodeReply { Addresses = await later.Dialled };
        }
    }

    /// <summary>As one line of JSON.</summary>
    internal string ToJson() => JsonSerializer.Serialize(this, NodeJson.Options);

    /// <summary>And back.</summary>
    /// <exception cref="JsonException">It cannot be read.</exception>
    internal static NodeReply Parse(string json) =>
        JsonSerializer.Deserialize<NodeReply>(json, NodeJson.Options) ?? throw new JsonException();

    private static NodeReply Of(Probed probed) => new()
    {
        Probe = probed.Result,
        AgeMs = probed.Kept?.Age.TotalMilliseconds ?? 0,
        LeftMs = ProbeKeep.IsWorthKeeping(probed.Result.Failure) ? probed.Kept?.Left.TotalMilliseconds ?? 0 : 0,
        HasLater = probed.Later is not null,
    };
}
