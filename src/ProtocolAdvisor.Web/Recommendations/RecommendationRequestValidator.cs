using System.Linq.Expressions;
using FluentValidation;
using FluentValidation.Results;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
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
    private readonly KnowledgeValidator<Pop3Knowledge> _pop3 = new();
    private readonly ServerLineValidator _server = new();
    private readonly ImapMailboxValidator _mailbox = new();
    private readonly Pop3MaildropValidator _maildrop = new();
    private readonly FetchValidator _fetch = new();
    private readonly DeflateValidator _deflate = new();
    private readonly QuotaValidator _quota = new();
    private readonly MessageQuotaValidator _messageQuota = new();
    private readonly FolderSizeValidator _folder = new();
    private readonly EndpointReportValidator _endpoint = new();
    private readonly DiscoveryReportValidator _discovery = new();

    /// <inheritdoc/>
    public override ValidationResult Validate(ValidationContext<RecommendationRequest> context)
    {
        var (usage, facts) = context.InstanceToValidate;
        var (imap, pop3) = (facts?.Imap, facts?.Pop3);
        var complaints = new List<ValidationFailure>();
        Judge("Usage", usage, _usage);
        Judge("Facts.Imap", imap, _imap);
        Judge("Facts.Imap", imap?.Server, _server);
        Judge("Facts.Imap", imap?.Mailbox, _mailbox);
        Judge("Facts.Imap.Quota", imap?.Mailbox.Quota, _quota);
        Judge("Facts.Imap.MessageQuota", imap?.Mailbox.MessageQuota, _messageQuota);
        foreach (var (index, folder) in (imap?.Mailbox.LargestFolders ?? []).Index()) Judge($"Facts.Imap.LargestFolders[{index}]", folder, _folder);
        Judge("Facts.Imap.Fetch", imap?.Mailbox.Fetch, _fetch);
        Judge("Facts.Imap.Fetch.Deflate", imap?.Mailbox.Fetch?.Deflate, _deflate);
        Judge("Facts.Pop3", pop3, _pop3);
        Judge("Facts.Pop3", pop3?.Server, _server);
        Judge("Facts.Pop3", pop3?.Maildrop, _maildrop);
        Judge("Facts.Pop3.Fetch", pop3?.Maildrop.Fetch, _fetch);
        Judge("Facts.Pop3.Fetch.Deflate", pop3?.Maildrop.Fetch?.Deflate, _deflate);
        foreach (var (index, endpoint) in (facts?.Endpoints ?? []).Index()) Judge($"Facts.Endpoints[{index}]", endpoint, _endpoint);
        Judge("Facts.Discovery", facts?.Discovery, _discovery);
        return new ValidationResult(complaints);

        void Judge<T>(string path, T? part, AbstractValidator<T> validator)
            where T : class
        {
            if (part is null || validator.Validate(part) is not { IsValid: false } judged) return;
            judged.Errors.ForEach(x => x.PropertyName = $"{path}.{x.PropertyName}");
            complaints.AddRange(judged.Errors);
        }
    }
}

/// <summary>Bounds of what is told: below, sums and products cannot overflow.</summary>
internal static class Amount
{
    /// <summary>A pebibyte.</summary>
    public const long Most = 1L << 50;

    /// <summary>A minute: no time is longer.</summary>
    public const double MostMs = 60_000;
}

/// <summary>What may be told of either protocol.</summary>
/// <typeparam name="T">The protocol's side.</typeparam>
internal class KnowledgeValidator<T> : AbstractValidator<T>
    where T : ProtocolKnowledge
{
    /// <summary>States the rules.</summary>
    public KnowledgeValidator()
    {
        RuleFor(x => x.ThroughputBytesPerSecond).InclusiveBetween(0, 1e12).Says("throughput-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.CommandServerMs).InclusiveBetween(0, Amount.MostMs).Says("server-time-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.JitterMs).InclusiveBetween(0, Amount.MostMs).Says("jitter-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.DownMbit).InclusiveBetween(0.001, 1_000_000).Says("down-mbit-out-of-range", Rules.NumberBetween);
    }
}

/// <summary>What may be told of IMAP.</summary>
internal sealed class ImapKnowledgeValidator : KnowledgeValidator<ImapKnowledge>
{
    /// <summary>States the rules.</summary>
    public ImapKnowledgeValidator() => RuleFor(x => x.Deflate!).SetValidator(new DeflateValidator()).When(x => x.Deflate is not null);
}

/// <summary>What may be told of sample fetches.</summary>
internal sealed class FetchValidator : AbstractValidator<LatencySummary>
{
    /// <summary>States the rules.</summary>
    public FetchValidator()
    {
        RuleFor(x => x.ServerMs).InclusiveBetween(0, Amount.MostMs).Says("server-time-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.JitterMs).InclusiveBetween(0, Amount.MostMs).Says("jitter-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.DownMbit).InclusiveBetween(0, 1_000_000).Says("down-mbit-out-of-range", Rules.NumberBetween);
    }
}

/// <summary>What may be told of a compression.</summary>
internal sealed class DeflateValidator : AbstractValidator<DeflateRatio>
{
    private const double Most = 10;

    /// <summary>States the rules.</summary>
    public DeflateValidator()
    {
        RuleFor(x => x.Ratio).InclusiveBetween(0, Most).Says("deflate-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Spread).InclusiveBetween(0, Most).Says("deflate-out-of-range", Rules.NumberBetween);
    }
}

/// <summary>What may be told of a server and the line to it.</summary>
internal sealed class ServerLineValidator : AbstractValidator<ServerLine>
{
    /// <summary>States the rules.</summary>
    public ServerLineValidator()
    {
        RuleFor(x => x.RoundTripMs).InclusiveBetween(0, Amount.MostMs).Says("round-trip-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.ConnectRoundTrips).InclusiveBetween(0, 1_000).Says("connect-round-trips-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.HeldBackConnecting).InclusiveBetween(0, 1_000).Says("connect-round-trips-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.HeldBackInHandshake).InclusiveBetween(0, 1_000).Says("connect-round-trips-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.ConnectServerMs).InclusiveBetween(0, Amount.MostMs).Says("server-time-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Implementation).Length(0, 512).Says("implementation-length", Rules.LengthBetween);
        RuleFor(x => x.SignInServerMs).InclusiveBetween(0, Amount.MostMs).Says("server-time-out-of-range", Rules.NumberBetween);
    }
}

/// <summary>What may be told of a mailbox over IMAP.</summary>
internal sealed class ImapMailboxValidator : AbstractValidator<ImapMailbox>
{
    private const int MostLargest = 12;

    /// <summary>States the rules.</summary>
    public ImapMailboxValidator()
    {
        foreach (var amount in new Expression<Func<ImapMailbox, long?>>[]
        {
            x => x.Messages, x => x.Bytes, x => x.InboxMessages, x => x.InboxBytes, x => x.SortedMessages, x => x.LargestMessageBytes, x => x.MedianMessageBytes, x => x.LargeMessageBytes, x => x.GrowthBytesPerMonth,
        })
            RuleFor(amount).InclusiveBetween(0, Amount.Most).Says("amount-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Folders).InclusiveBetween(0, int.MaxValue).Says("folders-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.FilledFolders).InclusiveBetween(0, int.MaxValue).Says("folders-out-of-range", Rules.NumberBetween);
        // As many as a report tells, so that sums of them cannot overflow.
        RuleFor(x => x.LargestFolders).HasCount(0, MostLargest).Says("largest-folders-out-of-range");
    }
}

/// <summary>What may be told of a folder.</summary>
internal sealed class FolderSizeValidator : AbstractValidator<FolderSize>
{
    /// <summary>States the rules.</summary>
    public FolderSizeValidator()
    {
        RuleFor(x => x.Messages).InclusiveBetween(0, Amount.Most).Says("amount-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Bytes).InclusiveBetween(0, Amount.Most).Says("amount-out-of-range", Rules.NumberBetween);
    }
}

/// <summary>What may be told of a limit of bytes.</summary>
internal sealed class QuotaValidator : AbstractValidator<Quota>
{
    /// <summary>States the rules.</summary>
    public QuotaValidator()
    {
        RuleFor(x => x.UsedBytes).InclusiveBetween(0, Amount.Most).Says("quota-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.LimitBytes).InclusiveBetween(0, Amount.Most).Says("quota-out-of-range", Rules.NumberBetween);
    }
}

/// <summary>What may be told of a limit of messages.</summary>
internal sealed class MessageQuotaValidator : AbstractValidator<MessageQuota>
{
    /// <summary>States the rules.</summary>
    public MessageQuotaValidator()
    {
        RuleFor(x => x.Used).InclusiveBetween(0, Amount.Most).Says("quota-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.Limit).InclusiveBetween(0, Amount.Most).Says("quota-out-of-range", Rules.NumberBetween);
    }
}

/// <summary>What may be told of a maildrop over POP3.</summary>
internal sealed class Pop3MaildropValidator : AbstractValidator<Pop3Maildrop>
{
    /// <summary>States the rules.</summary>
    public Pop3MaildropValidator()
    {
        foreach (var amount in new Expression<Func<Pop3Maildrop, long?>>[]
        {
            x => x.Messages, x => x.Bytes, x => x.LargestMessageBytes, x => x.MedianMessageBytes, x => x.LargeMessageBytes,
        })
            RuleFor(amount).InclusiveBetween(0, Amount.Most).Says("amount-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.ExpireDays).InclusiveBetween(0, 36_500).Says("expire-days-out-of-range", Rules.NumberBetween);
        RuleFor(x => x.LoginDelaySeconds).InclusiveBetween(0, 86_400 * 365).Says("login-delay-out-of-range", Rules.NumberBetween);
    }
}
