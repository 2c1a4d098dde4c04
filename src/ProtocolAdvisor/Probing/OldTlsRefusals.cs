using System.Net;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>
/// Servers that have refused TLS 1.1 and older lately: whoever has switched it off does not switch it on again within a day, so they are not asked again. A server that took
/// it is asked again each time, because its operator may just have mended that.
/// </summary>
/// <param name="clock">Tells the time.</param>
internal sealed class OldTlsRefusals(TimeProvider clock) : IDisposable
{
    private const int Most = 10_000;
    private static readonly TimeSpan Keep = TimeSpan.FromDays(1);
    private static readonly object Refused = new();

    private readonly BoundedCache<(HostName Host, IPAddress Address), object> _known = new(clock, Most);

    /// <summary>Whether it was refused there.</summary>
    internal bool Has(HostName host, IPAddress address) => _known.Find((host, address)) is not null;

    /// <summary>It was refused there.</summary>
    internal void Note(HostName host, IPAddress address) => _known.Keep((host, address), Refused, Keep, size: 1);

    public void Dispose() => _known.Dispose();
}
