namespace ProtocolAdvisor.Web.Storage;

/// <summary>What became of the wish to remove a report.</summary>
internal enum Removal
{
    /// <summary>It is removed.</summary>
    Removed,

    /// <summary>There was none, or it had expired.</summary>
    Unknown,

    /// <summary>It is another's.</summary>
    NotAllowed,
}
