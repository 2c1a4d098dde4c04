using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Lists what a parameter may be, so that clients and people need not guess.</summary>
internal sealed class ClosedParameters : IParameterFilter
{
    // What stands at several operations.
    private static readonly Dictionary<string, (string Name, string Description)> Types = new()
    {
        ["format"] = ("SettingsFormat", "A format of settings for mail clients."),
        ["protocol"] = ("MailboxProtocol", "A protocol to read mail with."),
    };

    /// <inheritdoc/>
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (context.ParameterInfo?.GetCustomAttribute<AllowedValuesAttribute>() is not { } allowed) return;
        if (parameter is not OpenApiParameter { Schema: OpenApiSchema schema } concrete) return;
        schema.Enum = [.. allowed.Values.Select(x => (JsonNode)JsonValue.Create((string)x!))];

        // What is recommended may be neither protocol, and is a list of its own.
        if (!Types.TryGetValue(parameter.Name!, out var type) || allowed.Values.Contains("none")) return;
        schema.Description = type.Description;
        concrete.Schema = context.SchemaRepository.Named(type.Name, schema, null);
    }
}
