using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>
/// Collects what a server says it can do, up to a bound: every token is kept, stored and shown, and no real server has so many.
/// </summary>
internal sealed class CapabilityCollector
{
    /// <summary>Most tokens or lines kept.</summary>
    internal const int MaxCount = 200;

    /// <summary>Most characters kept, all tokens together.</summary>
    internal const int MaxCharacters = 16 << 10;

    private readonly List<string> _kept = [];
    private int _characters;

    /// <summary>Keeps those of <paramref name="tokens"/> that are within the bound.</summary>
    internal CapabilityCollector Add(IEnumerable<string> tokens)
    {
        foreach (var token in tokens)
        {
            if (_kept.Count == MaxCount) break;
            var text = ServerText.Of(token);
            if (_characters + text.Length > MaxCharacters) break;
            _kept.Add(text);
            _characters += text.Length;
        }

        return this;
    }

    /// <summary>What was kept.</summary>
    internal CapabilitySet ToSet() => new(_kept);
}
