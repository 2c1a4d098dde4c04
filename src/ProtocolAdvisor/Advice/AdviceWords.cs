using System.Globalization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Advice;

/// <summary>The words of a recommendation in one language. Logic picks the codes; this owns every sentence that a person reads.</summary>
public sealed class AdviceWords
{
    private static readonly AdviceWords English = new(EnglishAdvice.Phrases, Language.English);
    private static readonly AdviceWords German = new(GermanAdvice.Phrases, Language.German);

    private readonly AdvicePhrases _phrases;
    private readonly Language _language;
    private readonly string _wouldBeImap;
    private readonly string _wouldBePop3;

    private AdviceWords(AdvicePhrases phrases, Language language)
    {
        (_phrases, _language) = (phrases, language);
        (_wouldBeImap, _wouldBePop3) = (WouldBe(MailProtocol.Imap), WouldBe(MailProtocol.Pop3));
    }

    /// <summary>The words of a language.</summary>
    public static AdviceWords In(Language language) => language == Language.German ? German : English;

    /// <summary>How to make the backup, in the clients and systems that most people have; one instruction each.</summary>
    public IReadOnlyList<string> BackupHow => _phrases.BackupHow;

    /// <summary>The answer in one line.</summary>
    /// <param name="recommendation">The answer.</param>
    /// <param name="firstThingToFix">What to fix before anything else: in an answer of none where the findings tell more than the reasons do; in another where nothing works before it.</param>
    public string Headline(Recommendation recommendation, string? firstThingToFix = null)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        if (recommendation.Protocol is not null && firstThingToFix is not null) return $"{_phrases.FirstFixLead} {firstThingToFix} {Headline(recommendation)}";
        return recommendation.Protocol switch
        {
            MailProtocol.Imap => _phrases.ImapHeadline,
            MailProtocol.Pop3 => recommendation.Plan.Backup is { Needed: false } ? _phrases.Pop3HeadlineBackedUp : _phrases.Pop3Headline,
            null => $"{_phrases.NoneHeadline} {_phrases.FirstFixLead} {firstThingToFix ?? FirstFix(recommendation)}",
        };
    }

    /// <summary>Why, with the measured values.</summary>
    public string Text(Reason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return Template.Fill(_phrases.Reasons[reason.Code], place => ValueIn(reason, place), _language);
    }

    /// <summary>What would change the answer, and into what.</summary>
    public string Text(ChangeOfMind change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var outcome = change.Protocol switch
        {
            MailProtocol.Imap => _wouldBeImap,
            MailProtocol.Pop3 => _wouldBePop3,
            null => _phrases.WouldBeNone,
        };
        return $"{_phrases.Changes[$"{change.Change}={change.Value}"]} {outcome}";
    }

    /// <summary>Whether to begin a backup or keep it up, and how often.</summary>
    public string Text(BackupPlan backup)
    {
        ArgumentNullException.ThrowIfNull(backup);
        return Fill(backup.Needed ? _phrases.BackupNeeded : _phrases.BackupKeepUp, backup.EveryDays);
    }

    /// <summary>How long to leave fetched messages on the server.</summary>
    public string LeaveOnServer(int days) => days == 0 ? _phrases.LeaveNothing : Fill(_phrases.LeaveDays, days);

    /// <summary>How much to archive, and by when.</summary>
    public string Text(ArchivePlan archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var values = new Dictionary<string, string> { ["megabytes"] = Megabytes(archive.BytesToFree) };
        if (archive.Before is { } before) values["date"] = before.ToString("O", CultureInfo.InvariantCulture);
        return Template.Fill(_phrases.Archive, values, _language);
    }

    private static string? ValueIn(Reason reason, string place) => (place, reason.Favours) switch
    {
        ("favoured", { } favoured) => favoured.Name(),
        ("other", { } favoured) => favoured.Other().Name(),
        _ => reason.Evidence.FirstOrDefault(x => x.StartsWith(place, StringComparison.Ordinal) && x[place.Length] == '=')?[(place.Length + 1)..],
    };

    private string WouldBe(MailProtocol protocol) => Template.Fill(_phrases.WouldBe, new Dictionary<string, string> { ["protocol"] = protocol.Name() }, _language);

    private string FirstFix(Recommendation none)
    {
        var againstImap = none.Reasons.First(x => x.Favours != MailProtocol.Imap);
        return againstImap is { Code: ReasonCode.NoUsableEndpoint, Favours: MailProtocol.Pop3 } ? _phrases.FirstFixImap : _phrases.FirstFix[againstImap.Code];
    }

    private string Fill(IReadOnlyList<string> oneAndMany, int days) =>
        Template.Fill(oneAndMany[days == 1 ? 0 : 1], new Dictionary<string, string> { ["days"] = days.ToString(CultureInfo.InvariantCulture) }, _language);

    // Rounded up: less than asked for would not be enough.
    private static string Megabytes(long bytes) => Math.Ceiling(bytes / 1_000_000m).ToString("0", CultureInfo.InvariantCulture);
}
