using Microsoft.OpenApi;
using ProtocolAdvisor.Web.Access;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Says where passwords are given how the holder of a key keeps its users apart.</summary>
internal sealed class EndUserHeader : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.OperationId is not ("RunAssessment" or "StreamAssessment")) return;
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = Caller.EndUserHeader,
            In = ParameterLocation.Header,
            Description = "For whom the holder of a key asks, in any words of up to 200 characters that are the same for the same person. Failed sign-ins are counted for each, so that one user's wrong passwords lock out nobody else; they are kept as a keyed hash only. Without it they are counted by the address that calls.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = Caller.LongestEndUser },
            Example = "customer-4711",
        });
    }
}
