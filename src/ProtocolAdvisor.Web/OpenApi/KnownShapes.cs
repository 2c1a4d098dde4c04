using Microsoft.OpenApi;
using ProtocolAdvisor.Reports;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Says what is in the members that are written freely: the figures of a plan. A test holds the reports against it.</summary>
internal sealed class KnownShapes : ISchemaFilter
{
    private const string Figures = "PlanFigures";

    private static readonly string[] Counts =
    [
        "days", "keptDays", "devices", "people", "messages", "bytes", "folders",
        "atLeastMessages", "atLeastBytes", "roomBytes", "limitBytes", "roomMessages", "limitMessages",
    ];

    private static readonly string[] Measures = ["seconds", "secondsPerGigabyte", "upMbit"];

    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members }) return;
        if (context.Type == typeof(PlanStepReport) || context.Type == typeof(MigrationStepReport))
        {
            if (!context.SchemaRepository.Schemas.ContainsKey(Figures)) context.SchemaRepository.AddDefinition(Figures, Figured());
            members["figure"] = new OpenApiSchemaReference(Figures) { Description = members["figure"].Description };
        }
    }

    private static OpenApiSchema Figured()
    {
        var counts = Counts.Select(x => (Name: x, Type: new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" }));
        var measures = Measures.Select(x => (Name: x, Type: new OpenApiSchema { Type = JsonSchemaType.Number, Format = "double" }));
        return new()
        {
            Type = JsonSchemaType.Object,
            Description = "The figures of a plan's step, by name; only what is known is there.",
            Properties = counts.Concat(measures).Append((Name: "date", Type: new OpenApiSchema { Type = JsonSchemaType.String }))
                .ToDictionary(x => x.Name, x => (IOpenApiSchema)x.Type),
            AdditionalPropertiesAllowed = false,
        };
    }
}
