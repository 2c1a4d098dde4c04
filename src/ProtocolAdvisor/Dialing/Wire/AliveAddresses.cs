using System.Net;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Wire;

/// <summary>
/// Whether an address answers on a port, asked once for all who want to know at about the same time: twenty names may lead to the same eight addresses, and must not
/// make each of them twenty times as busy.
/// </summary>
/// <param name="look">Dials it and leaves; bounds its own time.</param>
/// <param name="clock">Measures.</param>
internal sealed class AliveAddresses(Func<IPEndPoint, Task<AddressResult>> look, TimeProvider clock) : IDisposable
{
    private const int Most = 10_000;
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(5);

    private readonly BoundedCache<IPEndPoint, AddressResult> _known = new(clock, Most);
    private readonly SharedWork<IPEndPoint, AddressResult> _looks = new(look);

    /// <summary>How dialling it went, now or a moment ago.</summary>
    /// <param name="target">The address.</param>
    /// <param name="token">Ends the waiting only.</param>
    internal async Task<AddressResult> LookAsync(IPEndPoint target, CancellationToken token)
    {
        if (_known.Find(target) is { } known) return known;
        var seen = await _looks.JoinAsync(target, token);
        if (seen.Failure?.Kind is not (FailureKind.TargetBusy or FailureKind.LocalFault)) _known.Keep(target, seen, Keep, size: 1);
        return seen;
    }

    public void Dispose() => _known.Dispose();
}
