using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary>The contract as a program reads it that validates what it receives: JSON Schema 2020-12.</summary>
/// <param name="contract">The served document.</param>
internal sealed class ContractSchemas(JsonNode contract)
{
    private static readonly EvaluationOptions Listed = new() { OutputFormat = OutputFormat.List };
    private readonly Dictionary<string, JsonSchema> _schemas = [];

    /// <summary>What is wrong with a document; empty where the schema of that name fits.</summary>
    public IEnumerable<string> Errors(string schema, string document) => Errors(new JsonObject { ["$ref"] = $"#/components/schemas/{schema}" }, document);

    /// <summary>What is wrong with an operation's answer; empty where it is as the contract says.</summary>
    public IEnumerable<string> Errors(string method, string path, int status, string? mediaType, string document) =>
        contract["paths"]![path]?[method]?["responses"]?[$"{status}"]?["content"]?[mediaType ?? ""]?["schema"] is { } schema
            ? Errors(schema, document) : [$"The contract knows no {status} {mediaType} of {method} {path}."];

    /// <summary>The same for a schema that stands in the contract.</summary>
    public IEnumerable<string> Errors(JsonNode schema, string document)
    {
        using var parsed = JsonDocument.Parse(document);
        var result = Of(schema).Evaluate(parsed.RootElement, Listed);
        return result.IsValid ? [] : Told([.. (result.Details ?? []).Where(x => x.Errors is not null)]);
    }

    // Of what may be null one half is always wrong: those complaints come last.
    private static IEnumerable<string> Told(IReadOnlyList<EvaluationResults> wrong) => wrong
        .OrderBy(x => x.EvaluationPath.ToString() is var path && (path.EndsWith("/oneOf/0", StringComparison.Ordinal) || path.EndsWith("/oneOf/1", StringComparison.Ordinal)))
        .SelectMany(x => x.Errors!.Select(error => $"{x.InstanceLocation} {error.Value}"));

    private JsonSchema Of(JsonNode schema)
    {
        var text = schema.ToJsonString();
        if (_schemas.TryGetValue(text, out var known)) return known;
        var whole = new JsonObject { ["$defs"] = contract["components"]!["schemas"]!.DeepClone(), ["allOf"] = new JsonArray(schema.DeepClone()) };
        return _schemas[text] = JsonSchema.FromText(whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal), new BuildOptions { Dialect = Dialect.Draft202012 });
    }
}
