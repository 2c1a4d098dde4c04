using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Lists what a parameter may be, so that clients and people need not guess.</summary>
internal sealed class ClosedParameters : IParameterFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (context.ParameterInfo?.GetCustomAttribute<AllowedValuesAttribute>() is { } allowed && parameter.Schema is OpenApiSchema schema)
            schema.Enum = [.. allowed.Values.Select(x => (JsonNode)JsonValue.Create((string)x!))];
    }
}
