using FluentValidation;
using ProtocolAdvisor.Mail;
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
        RuleFor(x => x.Host).Must(IsHost).When(x => x.Host is not null)
            .Says("host-invalid");
        RuleFor(x => x.Endpoints).Must(x => x!.Count is > 0 and <= RequestBounds.MostEndpoints).When(x => x.Endpoints is not null)
            .Says("endpoints-count");
        RuleForEach(x => x.Endpoints).SetValidator(new EndpointRequestValidator()).When(x => x.Endpoints is { Count: <= RequestBounds.MostEndpoints });
        RuleForEach(x => x.Endpoints)
            .ChildRules(endpoint => endpoint.RuleFor(x => x.Host).NotNull().Says("host-required", "endpoint-host-required"))
            .When(x => x.Host is null && x.Endpoints is { Count: <= RequestBounds.MostEndpoints });
    }

    /// <summary>Whether the text names a host.</summary>
    public static bool IsHost(string? text) => HostName.TryParse(text, null, out _);
}

/// <summary>How an endpoint may be named.</summary>
internal sealed class EndpointRequestValidator : AbstractValidator<EndpointRequest>
{
    /// <summary>States the rules.</summary>
    public EndpointRequestValidator()
    {
        RuleFor(x => x.Protocol).NotNull().Says("protocol-required");
        RuleFor(x => x.Host).Must(ServerRequestValidator.IsHost).When(x => x.Host is not null)
            .Says("host-invalid");
        RuleFor(x => x.Port).NotNull().Says("port-required");
        RuleFor(x => x.Port).InclusiveBetween(1, 65_535).Says("port-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Security).NotNull().Says("security-required");
    }
}
