using FluentValidation;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>What can be said of a mailbox's use.</summary>
internal sealed class UsageValidator : AbstractValidator<Usage>
{
    /// <summary>States the rules.</summary>
    public UsageValidator()
    {
        RuleFor(x => x.Devices).InclusiveBetween(1, RequestBounds.MostCounted).Says("devices-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.People).InclusiveBetween(1, RequestBounds.MostCounted).Says("people-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.NewMessagesPerDay).InclusiveBetween(0, RequestBounds.MostCounted)
            .Says("new-messages-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Link!.RoundTripMs).InclusiveBetween(0, RequestBounds.LongestRoundTripMs).When(x => x.Link is not null)
            .Says("round-trip-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Link!.DownMbit).InclusiveBetween(RequestBounds.NarrowestMbit, RequestBounds.WidestMbit).When(x => x.Link is not null)
            .Says("down-mbit-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Link!.UpMbit).InclusiveBetween(RequestBounds.NarrowestMbit, RequestBounds.WidestMbit).When(x => x.Link is not null)
            .Says("up-mbit-out-of-range", Rules.NumberBetween);
    }
}
