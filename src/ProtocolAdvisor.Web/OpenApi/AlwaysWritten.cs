using Microsoft.OpenApi;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Says of what we answer that every member is there, null or not, so that generated clients need not ask; and of what may be told that nothing must be.</summary>
internal sealed class AlwaysWritten : ISchemaFilter
{
    private static readonly string[] Endings = ["Report", "Reply", "RecommendedEndpoint", "StoredEvent"];

    // Measured records are sent as they are.
    private static readonly string?[] Measured =
        [.. new[] { typeof(StepResult), typeof(TranscriptLine), typeof(TlsDetails), typeof(SignInResult), typeof(ImapMailbox), typeof(LinkModel) }.Select(x => x.Namespace)];

    /// <summary>Whether a type is what we answer, and not what is asked of us.</summary>
    public static bool Answers(Type type) => Measured.Contains(type.Namespace) || Endings.Any(x => type.Name.EndsWith(x, StringComparison.Ordinal));

    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members } concrete) return;
        if (Answers(context.Type)) concrete.Required = new HashSet<string>(members.Keys);
        else if (context.Type.IsAssignableTo(typeof(ProtocolKnowledge))) concrete.Required = null;
    }
}
