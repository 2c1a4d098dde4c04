using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Audits.Telling;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;
using ProtocolAdvisor.Words;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>
/// Says of streams what they tell: the schema is that of an event's data, one of several, and <c>x-events</c> has every event's name with
/// the schema of its data. OpenAPI 3.1 has no word of its own for events. That the whole may be read as a file is said beside: else NSwag would
/// read it as one JSON document; the other generators pass over it.
/// </summary>
internal sealed class EventSchemas : IOperationFilter
{
    private const string Audit = "OpenAudit.200.json";
    private const string Report = "RunAssessment.201.json";

    private static string Told(IReadOnlyList<StreamEvent> events) =>
        "Server-sent events: lines `event: NAME` and `data: JSON`, then an empty one; lines that begin with a colon only keep the connection alive. "
        + $"The events, in this order. {string.Join(" ", events.Select(x => $"`{x.Name}`: {x.Meaning}"))}";

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var events = operation.OperationId == "FollowAudit" ? AuditEvents.All : StreamEvents.All;
        foreach (var response in operation.Responses?.Values.OfType<OpenApiResponse>() ?? [])
        {
            if (response.Content?.TryGetValue(AcceptGate.EventStream, out var content) != true || content is not OpenApiMediaType stream) continue;
            var data = events.ToDictionary(x => x, x => context.SchemaGenerator.GenerateSchema(x.Data, context.SchemaRepository));
            response.Description = Told(events);
            stream.Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String | JsonSchemaType.Object,
                Format = "binary",
                AdditionalProperties = new OpenApiSchema(),
                OneOf = [.. data.Values],
                Description = "The stream is a text; the data of each of its events is one of these: its name says which.",
            };
            stream.Examples = events.ToDictionary(
                x => x.Name, x => (IOpenApiExample)new OpenApiExample { Summary = x.Meaning, Value = Example(x) });
            var named = data.Select(x => KeyValuePair.Create(x.Key.Name, (JsonNode?)Entry(x.Key, x.Value)));
            stream.AddExtension("x-events", new JsonNodeExtension(new JsonObject(named)));
        }
    }

    private static JsonObject Entry(StreamEvent told, IOpenApiSchema data) => new()
    {
        ["description"] = told.Meaning,
        ["schema"] = new JsonObject { ["$ref"] = ((OpenApiSchemaReference)data).Reference.ReferenceV3 },
    };

    private static JsonObject Provisional(JsonNode recommendation) => new()
    {
        ["protocol"] = recommendation["protocol"]!.DeepClone(),
        ["headline"] = recommendation["headline"]!.DeepClone(),
        ["endpoint"] = recommendation["endpoint"]!.DeepClone(),
        ["provisional"] = true,
    };

    // What a run like the example of a report would tell.
    private static JsonNode? Example(StreamEvent told)
    {
        var report = JsonNode.Parse(Examples.Text(Report)!)!;
        return told.Data.Name switch
        {
            nameof(SourceReport) => report["discovery"]!["sources"]![0]!.DeepClone(),
            nameof(DiscoveryReport) => report["discovery"]!.DeepClone(),
            nameof(EndpointReport) => report["endpoints"]![0]!.DeepClone(),
            nameof(MailboxReport) =>
                new JsonObject { ["imap"] = report["mailbox"]!["imap"]!.DeepClone(), ["pop3"] = null, ["comparison"] = null },
            nameof(ProvisionalReport) => Provisional(report["recommendation"]!),
            nameof(RecommendationReport) => report["recommendation"]!.DeepClone(),
            nameof(StoredEvent) => new JsonObject { ["location"] = $"/v1/assessments/{report["id"]}" },
            nameof(AssessmentReport) => report,
            nameof(AuditProgressReport) => JsonNode.Parse(Examples.Text(Audit)!)!["progress"]!.DeepClone(),
            nameof(AuditEndReport) => new JsonObject { ["removed"] = false },
            _ => JsonSerializer.SerializeToNode(ApiProblem.In(Language.English, ProblemSamples.Of(ProblemCode.Stopping)), WireJson.Options),
        };
    }
}
