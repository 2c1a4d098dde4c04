using FluentValidation;
using ProtocolAdvisor.Web.Assessments;

namespace ProtocolAdvisor.Web.Recommendations;

/// <summary>What may be answered.</summary>
internal sealed class AnswersRequestValidator : AbstractValidator<AnswersRequest>
{
    /// <summary>States the rule: the answers are those of an assessment.</summary>
    public AnswersRequestValidator() => RuleFor(x => x.Usage!).SetValidator(new UsageValidator()).When(x => x.Usage is not null);
}
