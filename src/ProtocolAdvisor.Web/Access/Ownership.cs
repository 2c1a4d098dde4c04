using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Access;

/// <summary>
/// Who may remove a report, and finds it in lists: the key that made it, by its name, so that a key that is replaced keeps its reports;
/// and every key that administers. Whoever needs no key
/// removes what was made without one, and where there are no keys at all everything. Whose the reports of versions before are is unknown:
/// with keys, they are left to
/// those that administer.
/// </summary>
internal sealed class Ownership(AccessOptions options)
{
    /// <summary>Whether the caller may remove a report of this owner.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="owner">The name of the key that made it; null for none, empty where that is unknown.</param>
    public bool MayRemove(Caller caller, string? owner) => caller.Key is { } key
        ? key.Administers || key.Name == owner
        : options.Keys.Count == 0 || owner is null;

    /// <summary>Whose reports the caller finds in lists.</summary>
    public HistoryWish SeenBy(Caller caller) => new(caller.Key?.Name, caller.Key?.Administers ?? options.Keys.Count == 0);
}
