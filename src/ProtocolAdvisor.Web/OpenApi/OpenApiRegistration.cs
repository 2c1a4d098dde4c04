namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>The contract, generated from the code.</summary>
internal static class OpenApiRegistration
{
    /// <summary>Registers the generator.</summary>
    public static void AddContract(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen();
    }

    /// <summary>Serves the contract and its page.</summary>
    public static void UseContract(this WebApplication app)
    {
        app.UseSwagger(options => options.RouteTemplate = "{documentName}.json");
        app.UseSwaggerUI(options => options.SwaggerEndpoint("/openapi.json", "ProtocolAdvisor"));
    }
}
