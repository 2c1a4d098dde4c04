using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Says of what we answer that every member is there, null or not, so that generated clients need not ask.</summary>
internal sealed class AlwaysWritten : ISchemaFilter
{
    private static readonly string[] Answers = ["Report", "Reply", "RecommendedEndpoint"];

    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is OpenApiSchema { Properties: { } members } concrete && Answers.Any(x => context.Type.Name.EndsWith(x, StringComparison.Ordinal)))
            concrete.Required = new HashSet<string>(members.Keys);
    }
}
