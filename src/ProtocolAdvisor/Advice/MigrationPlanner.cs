using System.Globalization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice;

/// <summary>
/// The way from the protocol that is set up now to another one, so that no message is lost on it: the old account stays until all is there
/// and counted. What is not known has no figure; above all, how much mail a POP3 program holds on the device, no server shows.
/// </summary>
internal static class MigrationPlanner
{
    private const double BitsPerByte = 8;
    private const double BitsPerMbit = 1e6;
    private const long Gigabyte = 1_000_000_000;

    // What TCP, TLS and IMAP add to the messages' bytes, as measured.
    private const double OnTheWire = 1.044;

    // They are told where they are to be taken on the way, and once.
    private static readonly Dictionary<PlanStepCode, MigrationStepCode?> Taken = new()
    {
        [PlanStepCode.Backup] = MigrationStepCode.Backup,
        [PlanStepCode.KeepBackup] = MigrationStepCode.KeepBackup,
        [PlanStepCode.LeaveOnServer] = MigrationStepCode.LeaveOnServer,
        [PlanStepCode.RemoveFromServer] = MigrationStepCode.RemoveFromServer,
        [PlanStepCode.TakeFoldersAlong] = null,
    };

    /// <summary>
    /// The plan with the way to its protocol; the plan itself where that protocol, or none, is set up now, and where that was not said.
    /// </summary>
    /// <param name="plan">The plan for the protocol.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="s">The situation.</param>
    public static Plan Added(Plan plan, MailProtocol protocol, Situation s) => (s.Usage.Today, protocol) switch
    {
        (AccountToday.Pop3, MailProtocol.Imap) => ToImap(plan, s),
        (AccountToday.Imap, MailProtocol.Pop3) => ToPop3(plan, s),
        (_, MailProtocol.Imap or MailProtocol.Pop3) => plan,
        (_, MailProtocol.Submission) => throw protocol.IsNotCompared(),
    };

    private static Plan ToImap(Plan plan, Situation s)
    {
        // An archive that is due now makes the room for the copies: it comes on the way. One of a later day stays in the plan.
        var isDue = plan.Archive is { Before: null };
        return plan with
        {
            Steps = [.. plan.Steps.Where(x => !isDue || x.Code is not (PlanStepCode.Archive or PlanStepCode.ArchiveMessages))],
            Migration =
            [
                .. Waiting(MailProtocol.Imap, s),
                Step(MigrationStepCode.StopDeleting, ("devices", s.Usage.Devices is >= 2 and { } devices ? devices : null)),
                .. s.Pop3.DeletesAtOnce == true || s.Pop3.Uidl == false ? [Step(MigrationStepCode.StopFetching)] : Array.Empty<MigrationStep>(),
                s.Imap is { AtLeast: false, MessagesOutsideInbox: > 0 and { } others, FoldersOutsideInbox: { } folders }
                    ? Step(MigrationStepCode.AddImap, ("messages", others), ("folders", folders)) : Step(MigrationStepCode.AddImap),
                Step(MigrationStepCode.SeeLocalSize, ("messages", Shown(s).Messages), ("bytes", Shown(s).Bytes)),
                .. isDue ? RoomToMake(plan.Archive!, s.Outlook) : RoomToCheck(s.Outlook),
                CopyUp(s),
                Step(MigrationStepCode.CheckCopies),
                Step(MigrationStepCode.RemovePop3),
                Step(MigrationStepCode.KeepLocalMail),
            ],
        };
    }

    private static Plan ToPop3(Plan plan, Situation s)
    {
        var taken = plan.Steps.Where(x => Taken.ContainsKey(x.Code)).ToList();
        MigrationStep? Told(params PlanStepCode[] codes) =>
            taken.Find(x => codes.Contains(x.Code)) is { } step ? new(Taken[step.Code]!.Value, step.Figures) { Cause = step.Cause } : null;
        MigrationStep?[] steps =
        [
            .. Waiting(MailProtocol.Pop3, s),
            .. LeftBehind(s.Imap),
            Told(PlanStepCode.Backup, PlanStepCode.KeepBackup),
            Step(MigrationStepCode.AddPop3),
            Told(PlanStepCode.LeaveOnServer, PlanStepCode.RemoveFromServer),
            Step(MigrationStepCode.CheckFetched, ("messages", Positive(Shown(s).Messages))),
            Step(MigrationStepCode.RemoveImap),
        ];
        return plan with { Steps = [.. plan.Steps.Except(taken)], Migration = [.. steps.OfType<MigrationStep>()] };
    }

    // Nobody gives up what works for what has not let him in, or of which no server is known.
    private static IEnumerable<MigrationStep> Waiting(MailProtocol protocol, Situation s) =>
        s[protocol] is { SignIn: SignInOutcome.Rejected or SignInOutcome.Unanswered } or { MailboxOpens: false }
            || (s.IsUnknown(protocol) && !s.IsUnknown(protocol.Other()))
            ? [Step(MigrationStepCode.WaitForSignIn)] : [];

    // The Inbox, as far as the server shows it.
    private static (long? Messages, long? Bytes) Shown(Situation s) =>
        (s.Pop3.Messages ?? s.Imap.InboxMessages, s.Pop3.Bytes ?? s.Imap.InboxBytes);

    private static IEnumerable<MigrationStep> RoomToMake(ArchivePlan due, QuotaOutlook? outlook)
    {
        if (due.BytesToFree is { } bytes) yield return Room(MigrationStepCode.MakeRoom, outlook?.Storage, ("bytes", bytes));
        if (due.MessagesToFree is { } messages) yield return Room(MigrationStepCode.MakeRoom, outlook?.Messages, ("messages", messages));
    }

    private static IEnumerable<MigrationStep> RoomToCheck(QuotaOutlook? outlook)
    {
        if (outlook is null) yield return Step(MigrationStepCode.AskForRoom);
        if (outlook?.Storage is { } storage) yield return Room(MigrationStepCode.CheckRoom, storage);
        if (outlook?.Messages is { } messages) yield return Room(MigrationStepCode.CheckRoom, messages);
    }

    private static MigrationStep Room(MigrationStepCode code, Quota? storage, params (string Name, IFormattable? Value)[] others) =>
        Step(code, [("roomBytes", Left(storage?.UsedBytes, storage?.LimitBytes)), ("limitBytes", storage?.LimitBytes), .. others]);

    private static MigrationStep Room(MigrationStepCode code, MessageQuota? quota, params (string Name, IFormattable? Value)[] others) =>
        Step(code, [("roomMessages", Left(quota?.Used, quota?.Limit)), ("limitMessages", quota?.Limit), .. others]);

    private static long? Left(long? used, long? limit) => limit - used is { } left ? Math.Max(0, left) : null;

    private static MigrationStep CopyUp(Situation s)
    {
        var (bytes, up) = (Positive(Shown(s).Bytes), s.Usage.Link?.UpMbit);
        return Step(
            MigrationStepCode.CopyUp,
            ("upMbit", up is > 0 ? (decimal)up : null), ("secondsPerGigabyte", up is > 0 ? Seconds(Gigabyte, up.Value) : null),
            ("bytes", up is > 0 ? bytes : null), ("seconds", up is > 0 && bytes is { } there ? Seconds(there, up.Value) : null));
    }

    private static IEnumerable<MigrationStep> LeftBehind(ImapMailbox imap)
    {
        if (imap is { MessagesOutsideInbox: 0, AtLeast: false })
        {
            yield return Step(MigrationStepCode.NothingStays);
            yield break;
        }

        var (messages, bytes) = (Positive(imap.MessagesOutsideInbox), Positive(imap.BytesOutsideInbox));
        yield return Step(
            MigrationStepCode.SeeWhatStays,
            (imap.AtLeast ? "atLeastMessages" : "messages", messages),
            (imap.AtLeast ? "atLeastBytes" : "bytes", messages is null ? null : bytes),
            ("folders", imap.FoldersOutsideInbox)) with
        {
            Folders = [.. Shares(imap)],
        };
        yield return Step(MigrationStepCode.BringAlong);
    }

    // A folder of all mail shows the others' messages again, and the Inbox's: it is no part of a sum, and its name says so.
    private static IEnumerable<FolderShare> Shares(ImapMailbox imap) =>
        from folder in imap.LargestFolders
        where folder.Role != FolderUse.Inbox && folder.Messages > 0
        group folder by folder.Role into use
        let messages = use.Sum(x => x.Messages)
        let bytes = use.All(x => x.Bytes is not null) ? use.Sum(x => x.Bytes) : null
        orderby bytes descending, messages descending
        select new FolderShare(use.Key, use.Count(), messages, bytes);

    private static long Seconds(long bytes, double upMbit) => (long)Math.Ceiling(bytes * OnTheWire * BitsPerByte / (upMbit * BitsPerMbit));

    private static long? Positive(long? amount) => amount > 0 ? amount : null;

    private static MigrationStep Step(MigrationStepCode code, params (string Name, IFormattable? Value)[] figures) => new(
        code, figures.Where(x => x.Value is not null).ToDictionary(x => x.Name, x => x.Value!.ToString(null, CultureInfo.InvariantCulture)));
}
