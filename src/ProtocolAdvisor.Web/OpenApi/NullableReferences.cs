using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Says of members that refer to another schema whether they may be null; the generator leaves that out.</summary>
internal sealed class NullableReferences : ISchemaFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members }) return;
        var nullability = new NullabilityInfoContext();
        foreach (var property in context.Type.GetProperties())
            if (members.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(property.Name), out var member) && member is OpenApiSchemaReference reference
                && nullability.Create(property).ReadState == NullabilityState.Nullable)
                members[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = OrNull(reference);
    }

    /// <summary>The schema that is referred to, or null.</summary>
    public static OpenApiSchema OrNull(OpenApiSchemaReference reference) => new()
    {
        OneOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }],
    };
}
