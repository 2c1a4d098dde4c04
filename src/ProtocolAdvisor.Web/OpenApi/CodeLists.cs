using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ProtocolAdvisor.Web.Catalogue;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Wire;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Lists the codes that are texts in the code: those of problems and of wrong members, and the states of the process.</summary>
internal sealed class CodeLists : ISchemaFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members }) return;
        if (context.Type == typeof(ApiProblem) || context.Type == typeof(ProblemKindReport))
            Refer(members, "code", context.SchemaRepository, "ProblemCode",
                "Why a request was refused: the stable code of a problem. `GET /v1/problems` says what each means.", [.. ProblemStatuses.All.Keys]);
        else if (context.Type == typeof(WrongMember) || context.Type == typeof(WrongMemberKindReport))
            Refer(members, "code", context.SchemaRepository, "WrongMemberCode",
                "What is wrong with a member of a request. `GET /v1/problems` says what each means.", WrongMemberCodes.All);
        else if (context.Type == typeof(HealthReply))
        {
            Refer(members, "status", context.SchemaRepository, "HealthStatus", "How the process is.", HealthReply.Statuses);
            Refer(members, "resolver", context.SchemaRepository, "ResolverState",
                "Whether the name servers answer.", HealthReply.ResolverStates);
        }
    }

    private static void Refer(
        IDictionary<string, IOpenApiSchema> members, string member, SchemaRepository schemas, string name, string description, IReadOnlyList<string> codes)
    {
        var list = new OpenApiSchema { Type = JsonSchemaType.String, Description = description, Enum = [.. codes.Select(x => (JsonNode)x)] };
        var reference = schemas.Named(name, list, members[member].Description);
        members[member] = members[member].Type?.HasFlag(JsonSchemaType.Null) == true ? NullableReferences.OrNull(reference) : reference;
    }
}
