using System.Globalization;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>What to do beside choosing, step by step. It is made for a protocol, recommended or only asked for: then the first step says what it costs.</summary>
internal static class Planner
{
    private const int BackupDays = 7;
    private const int LeaveDays = 14;

    // What may be lost of what came since the last backup: about a week of an ordinary mailbox.
    private const double AcceptableBytes = 250_000_000;
    private const double AcceptableMessages = 500;
    private const double DaysPerMonth = 365.25 / 12;

    private static readonly Plan Nothing = new(null, null, null);
    private static readonly Dictionary<string, string> NoFigures = [];

    public static Plan For(MailProtocol? protocol, Situation s) => protocol switch
    {
        MailProtocol.Pop3 => MigrationPlanner.Added(ForPop3(s), MailProtocol.Pop3, s),
        MailProtocol.Imap => MigrationPlanner.Added(ForImap(s), MailProtocol.Imap, s),
        MailProtocol.Submission => throw MailProtocol.Submission.IsNotCompared(),
        null => Nothing,
    };

    private static Plan ForImap(Situation s)
    {
        var archive = s.Outlook is { } outlook ? ArchivePlanner.BesideImap(outlook, s.AsOf) : null;
        return archive is null ? Nothing : new(null, null, archive) { Steps = [.. ArchivePlanner.Steps(archive, PlanCause.Quota)] };
    }

    private static Plan ForPop3(Situation s)
    {
        var (every, backupCause) = BackupEvery(s);
        var (leave, leaveCause) = Leave(s);
        var (archive, archiveCause) = Archive(s, leave);
        return new Plan(new(!s.IsBackedUp, every), leave, archive)
        {
            Steps =
            [
                .. Cost(s),
                Step(s.IsBackedUp ? PlanStepCode.KeepBackup : PlanStepCode.Backup, backupCause, "days", every),
                leave > 0 ? Step(PlanStepCode.LeaveOnServer, leaveCause, "days", leave) : new(PlanStepCode.RemoveFromServer, leaveCause, NoFigures),
                .. s.Pop3.ExpireDays is > 0 and { } days ? [Step(PlanStepCode.FetchInTime, PlanCause.ServerDeletes, "days", days)] : Array.Empty<PlanStep>(),
                .. s.Sorted.IsThere && s.LeftBehind is { Messages: > 0 and { } behind } left
                    ? [Step(PlanStepCode.TakeFoldersAlong, PlanCause.InboxOnly, left.AtLeast ? "atLeastMessages" : "messages", behind)] : Array.Empty<PlanStep>(),
                .. s.IsLargeForSure ? [AllowTime(s)] : Array.Empty<PlanStep>(),
                .. ArchivePlanner.Steps(archive, archiveCause),
            ],
        }.Telling(s.ServerKeepsDays);
    }

    // What POP3 takes away from others: told first, where somebody asks for it all the same.
    private static IEnumerable<PlanStep> Cost(Situation s)
    {
        if (s.Usage.Devices is >= 2 and { } devices) yield return Step(PlanStepCode.HeedTheUse, PlanCause.SeveralDevices, "devices", devices);
        if (s.Usage.People is >= 2 and { } people) yield return Step(PlanStepCode.HeedTheUse, PlanCause.SeveralPeople, "people", people);
        if (s.Usage.Webmail == true) yield return new(PlanStepCode.HeedTheUse, PlanCause.Webmail, NoFigures);
    }

    // Shorter than the server keeps mail, so that each message is in one backup at least while the server still has it; and the sooner, the more mail
    // comes. A day is the shortest that one can ask of people; EXPIRE 0 and 1 get that.
    private static (int Days, PlanCause Cause) BackupEvery(Situation s)
    {
        var byServer = (s.ServerKeepsDays ?? int.MaxValue) - 1;
        var byGrowth = Math.Min(DaysUntil(AcceptableBytes, s.Imap.GrowthBytesPerMonth / DaysPerMonth), DaysUntil(AcceptableMessages, s.Usage.NewMessagesPerDay));
        return (Math.Clamp(Math.Min(byServer, byGrowth), 1, BackupDays),
            byServer >= BackupDays && byGrowth >= BackupDays ? PlanCause.OnlyCopy
            : byServer > byGrowth ? PlanCause.MuchMail
            : s.ServerKeepsDays == 0 ? PlanCause.DeletedWhenFetched : PlanCause.ServerDeletes);
    }

    private static int DaysUntil(double amount, double? perDay) => perDay > 0 ? (int)Math.Min(BackupDays, amount / perDay.Value) : BackupDays;

    // Whether UIDL is there may be unknown. Then the copies stay: a message fetched twice is a nuisance, a lost one is a loss. And where others fetch, too, room is made by archiving:
    // what leaves the server at once is missing for them.
    private static (int Days, PlanCause Cause) Leave(Situation s) =>
        s.Pop3.Uidl == false ? (0, PlanCause.NoUidl)
        : s.ServerKeepsDays == 0 ? (0, PlanCause.DeletedWhenFetched)
        : s is { Outlook.IsPressing: true, OthersFetchToo: false } ? (0, PlanCause.Quota)
        : s.ServerKeepsDays < LeaveDays ? (s.ServerKeepsDays.Value, PlanCause.ServerDeletes)
        : (LeaveDays, s.Usage.Devices >= 2 ? PlanCause.SeveralDevices : s.Usage.People >= 2 ? PlanCause.SeveralPeople : PlanCause.SafetyNet);

    // As long as copies stay, fetching makes no room: what presses must go before.
    private static (ArchivePlan? Archive, PlanCause Cause) Archive(Situation s, int leave) => s.Outlook switch
    {
        null => (null, PlanCause.Quota),
        { IsPressing: true } outlook when leave > 0 => (ArchivePlanner.BesideImap(outlook, s.AsOf), PlanCause.Quota),
        var outlook => (ArchivePlanner.BesidePop3(outlook), PlanCause.FetchingFreesTooLittle),
    };

    private static PlanStep AllowTime(Situation s)
    {
        var figures = new Dictionary<string, string> { ["bytes"] = Text(s.FetchedBytes!.Value) };
        if (s.Forecast?[MailTask.FirstSync].Pop3 is { } first) figures["seconds"] = Text((long)(first.Ms / 1000));
        return new(PlanStepCode.AllowTime, PlanCause.LargeMailbox, figures);
    }

    private static PlanStep Step(PlanStepCode code, PlanCause cause, string figure, long amount) => new(code, cause, new Dictionary<string, string> { [figure] = Text(amount) });

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
