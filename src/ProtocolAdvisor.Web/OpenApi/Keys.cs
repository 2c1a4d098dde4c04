using Microsoft.OpenApi;
using ProtocolAdvisor.Web.Access;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>Says which operations want a key, and how it is presented.</summary>
internal sealed class Keys : IOperationFilter
{
    private const string Header = "apiKey";
    private const string Bearer = "bearer";
    private const string When = "Needed unless the service listens on loopback only, or its operator lets everybody in.";

    /// <summary>Says how.</summary>
    public static void Define(SwaggerGenOptions options)
    {
        options.AddSecurityDefinition(
            Header, new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key", Description = When });
        options.AddSecurityDefinition(
            Bearer, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = $"The same key. {When}" });
    }

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var guarded = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ScopeRequirement>().Any();
        operation.Security = guarded ? [By(Header, context.Document), By(Bearer, context.Document), []] : [];
    }

    private static OpenApiSecurityRequirement By(string scheme, OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
}
