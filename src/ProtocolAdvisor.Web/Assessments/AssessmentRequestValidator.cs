using FluentValidation;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>What an assessment may be asked for.</summary>
internal sealed class AssessmentRequestValidator : AbstractValidator<AssessmentRequest>
{
    /// <summary>States the rules.</summary>
    public AssessmentRequestValidator()
    {
        RuleFor(x => x.Email).IsEmail().Says("email-invalid");
        RuleFor(x => x.Server).NotNull().When(x => x.Email is null && x.Domain is null)
            .Says("server-required");
        RuleFor(x => x.Domain).IsDomain().Says("domain-invalid");
        RuleFor(x => x.Domain).Null().When(x => x.Email is not null)
            .Says("email-and-domain");
        RuleFor(x => x.Server).Null().When(x => x.Domain is not null && x.Email is null)
            .Says("domain-and-server");
        RuleFor(x => x.Credentials).Null().When(x => x.Domain is not null && x.Email is null)
            .Says("domain-has-no-mailbox");
        RuleFor(x => x.Server!).SetValidator(new ServerRequestValidator()).When(x => x.Server is not null);
        RuleFor(x => x.Credentials!).SetValidator(new CredentialsRequestValidator()).When(x => x.Credentials is not null);
        RuleFor(x => x.Credentials!.Username).NotNull().When(x => x.Credentials is not null && x.Email is null && x.Domain is null)
            .Says("username-required");
        RuleFor(x => x.Usage!).SetValidator(new UsageValidator()).When(x => x.Usage is not null);
        RuleFor(x => x.Measurement!.Samples).InclusiveBetween(0, RequestBounds.MostSamples).When(x => x.Measurement is not null)
            .Says("samples-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Measurement!.MaxBytes).InclusiveBetween(0, RequestBounds.MostSampleBytes).When(x => x.Measurement is not null)
            .Says("max-bytes-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.DeadlineMs).InclusiveBetween(RequestBounds.ShortestDeadlineMs, RequestBounds.LongestDeadlineMs)
            .Says("deadline-out-of-range", Rules.NumberBetween);
    }
}
