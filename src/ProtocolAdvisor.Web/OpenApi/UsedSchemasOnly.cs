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
        // What only one of them referred to has no use any more when that one is gone.
        while (Unused(swaggerDoc) is { Count: > 0 } unused)
            foreach (var name in unused) swaggerDoc.Components!.Schemas!.Remove(name);
    }

    private static List<string> Unused(OpenApiDocument document)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        var said = text.ToString();
        return [.. document.Components!.Schemas!.Keys.Where(x => !said.Contains($"#/components/schemas/{x}\"", StringComparison.Ordinal))];
    }
}
