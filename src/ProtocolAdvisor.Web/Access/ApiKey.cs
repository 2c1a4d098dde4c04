namespace ProtocolAdvisor.Web.Access;

/// <summary>A key that callers may present; itself it is not known here, only its hash.</summary>
/// <param name="Name">What it is called in logs.</param>
/// <param name="Sha256">SHA-256 of its UTF-8 text.</param>
/// <param name="Scopes">What it opens.</param>
/// <param name="PerMinute">Requests that it may make in a minute; null for no limit.</param>
internal sealed record ApiKey(string Name, ReadOnlyMemory<byte> Sha256, IReadOnlyList<Scope> Scopes, int? PerMinute)
{
    /// <summary>Whether it opens everybody's reports.</summary>
    public bool Administers => Scopes.Contains(Scope.Admin);
}

/// <summary>What a key opens.</summary>
internal enum Scope
{
    /// <summary>Assessments, recommendations, the catalogue.</summary>
    Assess,

    /// <summary>Audits of many domains.</summary>
    Audit,

    /// <summary>Administration.</summary>
    Admin,
}
