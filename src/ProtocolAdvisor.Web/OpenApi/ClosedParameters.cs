using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Lists what a parameter may be, so that clients and people need not guess.</summary>
internal sealed class ClosedParameters : IParameterFilter
{
    private static readonly Dictionary<string, (string Name, string Description)> Types = new()
    {
        ["format"] = ("SettingsFormat", "A format of settings for mail clients."),
        ["protocol"] = ("MailboxProtocol", "A protocol to read mail with."),
    };

    /// <inheritdoc/>
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (context.ParameterInfo?.GetCustomAttribute<AllowedValuesAttribute>() is not { } allowed || parameter is not OpenApiParameter concrete) return;
        var (name, description) = Types[parameter.Name!];
        var list = new OpenApiSchema { Type = JsonSchemaType.String, Description = description, Enum = [.. allowed.Values.Select(x => (JsonNode)JsonValue.Create((string)x!))] };
        concrete.Schema = context.SchemaRepository.Named(name, list, null);
    }
}
