using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings.Catalogue.English;
using ProtocolAdvisor.Findings.Catalogue.German;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Words;

public class TableTests
{
    /// <summary>What the places of the advice, the comparison and the settings hold in a real report.</summary>
    private static readonly Dictionary<string, string> Values = new()
    {
        ["protocol"] = "POP3",
        ["favoured"] = "IMAP",
        ["other"] = "POP3",
        ["days"] = "14",
        ["date"] = "2026-05-04T12:00:00+00:00",
        ["megabytes"] = "1234",
        ["usage.devices"] = "3",
        ["usage.people"] = "2",
        ["usage.newMessagesPerDay"] = "1200",
        ["forecast.openLargeMessage.imapSeconds"] = "3",
        ["forecast.imapSeconds"] = "4.5",
        ["forecast.pop3Seconds"] = "6.5",
        ["forecast.pop3SlowerPercent"] = "44",
        ["imap.quota.usedPercent"] = "87",
        ["imap.quota.monthsUntilFull"] = "1.5",
        ["imap.percentSorted"] = "40",
        ["imap.sortedMessages"] = "800",
        ["imap.bytes"] = "40000000000",
        ["pop3.bytes"] = "40000000000",
        ["questions"] = "whether you use webmail",
        ["pop3.slowerPercent"] = "35",
        ["pop3.loginDelaySeconds"] = "900",
        ["messages"] = "120",
        ["bytes"] = "6491665",
        ["folders"] = "7",
        ["devices"] = "3",
        ["people"] = "2",
        ["percent"] = "87",
        ["used"] = "870000000",
        ["limit"] = "1000000000",
        ["months"] = "7",
        ["seconds"] = "900",
        ["name"] = "example.com",
        ["lines"] = "1940",
        ["subject"] = "j***@example.com",
        ["day"] = "4\u00A0May 2026",
        ["time"] = "850\u00A0ms",
        ["remedy"] = "Ask your provider.",
        ["evidence"] = "USER before TLS",
        ["roundTrip"] = "20\u00A0ms",
        ["capacity"] = "50\u00A0Mbit/s",
        ["inboxMessages"] = "180",
        ["inboxBytes"] = "11874655",
        ["largest"] = "2000000",
        ["growth"] = "817547",
        ["fullAt"] = "2027-06-01T00:00:00+00:00",
        ["samples"] = "10",
        ["median"] = "1.02\u00A0ms",
        ["min"] = "0.15\u00A0ms",
        ["max"] = "21.5\u00A0ms",
        ["expireDays"] = "30",
        ["loginDelay"] = "900",
        ["step"] = "greeting",
        ["cause"] = "no answer came in time",
        ["text"] = "-ERR go away",
        ["mechanism"] = "PLAIN",
        ["reason"] = "No password was given",
        ["issuer"] = "CN=Example CA",
        ["status"] = "in order",
        ["places"] = "17",
        ["atLeast"] = "1",
        ["line"] = "18\u00A0Mbit/s",
        ["lineAtLeast"] = "1",
        ["roundTripBasis"] = "as you said",
        ["capacityBasis"] = "as measured",
        ["counted"] = "5",
        ["shared"] = "2",
        ["usedMessages"] = "180",
        ["limitMessages"] = "200",
    };

    private static readonly Dictionary<string, Func<Language, object>> All = new()
    {
        ["advice"] = language => language == Language.German ? GermanAdvice.Phrases : EnglishAdvice.Phrases,
        ["comparison"] = language => language == Language.German ? GermanComparison.Phrases : EnglishComparison.Phrases,
        ["settings"] = SettingsPhrases.Of,
        ["conversation"] = ConversationPhrases.Of,
        ["report"] = ReportPhrases.Of,
        ["findings"] = language => language == Language.German ? GermanFindings.All : EnglishFindings.All,
    };

    public static TheoryData<string> Areas => [.. All.Keys];

    public static TheoryData<string, Language> AreasInLanguages =>
        [.. All.Keys.SelectMany(area => Languages.All.Select(language => new TheoryDataRow<string, Language>(area, language)))];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_language_says_the_same_in_its_own_words(string area) => WordTable.AssertAgree(All[area]);

    [Theory]
    [MemberData(nameof(AreasInLanguages))]
    public void Every_sentence_is_well_set(string area, Language language) => WordTable.AssertWellSet(language, All[area](language));

    [Theory]
    [MemberData(nameof(AreasInLanguages))]
    public void Every_sentence_can_be_filled_with_real_values(string area, Language language) => Assert.All(
        WordTable.Sentences(All[area](language)).Values,
        sentence => Assert.DoesNotMatch("[{}|]", Template.Fill(sentence, Values, language)));

    [Fact]
    public void Every_reason_topic_and_note_has_its_words()
    {
        Assert.Equal(Enum.GetValues<ReasonCode>(), EnglishAdvice.Phrases.Reasons.Keys.Order());
        Assert.Equal(Enum.GetValues<ComparisonTopic>(), EnglishComparison.Phrases.Topics.Keys.Order());
        Assert.Equal(Enum.GetValues<ForYouCode>(), EnglishComparison.Phrases.ForYou.Keys.Order());
    }
}
