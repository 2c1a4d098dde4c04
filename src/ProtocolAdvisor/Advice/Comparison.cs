using System.Globalization;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Advice;

/// <summary>Both protocols side by side, topic by topic, each with what it means for this mailbox. Pure; the words are in a table.</summary>
public static class Comparison
{
    /// <summary>Months beyond which the growth of today says nothing of when a mailbox is full.</summary>
    internal const int TellingMonths = 24;

    /// <summary>Every topic once, in the order of <see cref="ComparisonTopic"/>.</summary>
    /// <param name="usage">How the mailbox is used.</param>
    /// <param name="facts">What is known of it.</param>
    /// <param name="recommendation">The advice that came of both.</param>
    /// <param name="forecast">The forecast that the advice rests on.</param>
    public static IReadOnlyList<ComparisonRow> Of(Usage usage, KnownFacts facts, Recommendation recommendation, Forecast? forecast)
    {
        ArgumentNullException.ThrowIfNull(usage);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(recommendation);
        var situation = Situation.Of(usage, facts, forecast);
        return [.. Enum.GetValues<ComparisonTopic>().Select(topic => new ComparisonRow(topic, ForYou(topic, situation, recommendation)))];
    }

    private static PersonalNote? ForYou(ComparisonTopic topic, Situation s, Recommendation advice) => topic switch
    {
        ComparisonTopic.WhatItIs => Size(s.Imap) ?? Servers(s),
        ComparisonTopic.AfterReading => Keeping(s, advice),
        ComparisonTopic.SeveralDevices => Devices(s.Usage),
        ComparisonTopic.SeveralPeople => People(s.Usage.People),
        ComparisonTopic.Folders => Folders(s),
        ComparisonTopic.Offline => Offline(s),
        ComparisonTopic.DeviceLoss => Crash(s.Usage.Backup),
        ComparisonTopic.Quota => s.Outlook is { } outlook ? Fullness(outlook) : null,
        ComparisonTopic.Checking => Checking(s),
        _ when advice.OpenPoints.Contains(OpenPoint.Devices) => null,
        _ => Note(advice.Protocol switch { MailProtocol.Imap => ForYouCode.Imap, MailProtocol.Pop3 => ForYouCode.Pop3, MailProtocol.Submission => throw MailProtocol.Submission.IsNotCompared(), null => ForYouCode.Neither }),
    };

    private static PersonalNote? Size(ImapMailbox imap) => imap.Messages is { } messages
        ? Note(ForYouCode.MailboxSize, ("messages", messages), ("atLeast", imap.AtLeast ? 1 : 0), ("bytes", imap.Bytes), ("folders", imap.Folders > 0 ? imap.Folders : null)) : null;

    private static PersonalNote? Servers(Situation s) => (s.ImapSide.Usable, s.Pop3Side.Usable) switch
    {
        (true, true) => Note(ForYouCode.BothServers),
        (true, false) => Note(ForYouCode.ImapServerOnly),
        (false, true) => Note(ForYouCode.Pop3ServerOnly),
        _ => null,
    };

    private static PersonalNote? Keeping(Situation s, Recommendation advice) => s switch
    {
        { ExpiresOnRetrieval: true } => Note(ForYouCode.DeletedAtOnce),
        { Pop3.ExpireDays: { } days } => Note(ForYouCode.DeletedAfterDays, ("days", days)),
        { Pop3.Uidl: false } => Note(ForYouCode.NoLastingNumbers),
        _ when advice.Plan.LeaveOnServerDays is > 0 and { } days => Note(ForYouCode.LeaveDays, ("days", days)),
        { Usage.Devices: > 1 } => Note(ForYouCode.CopiesForAll),
        _ => null,
    };

    private static PersonalNote? Devices(Usage usage) => usage switch
    {
        { Devices: > 1 and { } devices } => Note(ForYouCode.SeveralDevices, ("devices", devices)),
        { Webmail: true } => Note(ForYouCode.WebmailToo),
        { Devices: 1 } => Note(ForYouCode.OnePlace),
        _ => null,
    };

    private static PersonalNote? People(int? people) => people switch
    {
        > 1 => Note(ForYouCode.SeveralPeople, ("people", people)),
        1 => Note(ForYouCode.Alone),
        _ => null,
    };

    private static PersonalNote? Folders(Situation s) => (s.Imap, s.LeftBehind) switch
    {
        ({ InboxMessages: not null } imap, { Messages: > 0 and { } messages } left) => Note(
            ForYouCode.LeftBehind, ("messages", messages), ("atLeast", left.AtLeast ? 1 : 0), ("bytes", left.Bytes is > 0 and { } bytes ? bytes : null), ("folders", imap.FoldersOutsideInbox),
            ("shown", left.ShownOfInbox)),
        ({ Messages: { } all, InboxMessages: { } inbox, AtLeast: false }, _) when all == inbox => Note(ForYouCode.AllInInbox),
        _ => s.Usage.ServerFolders is { } sorts ? Note(sorts ? ForYouCode.SortsIntoFolders : ForYouCode.NoFolders) : null,
    };

    private static PersonalNote? Offline(Situation s) => s.Usage.OfflineReading == true ? Note(ForYouCode.WantsOffline)
        : (s.Imap.LargestMessageBytes ?? s.Pop3.LargestMessageBytes) is { } bytes ? Note(ForYouCode.LargestMessage, ("bytes", bytes))
        : s.Usage.OfflineReading == false ? Note(ForYouCode.AlwaysOnline) : null;

    private static PersonalNote? Crash(Backup? backup) => backup switch
    {
        Backup.None => Note(ForYouCode.NoBackup),
        Backup.Regular => Note(ForYouCode.BackedUp),
        Backup.Impossible => Note(ForYouCode.BackupImpossible),
        _ => null,
    };

    // Less than a percent is told in bytes or messages: any percent would be rounded to a falsehood. The last months are told as the reason for POP3 tells them.
    private static PersonalNote Fullness(QuotaOutlook outlook) => Note(
        ForYouCode.Fullness,
        ("percent", outlook.ToldShare is > QuotaOutlook.MostShare or (> 0 and < QuotaOutlook.WorthAPercent) ? null : outlook.ToldPercent),
        ("used", outlook.TellsMessages ? null : outlook.Storage?.UsedBytes), ("limit", outlook.TellsMessages ? null : outlook.Storage?.LimitBytes),
        ("usedMessages", outlook.TellsMessages ? outlook.Messages?.Used : null), ("limitMessages", outlook.TellsMessages ? outlook.Messages?.Limit : null),
        ("months", outlook switch
        {
            { TellsMessages: true } => null,
            { MonthsUntilFull: <= QuotaOutlook.PressureMonths } => outlook.MonthsLeft,
            { MonthsUntilFull: <= TellingMonths and { } months } => Math.Round(months),
            _ => null,
        }));

    private static PersonalNote? Checking(Situation s) => s switch
    {
        { Pop3IsSlower: true } => Note(ForYouCode.Pop3Slower),
        { Pop3.LoginDelaySeconds: > 0 and { } seconds } => Note(ForYouCode.LoginDelay, ("seconds", seconds)),
        { Imap.Idle: true } => Note(ForYouCode.Push),
        { Imap.Idle: false } => Note(ForYouCode.NoPush),
        { Usage.NewMessagesPerDay: > 0 and { } messages } => Note(ForYouCode.NewMail, ("messages", messages)),
        _ => null,
    };

    private static PersonalNote Note(ForYouCode code, params (string Name, IFormattable? Value)[] values) => new(
        code, values.Where(x => x.Value is not null).ToDictionary(x => x.Name, x => x.Value!.ToString(null, CultureInfo.InvariantCulture)));
}

/// <summary>One topic, and what it means for this mailbox.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="ForYou">What it means here; null where nothing is known.</param>
public sealed record ComparisonRow(ComparisonTopic Topic, PersonalNote? ForYou);

/// <summary>What a topic means for this mailbox.</summary>
/// <param name="Code">Which sentence says it.</param>
/// <param name="Values">The sentence's values: invariant text, only what is known.</param>
public sealed record PersonalNote(ForYouCode Code, IReadOnlyDictionary<string, string> Values);
