using System.Collections.Concurrent;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>The audits whose results this process cannot write now. It cannot be written either, so it is known here only.</summary>
internal sealed class StorageHolds
{
    private readonly ConcurrentDictionary<string, byte> _held = new(StringComparer.Ordinal);

    /// <summary>Results of this audit cannot be written.</summary>
    public void Add(string auditId) => _held[auditId] = 0;

    /// <summary>They can again.</summary>
    public void Remove(string auditId) => _held.TryRemove(auditId, out _);

    /// <summary>Whether they cannot.</summary>
    public bool Has(string auditId) => _held.ContainsKey(auditId);
}
