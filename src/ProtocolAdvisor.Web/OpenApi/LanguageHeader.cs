using Microsoft.OpenApi;
using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Words;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Says of every operation that speaks to people how its language is chosen.</summary>
internal sealed class LanguageHeader : IOperationFilter
{
    /// <summary>The header.</summary>
    public const string Name = "Accept-Language";

    private static readonly string Spoken = string.Join(", ", Language.All.Select(x => $"{x.Tag} ({x.OwnName})"));

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.Responses?.Values.Any(x => x.Content?.ContainsKey(ApiProblem.MediaType) == true) != true) return;
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = Name,
            In = ParameterLocation.Header,
            Description = $"The language of every sentence that is meant for people: {Spoken}; the first of them where nothing is asked for. "
                + "Codes never change. The answer names its language in Content-Language.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Default = Language.English.Tag },
            Example = "de-AT, en;q=0.8",
        });
    }
}
