using Microsoft.AspNetCore.Http.Metadata;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Problems;

/// <summary>What an endpoint may refuse with.</summary>
/// <param name="Codes">Of <see cref="ProblemCode"/>.</param>
internal sealed record RefusalCodes(IReadOnlyList<string> Codes);

/// <summary>How endpoints document what they refuse.</summary>
internal static class Refusals
{
    private static readonly string[] OfGuarded =
        [ProblemCode.InvalidRequest, ProblemCode.KeyRequired, ProblemCode.KeyUnknown, ProblemCode.ScopeMissing, ProblemCode.HostNotAllowed,
            ProblemCode.TooManyRequests, ProblemCode.TooManyWrongKeys];

    private static readonly string[] OfBodies =
        [ProblemCode.BadRequest, ProblemCode.MalformedJson, ProblemCode.InvalidRequest, ProblemCode.RequestTimeout, ProblemCode.BodyTooLarge, ProblemCode.UnsupportedMediaType];

    /// <summary>
    /// The endpoint may answer with these problems of its own, besides those of the gates before it: for a key and unknown query parameters, for its body where it takes one,
    /// for what it can write, and for our own bug.
    /// </summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params string[] codes)
    {
        endpoint.Finally(builder =>
        {
            var all = OfGates(builder).Concat(codes).Append(ProblemCode.InternalError).Distinct().OrderBy(x => ProblemStatuses.All[x]).ToList();
            builder.Metadata.Add(new RefusalCodes(all));
            foreach (var status in all.Select(x => ProblemStatuses.All[x]).Distinct())
                builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ApiProblem), [ApiProblem.MediaType]));
        });
        return endpoint;
    }

    /// <summary>The endpoint itself refuses nobody; what is no HTTP is refused by the server before it, without a body.</summary>
    public static RouteHandlerBuilder RefusesBadHttp(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status400BadRequest);

    private static IEnumerable<string> OfGates(EndpointBuilder builder) =>
        (builder.Metadata.Any(x => x is ScopeRequirement) ? OfGuarded : []).Concat(builder.Metadata.Any(x => x is IAcceptsMetadata) ? OfBodies : [])
            .Concat(builder.Metadata.Any(x => x is OfferedTypes) ? [ProblemCode.NotAcceptable] : []);
}
