using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Rule 5: the way from the protocol that is set up now agrees with the answer, the plan and the mailbox.</summary>
internal static class MigrationRules
{
    private static readonly (PlanStepCode Standing, MigrationStepCode OnTheWay)[] ToldOnce =
    [
        (PlanStepCode.Backup, MigrationStepCode.Backup), (PlanStepCode.KeepBackup, MigrationStepCode.KeepBackup),
        (PlanStepCode.LeaveOnServer, MigrationStepCode.LeaveOnServer), (PlanStepCode.RemoveFromServer, MigrationStepCode.RemoveFromServer),
        (PlanStepCode.TakeFoldersAlong, MigrationStepCode.BringAlong), (PlanStepCode.Archive, MigrationStepCode.MakeRoom), (PlanStepCode.ArchiveMessages, MigrationStepCode.MakeRoom),
    ];

    /// <summary>Whether a move is told exactly where one has to be made.</summary>
    /// <param name="today">What is set up now.</param>
    /// <param name="report">The report.</param>
    public static IEnumerable<Complaint> Asked(AccountToday? today, AssessmentReport report)
    {
        var has = report.Recommendation.Plan.Migration.Count > 0;
        var must = (today, report.Recommendation.Protocol) is (AccountToday.Pop3, RecommendedProtocol.Imap) or (AccountToday.Imap, RecommendedProtocol.Pop3);
        if (has != must) yield return Wrong($"set up is {today}, advised {report.Recommendation.Protocol}, and a move is {(has ? "told" : "not told")}");
    }

    public static IEnumerable<Complaint> Of(AssessmentReport report)
    {
        var (plan, protocol) = (report.Recommendation.Plan, report.Recommendation.Protocol);
        foreach (var complaint in ThingsTwice(plan)) yield return complaint;
        var backups = plan.Steps.Count(x => x.Code is PlanStepCode.Backup or PlanStepCode.KeepBackup) + plan.Migration.Count(x => x.Code is MigrationStepCode.Backup or MigrationStepCode.KeepBackup);
        if (backups != (plan.Backup is null ? 0 : 1)) yield return Wrong($"a backup is told {backups} times");
        if (plan.Migration.Count == 0) yield break;
        var leaves = plan.Migration.Any(x => x.Code == (protocol == RecommendedProtocol.Imap ? MigrationStepCode.RemovePop3 : MigrationStepCode.RemoveImap));
        if (!leaves || plan.Migration.DistinctBy(x => x.Text).Count() != plan.Migration.Count) yield return Wrong("the move leads elsewhere, or says a thing twice");
        if (Figure(plan, MigrationStepCode.LeaveOnServer, "days") is { } days && days != plan.LeaveOnServer?.Days) yield return Wrong($"{days} days on the server are not those of the plan");
        foreach (var complaint in Mailbox(report, plan)) yield return complaint;
        var isLetIn = report.Endpoints.Any(x => $"{x.Protocol}" == $"{protocol}" && x.Usable && x.SignIn.Outcome == SignInOutcome.Accepted && x.Steps.All(step => step.Failure is null));
        if (isLetIn && plan.Migration[0].Code == MigrationStepCode.WaitForSignIn) yield return Wrong("it waits for a sign-in that works");
    }

    /// <summary>Whether the settings' text tells the report's way, and tells nothing of it beside.</summary>
    public static IEnumerable<Complaint> Of(AssessmentReport report, Language language)
    {
        if (report.Settings is not { } settings) return [];
        var said = PlainTextWriter.Blocks(settings, language).SelectMany(x => x.Lines).Select(x => x.ToString()).ToList();
        return report.Recommendation.Plan.Migration.Index().Where(x => said.Count(line => line == $"{x.Index + 1}. {x.Item.Text}") != 1)
            .Select(x => Wrong($"the settings' text does not tell step {x.Index + 1}, {x.Item.Code}"));
    }

    private static IEnumerable<Complaint> ThingsTwice(PlanReport plan) =>
        from pair in ToldOnce
        where plan.Steps.Any(x => x.Code == pair.Standing) && plan.Migration.Any(x => x.Code == pair.OnTheWay)
        select Wrong($"{pair.Standing} is told in the plan and on the way");

    // What the steps count is what the mailbox's own figures say; without a mailbox nothing is counted.
    private static IEnumerable<Complaint> Mailbox(AssessmentReport report, PlanReport plan)
    {
        var (imap, pop3) = (report.Mailbox?.Imap, report.Mailbox?.Pop3);
        (MigrationStepCode Code, string Name, long? Told)[] expected =
        [
            (MigrationStepCode.SeeWhatStays, "messages", imap?.Messages - imap?.InboxMessages), (MigrationStepCode.SeeWhatStays, "bytes", imap?.Bytes - imap?.InboxBytes),
            (MigrationStepCode.SeeLocalSize, "messages", pop3?.Messages ?? imap?.InboxMessages), (MigrationStepCode.SeeLocalSize, "bytes", pop3?.Bytes ?? imap?.InboxBytes),
            (MigrationStepCode.CheckFetched, "messages", pop3?.Messages ?? imap?.InboxMessages), (MigrationStepCode.CheckRoom, "limitBytes", imap?.Quota?.LimitBytes),
        ];
        return from figure in expected
               let told = Figure(plan, figure.Code, figure.Name)
               where told is not null && told != figure.Told
               select Wrong($"{figure.Code} counts {told} {figure.Name}, the mailbox {figure.Told}");
    }

    private static long? Figure(PlanReport plan, MigrationStepCode code, string name) =>
        plan.Migration.FirstOrDefault(x => x.Code == code)?.Figure[name] is { } value ? (long)value : null;

    private static Complaint Wrong(string what) => new(CoherenceRule.MoveAgreesWithThePlan, what);
}
