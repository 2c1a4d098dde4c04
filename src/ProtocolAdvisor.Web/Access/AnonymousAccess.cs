using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Access;

/// <summary>
/// Whether callers need no key. Judged once, for the whole service: a single connection's address says nothing, since a proxy on the same machine
/// connects from loopback for the whole world.
/// </summary>
/// <param name="Allowed">Whether they need none.</param>
/// <param name="Hosts">The Host values under which they may call.</param>
internal sealed record AnonymousAccess(bool Allowed, IReadOnlyList<string> Hosts)
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>What was configured; otherwise only where no key is and nobody but this machine reaches the service.</summary>
    public static AnonymousAccess From(IConfiguration configuration, AccessOptions options) => new(
        options.AllowAnonymous ?? (options.Keys.Count == 0 && Listening.OnLoopbackOnly(configuration)),
        [.. Loopback, .. Listening.Hosts(configuration)]);

    /// <summary>
    /// Whether the request names us as it should. A page in a browser on this machine can have its own name resolve to loopback (DNS rebinding) and
    /// then read our answers; its Host header gives it away.
    /// </summary>
    public bool Knows(HostString host) => Hosts.Contains(host.Host, StringComparer.OrdinalIgnoreCase);
}
