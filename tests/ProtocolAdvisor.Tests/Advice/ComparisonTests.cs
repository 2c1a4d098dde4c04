using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Advice;

public class ComparisonTests
{
    private static readonly ImapMailbox Sorted =
        Known.Imap with { Messages = 300, InboxMessages = 180, Bytes = 18_366_320, InboxBytes = 11_874_655, Folders = 8, LargestMessageBytes = 9_000_000 };

    [Fact]
    public void Every_topic_is_compared_once_and_in_order() =>
        Assert.Equal(Enum.GetValues<ComparisonTopic>(), Rows(new(), Known.Facts).Select(x => x.Topic));

    [Fact]
    public void Where_nothing_is_known_nothing_is_said_of_the_user() =>
        Assert.All(Rows(new(), new()), x => Assert.Null(x.ForYou));

    [Theory]
    [InlineData("en", "POP3 would leave 120 messages (6.5\u00A0MB) in 7 folders behind.")]
    [InlineData("de", "Mit POP3 blieben 120 Nachrichten (6,5\u00A0MB) in 7 Ordnern zurück.")]
    public void What_POP3_would_leave_behind_is_counted(string tag, string said) =>
        Assert.Equal(said, Said(ComparisonTopic.Folders, new(), Known.With(Sorted), Language.Tagged(tag)));

    [Theory]
    [InlineData("en", "POP3 would leave 1 message in 1 folder behind.")]
    [InlineData("de", "Mit POP3 bliebe 1 Nachricht in 1 Ordner zurück.")]
    public void One_is_said_as_one(string tag, string said) =>
        Assert.Equal(said, Said(ComparisonTopic.Folders, new(), Known.With(Known.Imap with { Messages = 1001, Folders = 2 }), Language.Tagged(tag)));

    [Theory]
    [InlineData("en", "Your mailbox is 87\u00A0% full (870\u00A0MB of 1\u00A0GB); at its present growth it will be full in about 1.3 months.")]
    [InlineData("de", "Ihr Postfach ist zu 87\u00A0% voll (870\u00A0MB von 1\u00A0GB); beim jetzigen Zuwachs ist es in etwa 1,3 Monaten voll.")]
    public void The_quota_is_told_with_the_time_it_lasts(string tag, string said) => Assert.Equal(
        said, Said(ComparisonTopic.Quota, new(), Known.With(Known.Imap with { Quota = new(870_000_000, 1_000_000_000), GrowthBytesPerMonth = 100_000_000 }), Language.Tagged(tag)));

    [Theory]
    [InlineData(1_000_000L)]
    [InlineData(0L)]
    [InlineData(null)]
    public void A_quota_that_lasts_for_years_has_no_date(long? growth) => Assert.Equal(
        "Your mailbox is 10\u00A0% full (100\u00A0MB of 1\u00A0GB).", Said(ComparisonTopic.Quota, new(), Known.With(Known.Imap with { GrowthBytesPerMonth = growth })));

    [Fact]
    public void Without_a_sign_in_the_use_and_the_probes_fill_every_row_but_the_quota()
    {
        var usage = new Usage { Devices = 2, People = 1, ServerFolders = false, OfflineReading = false, Backup = Backup.Regular, NewMessagesPerDay = 10 };
        var rows = Rows(usage, new() { Imap = new() { Usable = true }, Pop3 = new() { Usable = true } });
        Assert.Equal(
            [
                ForYouCode.BothServers, ForYouCode.CopiesForAll, ForYouCode.SeveralDevices, ForYouCode.Alone, ForYouCode.NoFolders, ForYouCode.AlwaysOnline, ForYouCode.BackedUp, null,
                ForYouCode.NewMail, ForYouCode.Imap,
            ],
            rows.Select(x => x.ForYou?.Code));
        Assert.Equal(ForYouCode.Pop3ServerOnly, Note(ComparisonTopic.WhatItIs, usage, new() { Imap = new() { Usable = false }, Pop3 = new() { Usable = true } }));
    }

    [Fact]
    public void What_the_server_does_comes_before_what_we_plan()
    {
        Assert.Equal(ForYouCode.LeaveDays, Note(ComparisonTopic.AfterReading, Known.OnePlace, Known.Facts));
        Assert.Equal(ForYouCode.DeletedAfterDays, Note(ComparisonTopic.AfterReading, Known.OnePlace, Known.With(pop3: Known.Pop3 with { ExpireDays = 30 })));
        Assert.Equal(ForYouCode.DeletedAtOnce, Note(ComparisonTopic.AfterReading, Known.OnePlace, Known.With(pop3: Known.Pop3 with { ExpireDays = 0 })));
        Assert.Equal(ForYouCode.NoLastingNumbers, Note(ComparisonTopic.AfterReading, Known.OnePlace, Known.With(pop3: Known.Pop3 with { Uidl = false })));
    }

    [Fact]
    public void Measurement_overrules_folklore() => Assert.Equal(
        ForYouCode.Pop3Slower, Note(ComparisonTopic.Checking, new(), Known.Sides(pop3: Known.Pop3Side with { DownMbit = 0.001, Maildrop = Known.Pop3 with { LoginDelaySeconds = 900 } })));

    [Fact]
    public void Every_row_can_be_said_in_every_language() => AdviceGen.Case.Sample(
        x => Rows(x.Usage, x.Facts).All(row => row.ForYou is not { } note || Language.All.All(language =>
            ComparisonWords.In(language ?? Language.English).Text(note) is { Length: > 20 } said && said[^1] == '.' && !said.Contains('{'))),
        iter: 1000);

    private static IReadOnlyList<ComparisonRow> Rows(Usage usage, KnownFacts facts) => Comparison.Of(usage, facts, Advisor.Advise(usage, facts), Advisor.ForecastFor(usage, facts));

    private static ForYouCode? Note(ComparisonTopic topic, Usage usage, KnownFacts facts) => Rows(usage, facts).Single(x => x.Topic == topic).ForYou?.Code;

    private static string Said(ComparisonTopic topic, Usage usage, KnownFacts facts, Language? language = null) =>
        ComparisonWords.In(language ?? Language.English).Text(Rows(usage, facts).Single(x => x.Topic == topic).ForYou!);
}
