namespace ProtocolAdvisor.Web.Access;

/// <summary>What a key must open to use an endpoint.</summary>
/// <param name="AnyOf">The scopes, of which one is enough.</param>
internal sealed record ScopeRequirement(IReadOnlyList<Scope> AnyOf)
{
    /// <summary>Whether the key opens it.</summary>
    public bool IsMetBy(ApiKey key) => AnyOf.Any(key.Scopes.Contains);
}

/// <summary>How endpoints state what they need.</summary>
internal static class ScopeRequirements
{
    /// <summary>The endpoint needs a key with one of these scopes, or an anonymous caller on loopback.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, params Scope[] anyOf)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ScopeRequirement(anyOf));
}
