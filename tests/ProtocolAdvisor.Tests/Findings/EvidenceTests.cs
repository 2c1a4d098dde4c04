using System.Text.Json;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Findings;

public class EvidenceTests
{
    private static readonly ReportHeading Heading = new("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, AuthenticationKind.Password);

    [Theory]
    [InlineData(FindingCode.AuthUnanswered, "keine Antwort innerhalb von 13 Sekunden")]
    [InlineData(FindingCode.DeadlineReached, "mail.example.com:993: bei der Begrüßung")]
    [InlineData(FindingCode.MailOutsideInbox, "6 Nachrichten in 2 Ordnern")]
    [InlineData(FindingCode.CertExpired, "gültig bis 3. Juli 2026")]
    [InlineData(FindingCode.QuotaNearlyFull, "0,1 kB von 0,1 kB belegt, 90 %")]
    [InlineData(FindingCode.CountsDisagree, "Posteingang: 0 laut STATUS; Posteingang: 20.000 beim Öffnen")]
    [InlineData(FindingCode.WrongProtocol, "spricht SMTP: „220 smtp“")]
    [InlineData(FindingCode.Pop3LoginDelay, "LOGIN-DELAY: 60 Sekunden zwischen zwei Anmeldungen")]
    [InlineData(FindingCode.SettingsEmpty, "somewhere.example: kein Server")]
    [InlineData(FindingCode.SettingsWebFault, "https://autoconfig.example.com/: das Zertifikat ist nicht vertrauenswürdig (das Zertifikat ist abgelaufen)")]
    public void A_German_reader_reads_what_was_seen_in_German(FindingCode code, string evidence) =>
        Assert.Equal(evidence, Assert.Single(Told(code, Language.German), x => x.Code == code).Evidence!.Replace('\u00A0', ' '));

    [Fact]
    public void A_servers_words_are_quoted_in_every_language_as_they_came() => Assert.All(Language.All, language =>
    {
        var alone = Assert.Single(Told(FindingCode.GreetingRefused, language), x => x.Code == FindingCode.GreetingRefused);
        Assert.Equal("* BYE come back later", alone.Evidence);
        Assert.Equal([alone.Evidence!], alone.Quotes);
        Assert.Equal(["220 smtp"], Assert.Single(Told(FindingCode.WrongProtocol, language), x => x.Code == FindingCode.WrongProtocol).Quotes);
    });

    [Fact]
    public void Measuring_something_else_at_one_place_makes_no_other_finding()
    {
        var (fast, slow) = (Healthy(Imaps) with { RoundTripMs = 301 }, Healthy(Pop3s) with { RoundTripMs = 900 });
        Assert.Equal(Imaps.Host.Value, Assert.Single(Diagnosis.Of(Run(fast, slow), null), x => x.Code == FindingCode.ConnectSlow).Subject);
        Assert.Equal(Keys(Run(fast, slow)), Keys(Run(fast with { RoundTripMs = 500 }, slow)));
        static IEnumerable<object> Keys(AssessmentFacts run) => Diagnosis.Of(run, null).Select(x => (x.Code, x.Protocol, x.Endpoint, x.Subject) as object);
    }

    [Fact]
    public void Equal_parts_are_equal_evidence()
    {
        var one = ProducingRuns.All[FindingCode.CertDiffersBetweenPorts];
        Assert.Equal(Diagnosis.Of(one, null), Diagnosis.Of(one, null));
        Assert.NotEqual(Seen.That(EvidenceCode.Expire, ("days", 1)), Seen.That(EvidenceCode.Expire, ("days", 2)));
    }

    [Fact]
    public void A_remark_is_stored_as_data_and_the_sentence_of_an_earlier_version_is_still_read()
    {
        var remark = new Remark(RemarkCode.CertificateAtFault, ("limit", 3)) { Place = "mail.example.com", Faults = [CertificateStatus.Expired] };
        Assert.Equal(remark, JsonSerializer.Deserialize<Remark>(JsonSerializer.Serialize(remark, WireJson.Options), WireJson.Options));
        Assert.Equal("no server at all", JsonSerializer.Deserialize<Remark>("\"no server at all\"", WireJson.Options).Shown());
    }

    private static IReadOnlyList<FindingReport> Told(FindingCode code, Language language) => new AssessedRun(Heading, ProducingRuns.All[code], new Usage()).Report(language).Findings;
}
