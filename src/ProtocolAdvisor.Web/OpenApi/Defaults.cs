using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Discoveries;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Says what holds where a member is left out.</summary>
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
        foreach (var (place, value) in Known)
            if (place.Owner == context.Type && schema.Properties?[place.Member] is OpenApiSchema member) member.Default = value.DeepClone();
    }
}
