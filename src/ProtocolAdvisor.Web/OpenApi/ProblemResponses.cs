using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;
using ProtocolAdvisor.Words;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Says of every refusal by which codes it comes at this operation, with an example of each, made by what makes the refusals themselves.</summary>
internal sealed class ProblemResponses(IServiceProvider services) : IOperationFilter
{
    private static readonly ProblemWords Words = ProblemWords.In(Language.English);

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        foreach (var codes in metadata.OfType<RefusalCodes>().SelectMany(x => x.Codes).GroupBy(x => ProblemStatuses.All[x]))
        {
            if (operation.Responses?[$"{codes.Key}"] is not OpenApiResponse response
                || response.Content?[ApiProblem.MediaType] is not OpenApiMediaType content) continue;
            response.Description = $"{Words.Title(codes.Key)}: {string.Join(" ", codes.Select(x => $"`{x}`: {Meaning(x)}"))}";
            content.Examples = codes.ToDictionary(x => x, x => Example(x, operation.OperationId!, metadata, context.Document));
        }
    }

    private static string Meaning(string code) => Words.Meaning(code) ?? Words.Detail(ProblemSamples.Of(code))!;

    /// <summary>The example of a code that is the same wherever it occurs.</summary>
    public static OpenApiExample Shared(string code) => Written(ProblemSamples.Of(code));

    private static OpenApiExample Written(Problem problem) =>
        new() { Value = JsonSerializer.SerializeToNode(ApiProblem.In(Language.English, problem), WireJson.Options) };

    private IOpenApiExample Example(string code, string operation, IList<object> metadata, OpenApiDocument document) =>
        Own(code, operation, metadata) is { } own ? Written(own) : new OpenApiExampleReference(code, document);

    private Problem? Own(string code, string operation, IList<object> metadata) => code switch
    {
        ProblemCode.NotAcceptable when metadata.OfType<OfferedTypes>().FirstOrDefault() is { } offered =>
            AcceptGate.Refusal([.. offered.Types]),
        ProblemCode.InvalidRequest when Examples.Text($"{operation}.wrong.json") is { } wrong =>
            JsonBody.Of(Encoding.UTF8.GetBytes(wrong), metadata.OfType<IAcceptsMetadata>().First().RequestType!).Validate(services)!,
        _ => null,
    };
}
