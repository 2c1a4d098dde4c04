using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Gives every operation its examples: embedded files named after the operation, <c>request</c> or the status, and what they are.</summary>
internal sealed class Examples : IOperationFilter
{
    private static readonly Assembly Ours = typeof(Examples).Assembly;

    /// <summary>The example of this name; null when there is none.</summary>
    public static string? Text(string name)
    {
        using var stream = Ours.GetManifestResourceStream($"ProtocolAdvisor.Web.OpenApi.Examples.{name}");
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        Give(operation.RequestBody?.Content, $"{operation.OperationId}.request");
        foreach (var (status, response) in operation.Responses ?? []) Give(response.Content, $"{operation.OperationId}.{status}");
    }

    private static void Give(IDictionary<string, IOpenApiMediaType>? content, string name)
    {
        foreach (var (mediaType, shape) in content ?? new Dictionary<string, IOpenApiMediaType>())
            if (shape is OpenApiMediaType concrete) concrete.Example = Example(mediaType, name, concrete.Schema?.Type == JsonSchemaType.String);
    }

    // A file is a text to the contract, also where the text is JSON.
    private static JsonNode? Example(string mediaType, string name, bool isText) => mediaType switch
    {
        "text/plain" => Text($"{name}.txt"),
        "text/csv" => Text($"{name}.csv"),
        "application/jsonl" => Text($"{name}.jsonl"),
        "text/xml" => Text($"{name}.autoconfig.xml"),
        "application/xml" => Text($"{name}.autodiscover.xml"),
        "application/x-apple-aspen-config" => Text($"{name}.mobileconfig"),
        _ => isText ? Text($"{name}.json") : Json(Text($"{name}.json")),
    };

    private static JsonNode? Json(string? text) => text is null ? null : JsonNode.Parse(text);
}
