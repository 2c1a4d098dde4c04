using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>What to do beside choosing a protocol.</summary>
/// <param name="Backup">For POP3: the backup it needs; null otherwise.</param>
/// <param name="LeaveOnServer">For POP3: how long to leave mail on the server; null otherwise.</param>
/// <param name="Archive">Whether mail must leave the server to make room.</param>
/// <param name="Steps">What is to be done, in the order in which it is to be done; but for what is done on the way there.</param>
/// <param name="Migration">Where the other protocol is set up now (<c>usage.today</c>): the way from there, in the order in which it is to
/// be gone; else empty.</param>
public sealed record PlanReport(
    BackupReport? Backup,
    LeaveOnServerReport? LeaveOnServer,
    ArchiveReport Archive,
    IReadOnlyList<PlanStepReport> Steps,
    IReadOnlyList<MigrationStepReport> Migration)
{
    /// <summary>The shown form.</summary>
    internal static PlanReport From(Plan plan, Language language)
    {
        var words = AdviceWords.In(language);
        return new(
            plan.Backup is { } backup ? BackupReport.From(backup, words) : null,
            plan.LeaveOnServerDays is { } days ? new(days, words.LeaveOnServer(days)) : null,
            ArchiveReport.From(plan.Archive, words),
            PlanStepReport.From(plan.Steps, words),
            [.. plan.Migration.Select(x => MigrationStepReport.From(x, language))]);
    }
}

/// <summary>One step of the plan.</summary>
/// <param name="Code">What to do.</param>
/// <param name="Text">The same in a sentence.</param>
/// <param name="Figure">Its figures, by name: <c>days</c>, <c>bytes</c>, <c>messages</c>, <c>devices</c>, <c>people</c>, <c>seconds</c>,
/// <c>date</c>, <c>keptDays</c> (how long the server keeps mail); empty where there are none.</param>
/// <param name="Cause">Why.</param>
/// <param name="Reason">The same in a sentence.</param>
public sealed record PlanStepReport(PlanStepCode Code, string Text, JsonObject Figure, PlanCause Cause, string Reason)
{
    /// <summary>The shown form; a step is shorter where one before it has told the reason.</summary>
    internal static IReadOnlyList<PlanStepReport> From(IReadOnlyList<PlanStep> steps, AdviceWords words)
    {
        var shown = new PlanStepReport[steps.Count];
        for (var at = 0; at < shown.Length; at++)
        {
            var step = steps[at];
            shown[at] = new(step.Code, words.Text(step), Shown(step.Figures), step.Cause, words.Cause(step, isTold: Array.Exists(shown, x => x?.Cause == step.Cause)));
        }

        return shown;
    }

    /// <summary>Figures as JSON has them: numbers are numbers.</summary>
    internal static JsonObject Shown(IReadOnlyDictionary<string, string> figures)
    {
        var shown = new JsonObject();
        foreach (var (name, text) in figures) shown.Add(name, Value(text));
        return shown;
    }

    private static JsonValue Value(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fraction) ? JsonValue.Create(fraction)
        : JsonValue.Create(text);
}

/// <summary>The backup that POP3 needs.</summary>
/// <param name="Needed">Whether one must be begun; false where a regular one is to be kept up.</param>
/// <param name="Every">Time between backups, an ISO 8601 duration: shorter than the server keeps mail, and the shorter, the more mail
/// comes.</param>
/// <param name="Text">The same in a sentence.</param>
/// <param name="How">Ways to do it.</param>
public sealed record BackupReport(bool Needed, string Every, string Text, IReadOnlyList<string> How)
{
    /// <summary>The shown form.</summary>
    internal static BackupReport From(BackupPlan backup, AdviceWords words) =>
        new(backup.Needed, string.Create(CultureInfo.InvariantCulture, $"P{backup.EveryDays}D"), words.Text(backup), words.BackupHow);
}

/// <summary>How long to leave fetched mail on the server.</summary>
/// <param name="Days">Days; 0 deletes at once.</param>
/// <param name="Text">The same in a sentence.</param>
public sealed record LeaveOnServerReport(int Days, string Text);

/// <summary>Whether mail must leave the server to make room.</summary>
/// <param name="Needed">Whether it must.</param>
/// <param name="Before">By when; null when it is due now, or not needed.</param>
/// <param name="BytesToFree">How many bytes must go, so that less than 60 % of the quota is used; null when not needed, or when only
/// messages are counted.</param>
/// <param name="MessagesToFree">How many messages must go for the same; null where their number has room or is not limited.</param>
/// <param name="Text">The same in a sentence; null when not needed.</param>
public sealed record ArchiveReport(bool Needed, [property: JsonConverter(typeof(UtcInstant))] DateTimeOffset? Before, long? BytesToFree, long? MessagesToFree, string? Text)
{
    /// <summary>The shown form.</summary>
    internal static ArchiveReport From(ArchivePlan? archive, AdviceWords words) =>
        archive is null ? new(false, null, null, null, null) : new(true, archive.Before, archive.BytesToFree, archive.MessagesToFree, words.Text(archive));
}
