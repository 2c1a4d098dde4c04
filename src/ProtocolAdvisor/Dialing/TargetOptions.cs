using System.Net;

namespace ProtocolAdvisor.Dialing;

/// <summary>What may be dialled, and how politely (configuration section <c>Targets</c>).</summary>
public sealed record TargetOptions
{
    /// <summary>Networks that may be dialled although they are special-purpose: on-premises servers, tests.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; init; } = [];

    /// <summary>Networks that are refused on top of the special-purpose registries.</summary>
    public IReadOnlyList<IPNetwork> DeniedNetworks { get; init; } = [];

    /// <summary>Inclusive port ranges that may be dialled.</summary>
    public IReadOnlyList<(int First, int Last)> AllowedPorts { get; init; } = [(110, 110), (143, 143), (465, 465), (587, 587), (993, 993), (995, 995)];

    /// <summary>Connections to one mail host at the same time.</summary>
    public int PerHostConcurrency { get; init; } = 8;

    /// <summary>New connections to one mail host in a minute.</summary>
    public int PerHostPerMinute { get; init; } = 120;

    /// <summary>Connections to one address at the same time, whatever names lead to it: a provider's many names are one machine.</summary>
    public int PerAddressConcurrency { get; init; } = 16;

    /// <summary>New connections to one address in a minute.</summary>
    public int PerAddressPerMinute { get; init; } = 600;

    /// <summary>Connections that are dialled at the same time, whoever wants them; those that are open do not count. 1 or more.</summary>
    public int DialsAtOnce { get; init; } = 256;

    /// <summary>Requests to one web server at the same time: it may publish the settings of many domains.</summary>
    public int WebConcurrency { get; init; } = 16;

    /// <summary>New requests to one web server in a minute.</summary>
    public int WebPerMinute { get; init; } = 600;

    /// <summary>Requests to the operator's catalogue at the same time: every search asks it.</summary>
    public int CatalogueConcurrency { get; init; } = 64;

    /// <summary>New requests to the operator's catalogue in a minute.</summary>
    public int CataloguePerMinute { get; init; } = 6_000;

    /// <summary>As many a minute as there may be; none is ever left alone, for it is no target of its own.</summary>
    internal GateLimits Dials => new(DialsAtOnce, 6_000_000) { Waiting = 100_000, SilencesToPause = int.MaxValue };

    internal GateLimits PerHost => new(PerHostConcurrency, PerHostPerMinute);

    internal GateLimits PerAddress => new(PerAddressConcurrency, PerAddressPerMinute);

    internal GateLimits Web => new(WebConcurrency, WebPerMinute);

    internal GateLimits Catalogue => new(CatalogueConcurrency, CataloguePerMinute);

    /// <summary>
    /// An audit's part of a target's limits: half of the connections and three quarters of the rate, so that whoever asks for himself meanwhile finds his turn; less where the
    /// audit wants it. In no minute there are more than that.
    /// </summary>
    /// <param name="whole">The target's limits.</param>
    /// <param name="perMinute">The rate that the audit keeps to; null where it has no wish.</param>
    internal static GateLimits ForAudit(GateLimits whole, int? perMinute)
    {
        var most = Math.Max(1, Math.Min(whole.PerMinute * 3 / 4, perMinute ?? int.MaxValue));
        var burst = Math.Max(1, most / 6);
        return new GateLimits(Math.Max(1, whole.Concurrency / 2), Math.Max(1, most - burst)) { Burst = burst };
    }
}
