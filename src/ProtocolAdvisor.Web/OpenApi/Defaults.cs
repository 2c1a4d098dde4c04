using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Discoveries;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>
/// Says what holds where a member is left out. It stands in a schema that the member refers to: openapi-typescript takes a member that has
/// a default itself for one that must be there, which is so in answers only.
/// </summary>
internal sealed class Defaults : ISchemaFilter
{
    private static readonly Dictionary<(Type Owner, string Member), JsonNode> Known = new()
    {
        [(typeof(AssessmentRequest), "deadlineMs")] = (int)AssessmentLimits.Default.Deadline.TotalMilliseconds,
        [(typeof(DiscoveryRequest), "deadlineMs")] = (int)DiscoveryEndpoints.UsualDeadline.TotalMilliseconds,
        [(typeof(MeasurementRequest), "samples")] = AssessmentLimits.Default.Samples,
        [(typeof(MeasurementRequest), "maxBytes")] = AssessmentLimits.Default.MaxSampleBytes,
        [(typeof(DiscoverySettings), "sendAddress")] = false,
    };

    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members }) return;
        foreach (var ((owner, name), value) in Known)
            if (owner == context.Type && members[name] is OpenApiSchema member)
                members[name] = Refer(context.SchemaRepository, $"{owner.Name}{char.ToUpperInvariant(name[0])}{name[1..]}", member, value);
    }

    private static OpenApiSchemaReference Refer(SchemaRepository schemas, string name, OpenApiSchema member, JsonNode value)
    {
        member.Default = value.DeepClone();
        return schemas.Named(name, member, member.Description);
    }
}
