using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice;

/// <summary>
/// What the rules look at: the use, what is known of both protocols, and what follows from it, derived here once. A side of which nothing is known has only unknown members.
/// </summary>
internal sealed record Situation(Usage Usage, ImapKnowledge ImapSide, Pop3Knowledge Pop3Side, MailProtocol? Preferred, DateTimeOffset? AsOf, Forecast? Forecast)
{
    private const long LargeBytes = 10_000_000_000;
    private const int LongDelaySeconds = 300;

    private readonly bool? _isLarge;
    private readonly bool? _opensLargeSlowly;
    private readonly bool? _quotaSpeaksForPop3;

    /// <summary>The mailbox as IMAP shows it.</summary>
    public ImapMailbox Imap => ImapSide.Mailbox;

    /// <summary>The maildrop as POP3 shows it.</summary>
    public Pop3Maildrop Pop3 => Pop3Side.Maildrop;

    /// <summary>How full the mailbox is; null where no quota is known, or none that limits.</summary>
    public QuotaOutlook? Outlook { get; } = QuotaOutlook.Of(ImapSide.Mailbox, Pop3Side.Maildrop);

    /// <summary>What looking for mail takes; null where that is not known.</summary>
    public DailyChecks? Checks { get; init; } = DailyChecks.Of(Forecast, ImapSide, Pop3Side);

    /// <summary>Whether a large message opens much later over IMAP than from the device; as the forecast says, unless it is presumed.</summary>
    public bool OpensLargeSlowly
    {
        get => _opensLargeSlowly ?? LargeMessagesRule.Applies(Forecast);
        init => _opensLargeSlowly = value;
    }

    /// <summary>Whether what one device fetches must stay on the server for a while, for other devices or people to fetch it, too.</summary>
    public bool OthersFetchToo => Usage is { Devices: >= 2 } or { People: >= 2 };

    /// <summary>Whether the mailbox is nearly full, and fetching would relieve it; as the quota says, unless it is presumed.</summary>
    public bool QuotaSpeaksForPop3
    {
        get => _quotaSpeaksForPop3 ?? (!OthersFetchToo && Outlook is { IsPressing: true, FetchingRelieves: true });
        init => _quotaSpeaksForPop3 = value;
    }

    /// <summary>What POP3 would not show.</summary>
    public LeftBehind LeftBehind => LeftBehind.Of(Imap, Pop3);

    /// <summary>Mail in folders of the user's own.</summary>
    public SortedMail Sorted => SortedMail.Of(Usage.ServerFolders, Imap);

    /// <summary>Whether the server may delete what is fetched: EXPIRE 0 (RFC 2449 §6.7), in whichever member it was told.</summary>
    public bool? ExpiresOnRetrieval => Pop3.DeletesAtOnce;

    /// <summary>Days for which the server keeps what was not fetched or not deleted, 0 where it may delete at once; null where it does not say.</summary>
    public int? ServerKeepsDays => ExpiresOnRetrieval == true ? 0 : Pop3.ExpireDays;

    /// <summary>Whether there is a regular backup, as far as we have heard.</summary>
    public bool IsBackedUp => Usage.Backup == Backup.Regular;

    /// <summary>Whether speed matters most.</summary>
    public bool WantsSpeed => Usage.Priority == Priority.Speed;

    /// <summary>Whether POP3's daily work takes longer, so that it is felt. Measurement overrules folklore.</summary>
    public bool Pop3IsSlower => Checks is { Pop3IsSlower: true };

    /// <summary>Whether the server makes POP3 clients wait 5 minutes or longer between sign-ins (LOGIN-DELAY, RFC 2449 §6.5).</summary>
    public bool Pop3MakesWait => Pop3.LoginDelaySeconds >= LongDelaySeconds;

    /// <summary>Bytes that POP3 would bring to the device: what it shows, else the Inbox, else all that is known. Other folders stay on the server, however large they are.</summary>
    public long? FetchedBytes => Pop3.Bytes ?? Imap.InboxBytes ?? Imap.Bytes;

    /// <summary>Whether POP3 would fetch so much that the device that holds it alone is a risk, and the first download a matter of hours; as the sizes say, unless it is presumed.</summary>
    public bool IsLarge
    {
        get => _isLarge ?? FetchedBytes > LargeBytes;
        init => _isLarge = value;
    }

    /// <summary>Whether that is known: the whole mailbox says only that it may be so.</summary>
    public bool IsLargeForSure => IsLarge && (Pop3.Bytes ?? Imap.InboxBytes) is not null;

    /// <summary>One device, one person, no webmail. The one device must have been stated; people and webmail must not have been stated otherwise.</summary>
    public bool IsOnePlace => Usage is { Devices: 1, People: null or < 2, Webmail: null or false };

    /// <summary>Whether IMAP is seen to work for the account, while POP3's server gave no answer to the sign-in.</summary>
    public bool OnlyImapIsProven => IsSignedIn(MailProtocol.Imap) && Pop3Side.SignIn == SignInOutcome.Unanswered;

    /// <summary>
    /// Whether nothing that was measured makes one place too little: POP3 must not be the slower one, nor one device alone hold a large mailbox, nor the sign-in hang over POP3 alone.
    /// </summary>
    public bool OnePlaceMayDo => !(IsLarge && !IsBackedUp) && !Pop3IsSlower && !Pop3MakesWait && !OnlyImapIsProven;

    public static Situation Of(Usage usage, KnownFacts facts, Forecast? forecast) => new(usage, facts.Imap ?? new(), facts.Pop3 ?? new(), facts.Preferred, facts.AsOf, forecast);

    /// <summary>Whether a protocol can be used, and how its server is.</summary>
    public ProtocolKnowledge this[MailProtocol protocol] => protocol switch
    {
        MailProtocol.Imap => ImapSide,
        MailProtocol.Pop3 => Pop3Side,
        MailProtocol.Submission => throw protocol.IsNotCompared(),
    };

    /// <summary>Whether the server let the user in over this protocol.</summary>
    public bool IsSignedIn(MailProtocol protocol) => this[protocol].SignIn == SignInOutcome.Accepted;

    /// <summary>
    /// Whether the server refused the sign-in over this protocol. One that let the user in, and then refused the mailbox behind it in words about the account, counts among its refusals;
    /// what is told of it is the mailbox.
    /// </summary>
    public bool IsRefused(MailProtocol protocol) => this[protocol] is { SignIn: SignInOutcome.Rejected, MailboxOpens: not false };

    /// <summary>Whether nobody could find out whether this protocol can be used.</summary>
    public bool IsUnknown(MailProtocol protocol) => this[protocol].Usable is null && !IsSignedIn(protocol);

    /// <summary>Whether this protocol cannot be used, be it the server's doing or the account's.</summary>
    public bool IsBroken(MailProtocol protocol) => this[protocol] is { Usable: false } or { SignIn: SignInOutcome.Rejected } or { MailboxOpens: false };

    /// <summary>The same situation with one protocol mended: what could not be used is then in the forecast, too.</summary>
    public Situation WithWorking(MailProtocol protocol)
    {
        var (imap, pop3) = protocol switch
        {
            MailProtocol.Imap => (ImapSide with { Usable = true, SignIn = null, MailboxOpens = null }, Pop3Side),
            MailProtocol.Pop3 => (ImapSide, Pop3Side with { Usable = true, SignIn = null, MailboxOpens = null }),
            MailProtocol.Submission => throw protocol.IsNotCompared(),
        };
        return new(Usage, imap, pop3, Preferred, AsOf, Forecast.For(new KnownFacts { Imap = imap, Pop3 = pop3 }, Usage.Link, Usage.NewMessagesPerDay));
    }

    /// <summary>What looking for mail would take if so many messages came a day.</summary>
    public DailyChecks? ChecksWith(int newMessagesPerDay) => ChecksWith(Usage.Link, newMessagesPerDay);

    /// <summary>The same over another line.</summary>
    public DailyChecks? ChecksOver(UserLink link) => ChecksWith(link, Usage.NewMessagesPerDay);

    private DailyChecks? ChecksWith(UserLink? link, int? newMessagesPerDay) =>
        DailyChecks.Of(Forecast.For(new KnownFacts { Imap = ImapSide, Pop3 = Pop3Side }, link, newMessagesPerDay), ImapSide, Pop3Side);
}
