using Microsoft.OpenApi;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Web.Assessments.Listing;
using ProtocolAdvisor.Web.Assessments.Retries;
using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Audits.Telling;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Says how a request is named so that making it again does nothing twice.</summary>
internal sealed class RetryHeaders : IOperationFilter
{
    private const string Audit = "CreateAudit";
    private static readonly string[] Runs = ["RunAssessment", "StreamAssessment", Audit];

    private const string OfRuns =
        "A name of the caller's own for this request, such as a UUID. The same request under the same name within 24 hours "
        + "is not run again, so nobody is signed in twice: it is answered with the report as it is stored, in the language asked for, and "
        + "`Idempotency-Replayed: true`. While the first still runs, the next waits for it. Another request under the name is "
        + "refused (422, `idempotency-key-reused`). That only its password or token is another is noticed by the process that ran the first, "
        + "as long as it runs: no trace of a secret is stored. While the database cannot be read, a new name is run, and one whose report is "
        + "there already is refused (503, `storage-unavailable`). A run that was refused, cancelled or broken off leaves the name free, and so "
        + "does removing its report.";

    private const string OfAudits =
        "A name of the caller's own for this request, such as a UUID. The same list under the same name within 24 hours is not audited again: it "
        + "is answered with the audit that there is, and `Idempotency-Replayed: true`. Another request under the name is refused (422, "
        + "`idempotency-key-reused`). A request that was refused leaves the name free, and so does removing its audit.";

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!Runs.Contains(operation.OperationId)) return;
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = IdempotencyKey.Header,
            In = ParameterLocation.Header,
            Description = operation.OperationId == Audit ? OfAudits : OfRuns,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = IdempotencyKey.Longest },
            Example = "5b1e9d9e-3c3f-4d5a-9f0e-6a9b0a4f5c11",
        });
    }
}

/// <summary>Says what the parameters of the list are: they are read as texts, so that each wrong one can be named.</summary>
internal sealed class ListParameters : IOperationFilter
{
    // Without a page's size, tables and lines are whole.
    private static readonly Dictionary<string, (int Most, int? Usual)> Limits = new()
    {
        ["ListAssessments"] = (ListQuery.MostLimit, ListQuery.UsualLimit),
        ["ListAudits"] = (ListQuery.MostLimit, ListQuery.UsualLimit),
        ["CompareAudits"] = (ResultQuery.MostLimit, ResultQuery.UsualLimit),
        ["ListAuditResults"] = (ResultQuery.MostLimit, null),
    };

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (Limits.GetValueOrDefault(operation.OperationId ?? "") is not { Most: > 0 } limits) return;
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            parameter.Schema = parameter.Name switch
            {
                "limit" => new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int32",
                    Minimum = "1",
                    Maximum = $"{limits.Most}",
                    Default = limits.Usual,
                },
                "domain" or "host" => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 255 },
                "state" when operation.OperationId != "ListAssessments" => context.SchemaGenerator.GenerateSchema(typeof(AuditedState), context.SchemaRepository),
                "finding" => context.SchemaGenerator.GenerateSchema(typeof(FindingCode), context.SchemaRepository),
                "since" => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = Reports.ReportId.Longest },
                "cursor" => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
                _ => parameter.Schema,
            };
    }
}
