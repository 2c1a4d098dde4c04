using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ProtocolAdvisor.Web.Problems;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>
/// Names the member of a problem that is for people: generated clients that throw problems (Kiota) make it the exception's message.
/// </summary>
internal sealed class ErrorSentence : ISchemaFilter
{
    private const string Extension = "x-ms-primary-error-message";

    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.Type == typeof(ApiProblem) && schema.Properties?["detail"] is OpenApiSchema detail)
            (detail.Extensions ??= new Dictionary<string, IOpenApiExtension>())[Extension] = new JsonNodeExtension(JsonValue.Create(true));
    }
}
