using FluentValidation;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Audits.Lists;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>What an audit may be asked for. Its subjects are judged one by one when they are read: <see cref="ListCollector"/>.</summary>
internal sealed class AuditRequestValidator : AbstractValidator<AuditRequest>
{
    /// <summary>Characters of an audit's name.</summary>
    public const int LongestName = 200;

    /// <summary>The slowest pace at a mail host: below it a host's six endpoints take longer than any run.</summary>
    public const int LeastPerMinute = 10;

    /// <summary>The fastest.</summary>
    public const int MostPerMinute = 100_000;

    /// <summary>States the rules.</summary>
    public AuditRequestValidator()
    {
        RuleFor(x => x.Subjects).NotNull().Says("subjects-required");
        RuleFor(x => x.Subjects).HasCount(1, AuditList.Most).Says(ListErrors.Empty);
        RuleFor(x => x.Name).SetValidator(new TextShape<AuditRequest>(IsName, LongestName, @"\S")).Says("audit-name-invalid");
        RuleFor(x => x.Usage!).SetValidator(new UsageValidator()).When(x => x.Usage is not null);
        RuleFor(x => x.PerHostPerMinute).InclusiveBetween(LeastPerMinute, MostPerMinute).Says("per-host-per-minute-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.RepeatEvery).SetValidator(new TextShape<AuditRequest>(x => AuditRepeat.TryParse(x, out _), 4, AuditRepeat.Pattern))
            .Says("repeat-every-invalid");
        RuleFor(x => x.CompareWith).SetValidator(new TextShape<AuditRequest>(ReportId.IsPossible, ReportId.Longest, "^[A-Za-z0-9_-]+$"))
            .Says(ListErrors.UnknownAudit);
    }

    private static bool IsName(string text) => text.Length is > 0 and <= LongestName && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl);
}
