using System.Text;
using Microsoft.OpenApi;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Wire;
using Swashbuckle.AspNetCore.Swagger;

namespace ProtocolAdvisor.Web.OpenApi;

/// <summary>
/// The contract as a document: generated at the first question, then kept, because it cannot change while the process runs and to make it takes long (measured: 124 ms of CPU).
/// </summary>
internal sealed class Contract(ISwaggerProvider generator)
{
    /// <summary>The name under which the generator knows it.</summary>
    public const string Name = "openapi";

    private readonly Lazy<TaggedJson> _document = new(() => Generate(generator));

    /// <summary>Serves it where a key is needed to those who have one: it tells what the service can do.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/openapi.json", GetOrHead.Methods, (HttpContext http, Contract contract) => contract._document.Value.Answer(http))
        .RequireScope(Access.Scope.Assess).ExcludeFromDescription();

    private static TaggedJson Generate(ISwaggerProvider generator)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        generator.GetSwagger(Name).SerializeAsV31(new OpenApiJsonWriter(text));
        return new TaggedJson(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
