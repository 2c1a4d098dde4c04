using FluentValidation;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>What can be said of a mailbox's use.</summary>
internal sealed class UsageValidator : AbstractValidator<Usage>
{
    private const int Most = 1_000_000;

    /// <summary>States the rules.</summary>
    public UsageValidator()
    {
        RuleFor(x => x.Devices).InclusiveBetween(1, Most).Says("devices-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.People).InclusiveBetween(1, Most).Says("people-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.NewMessagesPerDay).InclusiveBetween(0, Most)
            .Says("new-messages-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Link!.RoundTripMs).InclusiveBetween(0, 60_000).When(x => x.Link is not null)
            .Says("round-trip-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Link!.DownMbit).InclusiveBetween(0.001, 1_000_000).When(x => x.Link is not null)
            .Says("down-mbit-out-of-range", Rules.NumberBetween);
    }
}
