using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using ProtocolAdvisor.Mail;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Says of kept records what the wire makes of them: members that stay with the run are not there, those that are left out where they are null are never null, those of a flat member stand beside its owner's.</summary>
internal sealed class SentMembersOnly : ISchemaFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members } concrete) return;
        foreach (var property in context.Type.GetProperties())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.WhenWritingNull } && members.TryGetValue(name, out var maybe) && maybe is OpenApiSchema absent)
                absent.Type &= ~JsonSchemaType.Null;
            if (Has<NotSentAttribute>(property) || Has<SentFlatAttribute>(property)) Remove(concrete, name);
            if (Has<SentFlatAttribute>(property))
                foreach (var (part, shape) in Parts(property.PropertyType, context)) members[part] = shape;
        }
    }

    private static bool Has<T>(PropertyInfo property)
        where T : Attribute => property.IsDefined(typeof(T), inherit: true);

    private static void Remove(OpenApiSchema schema, string name)
    {
        schema.Properties!.Remove(name);
        schema.Required?.Remove(name);
    }

    private static IDictionary<string, IOpenApiSchema> Parts(Type type, SchemaFilterContext context)
    {
        context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);
        return context.SchemaRepository.Schemas[type.Name].Properties!;
    }
}
