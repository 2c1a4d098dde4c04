using System.Text.Json.Nodes;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>One step of the way from the protocol that is set up now to the recommended one.</summary>
/// <param name="Code">What to do.</param>
/// <param name="Text">The same in a sentence, with its reason.</param>
/// <param name="Figure">Its figures, by name, only what is known: <c>devices</c>, <c>days</c>, <c>keptDays</c> (how long the server keeps
/// mail), <c>messages</c>, <c>bytes</c>, <c>folders</c>, <c>atLeastMessages</c> and <c>atLeastBytes</c> (where not all folders were
/// counted), <c>roomBytes</c>, <c>limitBytes</c>, <c>roomMessages</c>, <c>limitMessages</c> (what is free on the server, and what is
/// allowed), <c>upMbit</c>, <c>seconds</c> (for <c>bytes</c> over that line), <c>secondsPerGigabyte</c>; empty where there are
/// none.</param>
/// <param name="Cause">Why, where the plan has a reason for it; else null.</param>
/// <param name="Folders">The largest folders that it is about, by what they are for; empty where they are not known.</param>
public sealed record MigrationStepReport(
    MigrationStepCode Code, string Text, JsonObject Figure, PlanCause? Cause, IReadOnlyList<FolderShareReport> Folders)
{
    /// <summary>The shown form.</summary>
    internal static MigrationStepReport From(MigrationStep step, Language language)
    {
        var words = AdviceWords.In(language);
        return new(
            step.Code, words.Text(step), PlanStepReport.Shown(step.Figures), step.Cause, [.. step.Folders.Select(x => FolderShareReport.From(x, words))]);
    }
}

/// <summary>Folders of one use, of the twelve largest.</summary>
/// <param name="Role">What they are for; <c>all</c> shows the others' messages again, and the Inbox's.</param>
/// <param name="Folders">How many they are.</param>
/// <param name="Messages">Their messages.</param>
/// <param name="Bytes">Their bytes; null where those of one are not known.</param>
/// <param name="Text">The same in a few words.</param>
public sealed record FolderShareReport(FolderUse Role, int Folders, long Messages, long? Bytes, string Text)
{
    /// <summary>The shown form.</summary>
    internal static FolderShareReport From(FolderShare share, AdviceWords words) =>
        new(share.Role, share.Folders, share.Messages, share.Bytes, words.Text(share));
}
