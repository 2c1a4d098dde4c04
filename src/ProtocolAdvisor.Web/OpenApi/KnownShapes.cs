using Microsoft.OpenApi;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Recommendations;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>
/// Says what is in the members that are written freely: what a change changes, and the figures of a plan. A test holds the reports against it.
/// </summary>
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
        if (context.Type == typeof(ChangeReport))
        {
            Patch(members, "change", typeof(Usage), context);
            Patch(members, "facts", typeof(FactsRequest), context);
        }
        else if (context.Type == typeof(PlanStepReport) || context.Type == typeof(MigrationStepReport))
        {
            if (!context.SchemaRepository.Schemas.ContainsKey(Figures)) context.SchemaRepository.AddDefinition(Figures, Figured());
            members["figure"] = new OpenApiSchemaReference(Figures) { Description = members["figure"].Description };
        }
    }

    // Every member of what is patched may be left out, so a patch has its type.
    private static void Patch(IDictionary<string, IOpenApiSchema> members, string name, Type patched, SchemaFilterContext context)
    {
        var whole = context.SchemaGenerator.GenerateSchema(patched, context.SchemaRepository);
        members[name] = new OpenApiSchema { OneOf = [whole, new OpenApiSchema { Type = JsonSchemaType.Null }], Description = members[name].Description };
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
