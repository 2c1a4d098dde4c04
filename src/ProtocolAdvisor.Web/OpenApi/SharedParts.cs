using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Writes once what many responses refer to: headers, and examples of refusals.</summary>
internal sealed class SharedParts : IDocumentFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var responses = swaggerDoc.Paths.Values.SelectMany(x => x.Operations!.Values).SelectMany(x => x.Responses!.Values).ToList();
        var headers = responses.SelectMany(x => x.Headers?.Values ?? []).OfType<OpenApiHeaderReference>().Select(x => x.Reference.Id!);
        var examples = responses.SelectMany(x => x.Content?.Values ?? []).SelectMany(x => x.Examples?.Values ?? [])
            .OfType<OpenApiExampleReference>().Select(x => x.Reference.Id!);
        swaggerDoc.Components ??= new OpenApiComponents();
        swaggerDoc.Components.Headers = Distinct(headers).ToDictionary(x => x, x => (IOpenApiHeader)ResponseHeaders.Shared(x));
        swaggerDoc.Components.Examples = Distinct(examples).ToDictionary(x => x, x => (IOpenApiExample)ProblemResponses.Shared(x));
    }

    private static IEnumerable<string> Distinct(IEnumerable<string> ids) => ids.Distinct().Order(StringComparer.Ordinal);
}
