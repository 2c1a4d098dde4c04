using System.Collections.Concurrent;
using System.Globalization;
using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Advice;

/// <summary>The words of a recommendation in one language. Logic picks the codes; this owns every sentence that a person reads.</summary>
public sealed class AdviceWords
{
    private static readonly ConcurrentDictionary<Language, AdviceWords> Known = new();

    private const int MostQuestions = 3;
    private const int Hundred = 100;

    private readonly AdvicePhrases _phrases;
    private readonly Language _language;
    private readonly string _wouldBeImap;
    private readonly string _wouldBePop3;

    private AdviceWords(Language language)
    {
        (_phrases, _language) = (language.Table<AdvicePhrases>(), language);
        (_wouldBeImap, _wouldBePop3) = (WouldBe(MailProtocol.Imap), WouldBe(MailProtocol.Pop3));
    }

    /// <summary>The words of a language.</summary>
    public static AdviceWords In(Language language) => Known.GetOrAdd(language, static x => new(x));

    /// <summary>How to make the backup, in the clients and systems that most people have; one instruction each.</summary>
    public IReadOnlyList<string> BackupHow => _phrases.BackupHow;

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
            MailProtocol.Submission => throw MailProtocol.Submission.IsNotCompared(),
            null => _phrases.WouldBeNone,
        };
        var condition = change.Mended is { } mended ? Fill(_phrases.IfItWorked, "protocol", mended.Name()) : _phrases.Changes[$"{Evidence.Written(change.Answer)}={change.Value}"];
        return $"{condition} {outcome}";
    }

    /// <summary>How sure an answer is, in a few words.</summary>
    public string Confidence(AdviceConfidence confidence) => _phrases.Confidence[confidence];

    /// <summary>What would make it surer; null where nothing would.</summary>
    public string? Surer(Recommendation recommendation)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        if (recommendation.Protocol is not { } protocol || recommendation.OpenPoints.Count == 0) return null;
        var questions = recommendation.OpenPoints.Where(IsQuestion).Take(MostQuestions).Select(x => _phrases.OpenPoints[x]).ToList();
        var deeds = recommendation.OpenPoints.Where(x => !IsQuestion(x)).Take(1).Select(x => Fill(_phrases.OpenPoints[x], "protocol", (x == OpenPoint.OtherSignIn ? protocol.Other() : protocol).Name()));
        return string.Join(' ', (questions.Count > 0 ? [Fill(_phrases.IfWeKnew, "questions", Joined(questions))] : Array.Empty<string>()).Concat(deeds));
    }

    /// <summary>A step of the plan: what to do.</summary>
    public string Text(PlanStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Template.Fill(_phrases.Steps[step.Code], place => Spoken(step, place), _language);
    }

    /// <summary>A step of the plan: why; the shortest of the sentences where a step before it has told that.</summary>
    public string Cause(PlanStep step, bool isTold = false)
    {
        ArgumentNullException.ThrowIfNull(step);
        var sentences = _phrases.Causes[step.Cause];
        return Template.Fill(isTold ? [sentences[^1]] : sentences, place => Spoken(step, place), _language);
    }

    /// <summary>What heads the way to a protocol from the other one.</summary>
    public string WayTo(MailProtocol protocol) => _phrases.MigrationTo[protocol];

    /// <summary>A step of the way from the other protocol: what to do, and why, where there is a reason of its own.</summary>
    public string Text(MigrationStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var deed = Template.Fill(_phrases.Migration[step.Code], place => Exact(step, place), _language);
        return step.Cause is { } cause ? $"{deed} {Template.Fill(_phrases.Causes[cause], place => Exact(step, place), _language)}" : deed;
    }

    /// <summary>What lies in the folders of one use.</summary>
    public string Text(FolderShare share)
    {
        ArgumentNullException.ThrowIfNull(share);
        var name = Fill(_phrases.Folders[share.Role], "folders", Invariant(share.Folders));
        return Template.Fill(
            _phrases.FolderShare,
            place => place switch
            {
                "folder" => name,
                "messages" => Invariant(share.Messages),
                _ => share.Bytes is { } bytes ? Invariant(bytes) : null,
            },
            _language);
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
        var values = new Dictionary<string, string>();
        if (archive.BytesToFree is { } bytes) values["bytes"] = Rounded(bytes);
        if (archive.MessagesToFree is { } messages) values["messages"] = Rounded(messages);
        if (archive.Before is { } before) values["date"] = before.ToString("O", CultureInfo.InvariantCulture);
        return Template.Fill(_phrases.Archive, values, _language);
    }

    private static bool IsQuestion(OpenPoint point) => point < OpenPoint.Servers;

    private static string? ValueIn(Reason reason, string place) => (place, Favoured(reason)) switch
    {
        ("favoured", { } favoured) => favoured.Name(),
        ("other", { } favoured) => favoured.Other().Name(),
        _ => reason.Evidence.FirstOrDefault(x => x.StartsWith(place, StringComparison.Ordinal) && x[place.Length] == '=')?[(place.Length + 1)..],
    };

    // What is not known of the recommended protocol begins with what is known of the other; what befell its sign-in, with itself.
    private static MailProtocol? Favoured(Reason reason) => reason.Code switch
    {
        ReasonCode.EndpointUnknown or ReasonCode.SignInUnproven => NamedFirst(reason).Other(),
        ReasonCode.SignInRefused or ReasonCode.SignInUnanswered => NamedFirst(reason),
        _ => reason.Favours,
    };

    private static MailProtocol NamedFirst(Reason reason) => reason.Evidence[0].StartsWith("pop3.", StringComparison.Ordinal) ? MailProtocol.Pop3 : MailProtocol.Imap;

    private string WouldBe(MailProtocol protocol) => Fill(_phrases.WouldBe, "protocol", protocol.Name());

    private string Joined(List<string> clauses) => clauses.Count == 1 ? clauses[0] : $"{string.Join(", ", clauses.SkipLast(1))} {_phrases.And} {clauses[^1]}";

    private string Fill(IReadOnlyList<string> oneAndMany, int days) => Fill(oneAndMany[days == 1 ? 0 : 1], "days", days.ToString(CultureInfo.InvariantCulture));

    private string Fill(string sentence, string place, string value) => Template.Fill([sentence], x => x == place ? value : null, _language);

    // What is to be archived, and how long a download takes, is told as people speak; what stays behind, as everywhere else; and of one day nobody says the number.
    private static string? Spoken(PlanStep step, string place) => (place, step.Figures.GetValueOrDefault(place)) switch
    {
        ("days", "1") => null,
        ("messages" or "atLeastMessages", var behind) when step.Code == PlanStepCode.TakeFoldersAlong => behind,
        ("bytes" or "messages", { } amount) when long.Parse(amount, CultureInfo.InvariantCulture) is >= Hundred and var many => Rounded(many),
        var (_, figure) => figure,
    };

    // Counts are told as they are: they are to be compared.
    private static string? Exact(MigrationStep step, string place) =>
        step.Figures.GetValueOrDefault(place) is var figure && (place, figure) == ("days", "1") ? null : figure;

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);

    // Two digits are what anybody remembers.
    private static string Rounded(long amount)
    {
        decimal unit = 1;
        while (amount / unit >= Hundred) unit *= 10;
        return ((long)(Math.Round(amount / unit, MidpointRounding.AwayFromZero) * unit)).ToString(CultureInfo.InvariantCulture);
    }
}
