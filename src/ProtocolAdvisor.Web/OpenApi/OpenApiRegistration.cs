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
            options.SwaggerDoc(Contract.Name, Introduction.Info);
            options.AddServer(Introduction.Server);
            // HEAD goes without saying.
            options.DocInclusionPredicate((_, operation) => operation.HttpMethod != HttpMethods.Head);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.MapType<Secret>(() => new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, WriteOnly = true });
            options.MapType<JsonObject>(() => new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean },
            });
            options.SchemaFilter<SentMembersOnly>();
            options.SchemaFilter<AlwaysWritten>();
            options.SchemaFilter<NullableReferences>();
            options.SchemaFilter<Bounds>();
            options.SchemaFilter<Defaults>();
            options.SchemaFilter<CodeLists>();
            options.SchemaFilter<KnownShapes>();
            options.SchemaFilter<ErrorSentence>();
            options.DocumentFilter<Introduction>();
            options.DocumentFilter<SharedParts>();
            options.DocumentFilter<UsedSchemasOnly>();
            options.ParameterFilter<ClosedParameters>();
            options.OperationFilter<ListForms>();
            options.OperationFilter<Examples>();
            options.OperationFilter<Outcomes>();
            options.OperationFilter<EventSchemas>();
            options.OperationFilter<LanguageHeader>();
            options.OperationFilter<CommonHeaders>();
            options.OperationFilter<EndUserHeader>();
            options.OperationFilter<RetryHeaders>();
            options.OperationFilter<ListParameters>();
            options.OperationFilter<ProblemResponses>();
            options.OperationFilter<ResponseHeaders>();
            options.OperationFilter<Keys>();
            foreach (var assembly in new[] { typeof(Program).Assembly, typeof(Secret).Assembly })
                options.IncludeXmlComments(() => CommentsOf(assembly), includeControllerXmlComments: false);
            Keys.Define(options);
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

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineEnd();
}
