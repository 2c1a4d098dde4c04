using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Forecasting;

/// <summary>What the tasks of a mail user will take over each protocol. Pure: the same facts give the same forecast.</summary>
/// <param name="Link">The line that it is reckoned for.</param>
/// <param name="Imap">The IMAP client that it assumes.</param>
/// <param name="Pop3">The POP3 client that it assumes.</param>
/// <param name="Tasks">The six tasks, in the order of <see cref="MailTask"/>.</param>
public sealed record Forecast(LinkModel Link, ClientProfile Imap, ClientProfile Pop3, IReadOnlyList<TaskForecast> Tasks)
{
    private static readonly MailTask[] All = Enum.GetValues<MailTask>();

    /// <summary>One task.</summary>
    public TaskForecast this[MailTask task] => Tasks[(int)task];

    /// <summary>Forecasts; null where nothing can be told: no round-trip time, or no mailbox.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="link">The user's line; what is not told of it is taken from ours.</param>
    /// <param name="newMessagesPerDay">New messages a day; null is taken as ten.</param>
    public static Forecast? For(KnownFacts facts, UserLink? link = null, int? newMessagesPerDay = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (LinkModel.Of(facts, link) is not { } line) return null;
        var (imapMean, pop3Mean) = (facts.Imap is { } someImap ? MailboxShape.Of(someImap).MeanMessage : null, facts.Pop3 is { } somePop3 ? MailboxShape.Of(somePop3).MeanMessage : null);
        var imap = facts.Imap is { Usable: not false } i
            ? new TaskModel(MailProtocol.Imap, ClientProfile.Mbsync, MailboxShape.Of(i), line.To(i, facts.Pop3, link), link, newMessagesPerDay, pop3Mean) : null;
        var pop3 = facts.Pop3 is { Usable: not false } p
            ? new TaskModel(MailProtocol.Pop3, ClientProfile.Mpop, MailboxShape.Of(p), line.To(p, facts.Imap, link), link, newMessagesPerDay, imapMean) : null;
        var tasks = Array.ConvertAll(All, task => TaskForecast.Of(task, imap?.Of(task), pop3?.Of(task), line));
        return Array.Exists(tasks, x => x.Imap is not null) || Array.Exists(tasks, x => x is { Pop3.Ms: > 0 })
            ? new Forecast(line, ClientProfile.Mbsync, ClientProfile.Mpop, tasks) : null;
    }
}

/// <summary>One task over both protocols.</summary>
/// <param name="Kind">The task.</param>
/// <param name="Imap">Over IMAP; null where it cannot be told.</param>
/// <param name="Pop3">Over POP3; null where it cannot be told.</param>
/// <param name="Basis">What the figures rest on.</param>
/// <param name="Spread">How far reality may be off, as a share of the figures: the larger share of the two; null where the figures are assumed.</param>
public sealed record TaskForecast(MailTask Kind, TaskCost? Imap, TaskCost? Pop3, ForecastBasis Basis, double? Spread)
{
    internal static TaskForecast Of(MailTask task, ModelledTask? imap, ModelledTask? pop3, LinkModel line)
    {
        var known = line.Basis != LinkBasis.Assumed && imap is not { Known: false } && pop3 is not { Known: false };
        return new TaskForecast(task, imap?.Cost, pop3?.Cost, known ? ForecastBasis.Modelled : ForecastBasis.Assumed, known ? Larger(imap?.Spread, pop3?.Spread) : null);
    }

    private static double? Larger(double? one, double? other) => one is { } x && other is { } y ? Math.Max(x, y) : one ?? other;
}
