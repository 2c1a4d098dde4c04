namespace ProtocolAdvisor.Web.Storage;

/// <summary>
/// A key that cookies are sealed with, where the database is the nodes' only common place. It signs nobody in by itself: what is sealed in a
/// cookie is the hash of a key of the configuration, which the database does not hold.
/// </summary>
internal sealed class SealingKey
{
    /// <summary>What the framework calls it: unique, and never changed.</summary>
    public required string Name { get; init; }

    /// <summary>The key as XML, in the framework's form.</summary>
    public required string Xml { get; init; }
}
