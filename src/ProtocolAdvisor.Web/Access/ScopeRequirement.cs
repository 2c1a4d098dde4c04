namespace ProtocolAdvisor.Web.Access;

/// <summary>What a key must open to use an endpoint.</summary>
/// <param name="Scope">The scope.</param>
internal sealed record ScopeRequirement(Scope Scope);

/// <summary>How endpoints state what they need.</summary>
internal static class ScopeRequirements
{
    /// <summary>The endpoint needs a key with this scope, or an anonymous caller on loopback.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, Scope scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ScopeRequirement(scope));
}
