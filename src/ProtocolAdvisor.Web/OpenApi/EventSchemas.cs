using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Wire;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>
/// Says of streams what they tell: the schema is that of an event's data, one of several, and <c>x-events</c> has every event's name with the schema of its data. OpenAPI 3.1
/// has no word of its own for events.
/// </summary>
internal sealed class EventSchemas : IOperationFilter
{
    private const string Name = "AssessmentEvent";

    private static readonly string Explained = string.Join(" ", StreamEvents.All.Select(x => $"`{x.Name}`: {x.Meaning}"));

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var response in operation.Responses?.Values.OfType<OpenApiResponse>() ?? [])
        {
            if (response.Content?.TryGetValue(AcceptGate.EventStream, out var content) != true || content is not OpenApiMediaType stream) continue;
            var data = StreamEvents.All.ToDictionary(x => x, x => context.SchemaGenerator.GenerateSchema(x.Data, context.SchemaRepository));
            response.Description = $"Server-sent events, in this order. {Explained}";
            stream.Schema = OneOf([.. data.Values], context.SchemaRepository);
            stream.AddExtension("x-events", new JsonNodeExtension(new JsonObject(data.Select(x => KeyValuePair.Create(x.Key.Name, (JsonNode?)Told(x.Key, x.Value))))));
        }
    }

    private static OpenApiSchemaReference OneOf(List<IOpenApiSchema> data, SchemaRepository schemas) =>
        schemas.AddDefinition(Name, new OpenApiSchema { OneOf = data, Description = "The data of one event; its name says which." });

    private static JsonObject Told(StreamEvent told, IOpenApiSchema data) => new()
    {
        ["description"] = told.Meaning,
        ["schema"] = new JsonObject { ["$ref"] = ((OpenApiSchemaReference)data).Reference.ReferenceV3 },
    };
}
