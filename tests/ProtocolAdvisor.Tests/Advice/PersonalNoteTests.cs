using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Advice;

/// <summary>What the comparison says of this mailbox, and only of this one.</summary>
public class PersonalNoteTests
{
    private static readonly Usage Nothing = new();

    [Fact]
    public void The_size_is_told_with_the_folders_that_there_are()
    {
        var values = Note(ComparisonTopic.WhatItIs, Nothing, Known.With(Known.Imap with { Messages = 12, Bytes = 3_000, Folders = 4 }))!.Values;
        Assert.Equal(("12", "3000", "4"), (values["messages"], values["bytes"], values["folders"]));
        Assert.DoesNotContain("folders", Note(ComparisonTopic.WhatItIs, Nothing, Known.With(Known.Imap with { Folders = 0 }))!.Values.Keys);
    }

    [Theory]
    [InlineData(2, null, ForYouCode.SeveralDevices)]
    [InlineData(2, true, ForYouCode.SeveralDevices)]
    [InlineData(1, true, ForYouCode.WebmailToo)]
    [InlineData(null, true, ForYouCode.WebmailToo)]
    [InlineData(1, false, ForYouCode.OnePlace)]
    [InlineData(1, null, ForYouCode.OnePlace)]
    [InlineData(null, false, null)]
    public void Devices_come_before_webmail(int? devices, bool? webmail, ForYouCode? code) =>
        Assert.Equal(code, Code(ComparisonTopic.SeveralDevices, new() { Devices = devices, Webmail = webmail }, new()));

    [Theory]
    [InlineData(3, ForYouCode.SeveralPeople)]
    [InlineData(2, ForYouCode.SeveralPeople)]
    [InlineData(1, ForYouCode.Alone)]
    [InlineData(null, null)]
    public void Several_people_are_more_than_one(int? people, ForYouCode? code) => Assert.Equal(code, Code(ComparisonTopic.SeveralPeople, new() { People = people }, new()));

    [Theory]
    [InlineData(10, 9, null, ForYouCode.LeftBehind)]
    [InlineData(10, 10, true, ForYouCode.AllInInbox)]
    [InlineData(null, 10, true, ForYouCode.SortsIntoFolders)]
    [InlineData(null, 10, false, ForYouCode.NoFolders)]
    [InlineData(9, 10, null, null)] // counted while mail came: it says nothing
    public void What_was_counted_comes_before_what_was_said_of_folders(int? all, int? inbox, bool? sorts, ForYouCode? code) => Assert.Equal(
        code, Code(ComparisonTopic.Folders, new() { ServerFolders = sorts }, Known.With(Known.Imap with { Messages = all, InboxMessages = inbox })));

    [Fact]
    public void Bytes_left_behind_are_told_only_where_there_are_any()
    {
        Assert.Equal("500", LeftBehind(1500)["bytes"]);
        Assert.DoesNotContain("bytes", LeftBehind(1000).Keys);
        Assert.DoesNotContain("bytes", LeftBehind(900).Keys);

        static IReadOnlyDictionary<string, string> LeftBehind(long bytes) => Note(
            ComparisonTopic.Folders, Nothing, Known.With(Known.Imap with { Messages = 10, InboxMessages = 9, Bytes = bytes, InboxBytes = 1000 }))!.Values;
    }

    [Theory]
    [InlineData(true, 5L, 7L, ForYouCode.WantsOffline, null)]
    [InlineData(false, 5L, 7L, ForYouCode.LargestMessage, "5")]
    [InlineData(null, null, 7L, ForYouCode.LargestMessage, "7")]
    [InlineData(null, 5L, null, ForYouCode.LargestMessage, "5")]
    [InlineData(null, null, null, null, null)]
    public void The_largest_message_is_what_either_protocol_knows(bool? offline, long? imap, long? pop3, ForYouCode? code, string? bytes)
    {
        var note = Note(
            ComparisonTopic.Offline, new() { OfflineReading = offline }, Known.With(Known.Imap with { LargestMessageBytes = imap }, Known.Pop3 with { LargestMessageBytes = pop3 }));
        Assert.Equal((code, bytes), (note?.Code, note?.Values.GetValueOrDefault("bytes")));
    }

    [Theory]
    [InlineData(Backup.None, ForYouCode.NoBackup)]
    [InlineData(Backup.Regular, ForYouCode.BackedUp)]
    [InlineData(Backup.Impossible, ForYouCode.BackupImpossible)]
    [InlineData(null, null)]
    public void A_lost_device_costs_what_is_not_backed_up(Backup? backup, ForYouCode? code) => Assert.Equal(code, Code(ComparisonTopic.DeviceLoss, new() { Backup = backup }, new()));

    [Theory]
    [InlineData(300, "3")]
    [InlineData(298, "3")] // within three months to a tenth, as the reason for POP3 tells it
    [InlineData(290, "2.9")]
    [InlineData(440, "4")]
    [InlineData(2400, "24")]
    [InlineData(2500, null)]
    public void How_long_the_space_lasts_is_told_while_growth_can_tell_it(long left, string? months) => Assert.Equal(
        months, Note(ComparisonTopic.Quota, Nothing, Known.With(Known.Imap with { Quota = new(100_000 - left, 100_000), GrowthBytesPerMonth = 100 }))!.Values.GetValueOrDefault("months"));

    [Theory]
    [InlineData(1, true, ForYouCode.LoginDelay)]
    [InlineData(0, true, ForYouCode.Push)]
    [InlineData(null, true, ForYouCode.Push)]
    [InlineData(null, false, ForYouCode.NoPush)]
    [InlineData(null, null, null)]
    public void Looking_for_mail_is_told_by_what_holds_it_up_most(int? delay, bool? idle, ForYouCode? code) => Assert.Equal(
        code, Code(ComparisonTopic.Checking, Nothing, Known.With(Known.Imap with { Idle = idle }, Known.Pop3 with { LoginDelaySeconds = delay })));

    [Fact]
    public void What_is_best_follows_the_answer()
    {
        Assert.Equal(ForYouCode.Imap, Code(ComparisonTopic.BestFor, new() { Devices = 2 }, Known.Facts));
        Assert.Equal(ForYouCode.Pop3, Code(ComparisonTopic.BestFor, Known.OnePlace, Known.Facts));
        Assert.Equal(ForYouCode.Neither, Code(ComparisonTopic.BestFor, Nothing, Known.Sides(Known.ImapSide with { Usable = false }, Known.Pop3Side with { Usable = false })));
    }

    [Fact]
    public void The_operators_preference_is_evidence() => Assert.Contains(
        "preferred=pop3", Advisor.Advise(Known.OnePlace, Known.Facts with { Preferred = ProtocolAdvisor.Mail.MailProtocol.Pop3 }).Reasons.Single(x => x.Code == ReasonCode.OperatorPrefers).Evidence);

    private static ForYouCode? Code(ComparisonTopic topic, Usage usage, KnownFacts facts) => Note(topic, usage, facts)?.Code;

    private static PersonalNote? Note(ComparisonTopic topic, Usage usage, KnownFacts facts) =>
        Comparison.Of(usage, facts, Advisor.Advise(usage, facts), Forecast.For(facts)).Single(x => x.Topic == topic).ForYou;
}
