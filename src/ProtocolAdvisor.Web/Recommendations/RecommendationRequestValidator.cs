using FluentValidation;
using FluentValidation.Results;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Recommendations;

/// <summary>
/// What may be told. The parts are judged by themselves and their complaints named afterwards: inside a parent, every rule that is kept would first write out its path,
/// which is most of the work of validating and of no use to anybody.
/// </summary>
internal sealed class RecommendationRequestValidator : AbstractValidator<RecommendationRequest>
{
    private readonly UsageValidator _usage = new();
    private readonly ImapKnowledgeValidator _imap = new();
    private readonly Pop3KnowledgeValidator _pop3 = new();

    /// <inheritdoc/>
    public override ValidationResult Validate(ValidationContext<RecommendationRequest> context)
    {
        var (usage, facts) = context.InstanceToValidate;
        return new ValidationResult(
            [.. Complaints("Usage", usage, _usage), .. Complaints("Facts.Imap", facts?.Imap, _imap), .. Complaints("Facts.Pop3", facts?.Pop3, _pop3)]);
    }

    private static List<ValidationFailure> Complaints<T>(string path, T? part, AbstractValidator<T> validator)
        where T : class
    {
        if (part is null) return [];
        var complaints = validator.Validate(part).Errors;
        complaints.ForEach(x => x.PropertyName = $"{path}.{x.PropertyName}");
        return complaints;
    }
}

/// <summary>What may be told of either protocol.</summary>
/// <typeparam name="T">The protocol's side.</typeparam>
internal abstract class KnowledgeValidator<T> : AbstractValidator<T>
    where T : ProtocolKnowledge
{
    private const double MostMs = 60_000;

    /// <summary>States the rules.</summary>
    protected KnowledgeValidator()
    {
        RuleFor(x => x.RoundTripMs).InclusiveBetween(0, MostMs).Says("round-trip-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.ThroughputBytesPerSecond).InclusiveBetween(0, 1e12).Says("throughput-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Messages).InclusiveBetween(0, Amount.Most).Says("amount-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Bytes).InclusiveBetween(0, Amount.Most).Says("amount-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.LargestMessageBytes).InclusiveBetween(0, Amount.Most).Says("amount-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.MedianMessageBytes).InclusiveBetween(0, Amount.Most).Says("amount-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.LargeMessageBytes).InclusiveBetween(0, Amount.Most).Says("amount-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.ConnectRoundTrips).InclusiveBetween(0, 1_000).Says("connect-round-trips-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.HeldBackConnecting).InclusiveBetween(0, 1_000).Says("connect-round-trips-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.HeldBackInHandshake).InclusiveBetween(0, 1_000).Says("connect-round-trips-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.ConnectServerMs).InclusiveBetween(0, MostMs).Says("server-time-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Implementation).Length(0, 512).Says("implementation-length", Rules.LengthBetween);
        RuleFor(x => x.SignInServerMs).InclusiveBetween(0, MostMs).Says("server-time-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.CommandServerMs).InclusiveBetween(0, MostMs).Says("server-time-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.JitterMs).InclusiveBetween(0, MostMs).Says("jitter-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.DownMbit).InclusiveBetween(0.001, 1_000_000).Says("down-mbit-out-of-range", Rules.NumberBetween);
    }
}

/// <summary>Bounds of what is counted: below, sums and products cannot overflow.</summary>
internal static class Amount
{
    /// <summary>A pebibyte.</summary>
    public const long Most = 1L << 50;
}

/// <summary>What may be told of IMAP.</summary>
internal sealed class ImapKnowledgeValidator : KnowledgeValidator<ImapKnowledge>
{
    /// <summary>States the rules.</summary>
    public ImapKnowledgeValidator()
    {
        RuleFor(x => x.InboxMessages).InclusiveBetween(0, Amount.Most).Says("amount-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.InboxBytes).InclusiveBetween(0, Amount.Most).Says("amount-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.SortedMessages).InclusiveBetween(0, Amount.Most).Says("amount-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Folders).InclusiveBetween(0, int.MaxValue).Says("folders-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.FilledFolders).InclusiveBetween(0, int.MaxValue).Says("folders-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.GrowthBytesPerMonth).InclusiveBetween(0, Amount.Most).Says("amount-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Deflate).Must(x => x is null or { Ratio: >= 0 and <= 10, Spread: >= 0 and <= 10 }).Says("deflate-out-of-range");
        RuleFor(x => x.Quota).Must(IsQuota).Says("quota-out-of-range");
        RuleFor(x => x.MessageQuota).Must(IsQuota).Says("quota-out-of-range");
    }

    private static bool IsQuota(MessageQuota? quota) => quota is null or { Used: >= 0 and <= Amount.Most, Limit: >= 0 and <= Amount.Most };

    private static bool IsQuota(Quota? quota) => quota is null or { UsedBytes: >= 0 and <= Amount.Most, LimitBytes: >= 0 and <= Amount.Most };
}

/// <summary>What may be told of POP3.</summary>
internal sealed class Pop3KnowledgeValidator : KnowledgeValidator<Pop3Knowledge>
{
    /// <summary>States the rules.</summary>
    public Pop3KnowledgeValidator()
    {
        RuleFor(x => x.ExpireDays).InclusiveBetween(0, 36_500).Says("expire-days-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.LoginDelaySeconds).InclusiveBetween(0, 86_400 * 365)
            .Says("login-delay-out-of-range", Rules.NumberBetween);
    }
}
