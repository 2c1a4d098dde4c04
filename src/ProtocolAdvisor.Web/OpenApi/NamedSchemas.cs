using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>
/// Schemas with names of their own: what stands in several places becomes one type of a generated client, not one for each place.
/// </summary>
internal static class NamedSchemas
{
    /// <summary>A reference to a schema of this name; the schema is added where there is none of it yet.</summary>
    /// <param name="schemas">The contract's schemas.</param>
    /// <param name="name">The name.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="description">What it is in the place that refers to it.</param>
    public static OpenApiSchemaReference Named(this SchemaRepository schemas, string name, OpenApiSchema schema, string? description)
    {
        if (!schemas.Schemas.ContainsKey(name)) schemas.AddDefinition(name, schema);
        return new(name) { Description = description };
    }
}
