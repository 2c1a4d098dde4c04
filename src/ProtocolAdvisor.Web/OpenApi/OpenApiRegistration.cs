using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.OpenApi;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>The contract, generated from the code.</summary>
internal static partial class OpenApiRegistration
{
    /// <summary>Registers the generator.</summary>
    public static void AddContract(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSingleton<Contract>();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Contract.Name, new OpenApiInfo { Title = "ProtocolAdvisor", Version = "v1", Description = "Finds a user's mail servers, measures them over POP3 and IMAP, and recommends which to use, with reasons." });
            // HEAD goes without saying.
            options.DocInclusionPredicate((_, operation) => operation.HttpMethod != HttpMethods.Head);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.MapType<Secret>(() => new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "password", WriteOnly = true });
            options.MapType<JsonObject>(() => new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean },
            });
            options.SchemaFilter<SentMembersOnly>();
            options.SchemaFilter<AlwaysWritten>();
            options.SchemaFilter<NullableReferences>();
            options.DocumentFilter<UsedSchemasOnly>();
            options.ParameterFilter<ClosedParameters>();
            options.OperationFilter<EventSchemas>();
            options.OperationFilter<Examples>();
            options.OperationFilter<LanguageHeader>();
            options.OperationFilter<EndUserHeader>();
            options.OperationFilter<RetryHeaders>();
            options.OperationFilter<RateLimitHeaders>();
            options.OperationFilter<ListParameters>();
            foreach (var assembly in new[] { typeof(Program).Assembly, typeof(Secret).Assembly })
                options.IncludeXmlComments(() => CommentsOf(assembly), includeControllerXmlComments: false);
            AddKeys(options);
        });
    }

    /// <summary>Serves the contract and its page.</summary>
    public static void UseContract(this WebApplication app)
    {
        Contract.Map(app);
        app.UseSwaggerUI(options => options.SwaggerEndpoint("/openapi.json", "ProtocolAdvisor"));
    }

    // Where a line of a comment ends in the source is nothing to the contract's readers.
    private static XPathDocument CommentsOf(Assembly assembly)
    {
        var comments = XDocument.Load(Path.ChangeExtension(assembly.Location, "xml"));
        foreach (var text in comments.DescendantNodes().OfType<XText>()) text.Value = LineEnd().Replace(text.Value, " ");
        using var reader = comments.CreateReader();
        return new XPathDocument(reader);
    }

    private static void AddKeys(Swashbuckle.AspNetCore.SwaggerGen.SwaggerGenOptions options)
    {
        const string name = "apiKey";
        options.AddSecurityDefinition(name, new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key", Description = "Needed unless the service listens on loopback only; Authorization: Bearer works as well." });
        options.AddSecurityRequirement(document => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(name, document)] = [] });
    }

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineEnd();
}
