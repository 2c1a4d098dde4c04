using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Audits.Telling;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>
/// Says of lists of subjects and of results that are no JSON that they are texts, and what the parameters that go with the former may be.
/// </summary>
internal sealed class ListForms : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.OperationId is not ("CreateAudit" or "ListAuditResults")) return;
        Write(operation.RequestBody?.Content);
        foreach (var response in operation.Responses?.Where(x => x.Key == "200") ?? []) Write(response.Value.Content);
        if (operation.OperationId != "CreateAudit") return;
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            parameter.Schema = parameter.Name switch
            {
                "name" => new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = AuditRequestValidator.LongestName },
                "perHostPerMinute" => new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int32",
                    Minimum = $"{AuditRequestValidator.LeastPerMinute}",
                    Maximum = $"{AuditRequestValidator.MostPerMinute}",
                },
                "repeatEvery" => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = AuditRepeat.Pattern },
                "compareWith" => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = Reports.ReportId.Longest },
                "catalogueFromNetwork" => new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(false) },
                _ => parameter.Schema,
            };
    }

    private static void Write(IDictionary<string, IOpenApiMediaType>? content)
    {
        foreach (var (type, form) in content ?? new Dictionary<string, IOpenApiMediaType>())
            if (type is AuditBody.Text or AuditBody.Table or ResultStream.Lines && form is OpenApiMediaType text)
                text.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
    }
}
