using Microsoft.OpenApi;
using ProtocolAdvisor.Web.Catalogue;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Lists the codes that are texts in the code: those of problems and of wrong members.</summary>
internal sealed class CodeLists : ISchemaFilter
{
    private const string Member = "code";

    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members }) return;
        if (context.Type == typeof(ApiProblem) || context.Type == typeof(ProblemKindReport))
            Refer(members, context.SchemaRepository, "ProblemCode", "Why a request was refused: the stable code of a problem. `GET /v1/problems` says what each means.", [.. ProblemStatuses.All.Keys]);
        else if (context.Type == typeof(WrongMember) || context.Type == typeof(WrongMemberKindReport))
            Refer(members, context.SchemaRepository, "WrongMemberCode", "What is wrong with a member of a request. `GET /v1/problems` says what each means.", WrongMemberCodes.All);
    }

    private static void Refer(IDictionary<string, IOpenApiSchema> members, SchemaRepository schemas, string name, string description, IReadOnlyList<string> codes)
    {
        var list = new OpenApiSchema { Type = JsonSchemaType.String, Description = description, Enum = [.. codes.Select(x => (System.Text.Json.Nodes.JsonNode)x)] };
        if (!schemas.Schemas.ContainsKey(name)) schemas.AddDefinition(name, list);
        members[Member] = new OpenApiSchemaReference(name) { Description = members[Member].Description };
    }
}
