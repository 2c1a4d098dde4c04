using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Running;

/// <summary>Candidates that are still being looked at, protocol by protocol.</summary>
/// <param name="toCome">The protocol of each.</param>
internal sealed class Countdown(IEnumerable<MailProtocol> toCome)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<MailProtocol, int> _left = toCome.CountBy(x => x).ToDictionary();

    /// <summary>Another one is done: whether it was the protocol's last. Those that take mail in are not counted, and never the last.</summary>
    internal bool IsLast(MailProtocol protocol)
    {
        lock (_lock) return _left.ContainsKey(protocol) && --_left[protocol] == 0;
    }
}
