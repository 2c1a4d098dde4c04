using FluentValidation;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Recommendations;

/// <summary>What may be told.</summary>
internal sealed class RecommendationRequestValidator : AbstractValidator<RecommendationRequest>
{
    /// <summary>States the rules.</summary>
    public RecommendationRequestValidator()
    {
        RuleFor(x => x.Usage!).SetValidator(new UsageValidator()).When(x => x.Usage is not null);
        RuleFor(x => x.Facts!.Imap!).SetValidator(new ImapKnowledgeValidator()).When(x => x.Facts?.Imap is not null);
        RuleFor(x => x.Facts!.Pop3!).SetValidator(new Pop3KnowledgeValidator()).When(x => x.Facts?.Pop3 is not null);
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
        RuleFor(x => x.RoundTripMs).InclusiveBetween(0, MostMs).Says("round-trip-out-of-range", "A number from 0 to 60000 is expected.");
        RuleFor(x => x.ThroughputBytesPerSecond).InclusiveBetween(0, 1e12).Says("throughput-out-of-range", "A number from 0 to 1e12 is expected.");
        RuleFor(x => x.Messages).Must(IsAmount).Says("amount-out-of-range", Amount.Expected);
        RuleFor(x => x.Bytes).Must(IsAmount).Says("amount-out-of-range", Amount.Expected);
        RuleFor(x => x.LargestMessageBytes).Must(IsAmount).Says("amount-out-of-range", Amount.Expected);
        RuleFor(x => x.MedianMessageBytes).Must(IsAmount).Says("amount-out-of-range", Amount.Expected);
        RuleFor(x => x.LargeMessageBytes).Must(IsAmount).Says("amount-out-of-range", Amount.Expected);
        RuleFor(x => x.ConnectRoundTrips).InclusiveBetween(0, 1_000).Says("connect-round-trips-out-of-range", "A number from 0 to 1000 is expected.");
        RuleFor(x => x.SignInServerMs).InclusiveBetween(0, MostMs).Says("server-time-out-of-range", "A number from 0 to 60000 is expected.");
        RuleFor(x => x.CommandServerMs).InclusiveBetween(0, MostMs).Says("server-time-out-of-range", "A number from 0 to 60000 is expected.");
        RuleFor(x => x.JitterMs).InclusiveBetween(0, MostMs).Says("jitter-out-of-range", "A number from 0 to 60000 is expected.");
        RuleFor(x => x.DownMbit).InclusiveBetween(0.001, 1_000_000).Says("down-mbit-out-of-range", "A number from 0.001 to 1000000 is expected.");
    }

    /// <summary>Whether it can be a number of messages or bytes.</summary>
    protected static bool IsAmount(long? amount) => amount is null or (>= 0 and <= Amount.Most);
}

/// <summary>Bounds of what is counted: below, sums and products cannot overflow.</summary>
internal static class Amount
{
    /// <summary>A pebibyte.</summary>
    public const long Most = 1L << 50;

    /// <summary>The complaint.</summary>
    public const string Expected = "A number from 0 to 1125899906842624 is expected.";
}

/// <summary>What may be told of IMAP.</summary>
internal sealed class ImapKnowledgeValidator : KnowledgeValidator<ImapKnowledge>
{
    /// <summary>States the rules.</summary>
    public ImapKnowledgeValidator()
    {
        RuleFor(x => x.InboxMessages).Must(IsAmount).Says("amount-out-of-range", Amount.Expected);
        RuleFor(x => x.InboxBytes).Must(IsAmount).Says("amount-out-of-range", Amount.Expected);
        RuleFor(x => x.Folders).InclusiveBetween(0, int.MaxValue).Says("folders-out-of-range", "A number from 0 is expected.");
        RuleFor(x => x.FilledFolders).InclusiveBetween(0, int.MaxValue).Says("folders-out-of-range", "A number from 0 is expected.");
        RuleFor(x => x.GrowthBytesPerMonth).Must(IsAmount).Says("amount-out-of-range", Amount.Expected);
        RuleFor(x => x.Quota).Must(IsQuota).Says("quota-out-of-range", "usedBytes and limitBytes are numbers from 0 to 1125899906842624.");
    }

    private static bool IsQuota(Quota? quota) => quota is null || (IsAmount(quota.UsedBytes) && IsAmount(quota.LimitBytes));
}

/// <summary>What may be told of POP3.</summary>
internal sealed class Pop3KnowledgeValidator : KnowledgeValidator<Pop3Knowledge>
{
    /// <summary>States the rules.</summary>
    public Pop3KnowledgeValidator()
    {
        RuleFor(x => x.ExpireDays).InclusiveBetween(0, 36_500).Says("expire-days-out-of-range", "A number from 0 to 36500 is expected.");
        RuleFor(x => x.LoginDelaySeconds).InclusiveBetween(0, 86_400 * 365)
            .Says("login-delay-out-of-range", "A number from 0 to 31536000 is expected.");
    }
}
