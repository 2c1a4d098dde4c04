using FluentValidation;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Discoveries;

/// <summary>What a discovery may be asked for.</summary>
internal sealed class DiscoveryRequestValidator : AbstractValidator<DiscoveryRequest>
{
    /// <summary>States the rules.</summary>
    public DiscoveryRequestValidator()
    {
        RuleFor(x => x.Email).IsEmail().Says("email-invalid");
        RuleFor(x => x.Domain).NotNull().When(x => x.Email is null)
            .Says("domain-required");
        RuleFor(x => x.Domain).Null().When(x => x.Email is not null)
            .Says("email-and-domain");
        RuleFor(x => x.Domain).IsDomain().Says("domain-invalid");
        RuleFor(x => x.DeadlineMs).InclusiveBetween(RequestBounds.ShortestDeadlineMs, RequestBounds.LongestDeadlineMs)
            .Says("deadline-out-of-range", Rules.NumberBetween);
    }
}
