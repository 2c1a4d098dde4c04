using FluentValidation;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>How a server may be named.</summary>
internal sealed class ServerRequestValidator : AbstractValidator<ServerRequest>
{
    /// <summary>States the rules.</summary>
    public ServerRequestValidator()
    {
        RuleFor(x => x.Host).NotNull().When(x => x.Endpoints is null or { Count: 0 })
            .Says("host-required");
        RuleFor(x => x.Host).IsHost().Says("host-invalid");
        RuleFor(x => x.Endpoints).HasCount(1, RequestBounds.MostEndpoints).Says("endpoints-count");
        RuleForEach(x => x.Endpoints).SetValidator(new EndpointRequestValidator()).When(x => x.Endpoints is { Count: <= RequestBounds.MostEndpoints });
        RuleForEach(x => x.Endpoints)
            .ChildRules(endpoint => endpoint.RuleFor(x => x.Host).NotNull().Says("host-required", "endpoint-host-required"))
            .When(x => x.Host is null && x.Endpoints is { Count: <= RequestBounds.MostEndpoints });
    }
}

/// <summary>How an endpoint may be named.</summary>
internal sealed class EndpointRequestValidator : AbstractValidator<EndpointRequest>
{
    /// <summary>States the rules.</summary>
    public EndpointRequestValidator()
    {
        RuleFor(x => x.Protocol).NotNull().Says("protocol-required");
        RuleFor(x => x.Host).IsHost().Says("host-invalid");
        RuleFor(x => x.Port).NotNull().Says("port-required");
        RuleFor(x => x.Port).InclusiveBetween(1, 65_535).Says("port-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Security).NotNull().Says("security-required");
    }
}
