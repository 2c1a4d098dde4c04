using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Drift;
using ProtocolAdvisor.Languages.English;
using ProtocolAdvisor.Languages.English.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Words;

public class TableTests
{
    /// <summary>What the places of the advice, the comparison and the settings hold in a real report.</summary>
    private static readonly Dictionary<string, string> Values = new()
    {
        ["protocol"] = "POP3",
        ["provider"] = "Gmail",
        ["heading"] = "Outgoing mail server (SMTP)",
        ["state"] = "tested",
        ["mark"] = "the mail server",
        ["value"] = "imap.gmail.com",
        ["trait"] = "POP3 never shows what is in the spam folder",
        ["amount"] = "30",
        ["plan"] = "Free",
        ["password"] = "with an app password",
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
        ["imap.inboxBytes"] = "30000000000",
        ["imap.bytes"] = "40000000000",
        ["pop3.bytes"] = "40000000000",
        ["questions"] = "whether you use webmail",
        ["more"] = "3",
        ["places"] = "3",
        ["ways"] = "JMAP (https://jmap.example.com/)",
        ["last"] = "webmail",
        ["source"] = "SRV record",
        ["place"] = "mail.example.com:993",
        ["title"] = "The certificate has expired",
        ["protocols"] = "IMAP",
        ["one"] = "IMAP",
        ["advice"] = "Use IMAP",
        ["pop3.slowerPercent"] = "35",
        ["pop3.loginDelaySeconds"] = "900",
        ["messages"] = "120",
        ["bytes"] = "6491665",
        ["files"] = "4868748",
        ["folders"] = "7",
        ["shown"] = "312",
        ["devices"] = "3",
        ["people"] = "2",
        ["percent"] = "87",
        ["used"] = "870000000",
        ["limit"] = "1000000000",
        ["months"] = "7",
        ["seconds"] = "900",
        ["name"] = "example.com",
        ["lines"] = "1940",
        ["sources"] = "_imaps._tcp.example.com",
        ["right"] = "mail.example.com",
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
        ["atLeast"] = "1",
        ["line"] = "18\u00A0Mbit/s",
        ["lineAtLeast"] = "1",
        ["roundTripBasis"] = "as you said",
        ["capacityBasis"] = "as measured",
        ["counted"] = "5",
        ["shared"] = "2",
        ["usedMessages"] = "180",
        ["limitMessages"] = "200",
        ["count"] = "3",
        ["ms"] = "276",
        ["remark"] = "no server",
        ["security"] = "STARTTLS",
        ["endpoint"] = "mail.example.com:143",
        ["faults"] = "has expired",
        ["column"] = "4",
        ["number"] = "2",
        ["port"] = "995",
        ["domain"] = "example.com",
        ["roundTripMs"] = "20",
        ["names"] = "192.0.2.1",
        ["keptDays"] = "8",
        ["atLeastMessages"] = "120",
        ["atLeastBytes"] = "6491665",
        ["roomBytes"] = "870000000",
        ["limitBytes"] = "1000000000",
        ["roomMessages"] = "180",
        ["upMbit"] = "2.5",
        ["secondsPerGigabyte"] = "3341",
        ["host"] = "mail.example.com",
        ["kind"] = "the connection was refused",
        ["detail"] = "503",
        ["fingerprint"] = "0a1b2c3d",
        ["fault"] = "has expired",
        ["type"] = "RSA",
        ["bits"] = "1024",
        ["version"] = "1.1",
        ["word"] = "USER",
        ["missing"] = "STARTTLS",
        ["refused"] = "1",
        ["folder"] = "Inbox",
        ["command"] = "STAT",
        ["ids"] = "27",
        ["asked"] = "5",
        ["fact"] = "port",
        ["values"] = "143 (SRV)",
        ["n"] = "2",
        ["task"] = "First sync",
        ["faster"] = "POP3",
        ["slower"] = "IMAP",
        ["fasterTime"] = "12 s",
        ["slowerTime"] = "31 s",
    };

    public static TheoryData<string> Areas => [.. Language.English.Tables.Keys.Select(x => x.Name)];

    public static TheoryData<string, Language> AreasInLanguages =>
        [.. Language.All.SelectMany(language => Areas.Select(area => new TheoryDataRow<string, Language>(area.Data, language)))];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_language_says_the_same_in_its_own_words(string area) => WordTable.AssertAgree(language => Table(area, language));

    [Theory]
    [MemberData(nameof(AreasInLanguages))]
    public void Every_sentence_is_well_set(string area, Language language) => WordTable.AssertWellSet(language, Table(area, language));

    [Theory]
    [MemberData(nameof(AreasInLanguages))]
    public void Every_thing_has_one_word(string area, Language language) => WordTable.AssertOneWordAThing(language, Table(area, language));

    [Theory]
    [MemberData(nameof(AreasInLanguages))]
    public void Every_sentence_can_be_filled_with_real_values(string area, Language language) => Assert.All(
        WordTable.Sentences(Table(area, language)).Values,
        sentence => Assert.DoesNotMatch("[{}|]", Template.Fill(sentence, Values, language)));

    [Fact]
    public void Every_reason_topic_note_and_piece_of_evidence_has_its_words()
    {
        Assert.Equal(Enum.GetValues<ReasonCode>(), EnglishAdvice.Phrases.Reasons.Keys.Order());
        Assert.Equal(Enum.GetValues<MigrationStepCode>(), EnglishAdvice.Phrases.Migration.Keys.Order());
        Assert.Equal(Enum.GetValues<FolderUse>(), EnglishAdvice.Phrases.Folders.Keys.Order());
        Assert.Equal(Enum.GetValues<ComparisonTopic>(), EnglishComparison.Phrases.Topics.Keys.Order());
        Assert.Equal(Enum.GetValues<ForYouCode>(), EnglishComparison.Phrases.ForYou.Keys.Order());
        Assert.Equal(Enum.GetValues<EvidenceCode>(), EnglishEvidence.Phrases.Sentences.Keys.Order());
        Assert.Equal(Enum.GetValues<RemarkCode>(), EnglishRemarks.All.Keys.Order());
        Assert.Equal(Enum.GetValues<MailStep>(), EnglishEvidence.Phrases.Steps.Keys.Order());
        Assert.Equal(Enum.GetValues<FailureKind>(), EnglishEvidence.Phrases.Failures.Keys.Order());
        Assert.Equal(Enum.GetValues<CertificateStatus>(), EnglishEvidence.Phrases.CertificateStatuses.Keys.Order());
        Assert.Equal(Enum.GetValues<FolderUse>(), EnglishEvidence.Phrases.Folders.Keys.Order());
        Assert.Equal(Enum.GetValues<DriftFact>(), EnglishEvidence.Phrases.Drifts.Keys.Order());
    }

    private static object Table(string area, Language language) => language.Tables.Single(x => x.Key.Name == area).Value();
}
