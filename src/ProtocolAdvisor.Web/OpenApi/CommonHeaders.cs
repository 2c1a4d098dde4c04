using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ProtocolAdvisor.Web.Telemetry;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Says which headers requests may bring that mean the same at every operation.</summary>
internal sealed class CommonHeaders : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.Parameters ??= [];
        if (operation.Responses?.ContainsKey("304") == true)
            operation.Parameters.Add(Header(
                "If-None-Match", "The ETag of what the caller has already: where that is still so, the answer is 304.", "\"9f1c2b7e4a6d8053\""));
        operation.Parameters.Add(Header(
            RequestIds.Header, $"A name for the request, of {RequestIds.Longest} characters at most: it is in the answer, in the log and on the trace. "
                + "Without one, or with another, the service makes one.",
            "4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    private static OpenApiParameter Header(string name, string description, JsonNode example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example,
    };
}
