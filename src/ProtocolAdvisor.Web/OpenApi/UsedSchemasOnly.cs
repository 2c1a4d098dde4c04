using System.Globalization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Leaves out the schemas that nothing refers to: those of members that stay with the run, and of flat ones.</summary>
internal sealed class UsedSchemasOnly : IDocumentFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        swaggerDoc.SerializeAsV31(new OpenApiJsonWriter(text));
        var said = text.ToString();
        foreach (var name in swaggerDoc.Components!.Schemas!.Keys.Where(x => !said.Contains($"#/components/schemas/{x}\"", StringComparison.Ordinal)).ToList())
            swaggerDoc.Components.Schemas.Remove(name);
    }
}
