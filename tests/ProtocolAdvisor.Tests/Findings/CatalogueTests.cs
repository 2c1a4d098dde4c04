using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Detectors;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Findings;

public class CatalogueTests
{
    private static readonly Recommendation Pop3WithoutBackup =
        new(MailProtocol.Pop3, AdviceConfidence.Medium, new(new BackupPlan(true, 7), 14, null), [], []);

    public static TheoryData<FindingCode> ProducedCodes => [.. ProducingRuns.All.Keys];

    public static TheoryData<FindingCode> Codes => [.. Enum.GetValues<FindingCode>()];

    [Theory]
    [MemberData(nameof(ProducedCodes))]
    public void A_run_leads_to(FindingCode code) =>
        Assert.Contains(Diagnosis.Of(ProducingRuns.All[code], Pop3WithoutBackup), x => x.Code == code);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_producing_run_or_a_reason_why_not(FindingCode code) =>
        Assert.True(ProducingRuns.All.ContainsKey(code) ^ ProducingRuns.NotYetProduced.ContainsKey(code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_its_severity_and_its_words_in_every_language(FindingCode code)
    {
        Assert.True(Enum.IsDefined(FindingCatalogue.SeverityOf(code)));
        Assert.All(Language.All, language =>
        {
            var text = FindingWords.In(language).Of(code);
            Assert.False(text.Title.EndsWith('.'));
            Assert.InRange(text.Title.Length, 10, 70);
            Assert.EndsWith(".", text.Meaning, StringComparison.Ordinal);
            Assert.EndsWith(".", text.Remedy, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_two_codes_share_a_title() => Assert.All(
        Language.All, language => Assert.Distinct(FindingWords.In(language).Texts.Values.Select(x => x.Title)));

    [Fact]
    public void Every_refusal_of_a_sign_in_carries_the_name_of_its_finding() => Assert.All(
        Enum.GetValues<SignInReason>().Where(x => x is >= SignInReason.AuthOauthOnly and not (SignInReason.AuthMechanismMissing or SignInReason.ConnectionFailed)),
        reason => Assert.Equal(reason.ToString(), SignInDetector.CodeOf(reason).ToString()));

    [Fact]
    public void Every_reason_for_not_signing_in_can_be_judged() =>
        Assert.All(Enum.GetValues<SignInReason>(), reason => SignInDetector.CodeOf(reason));

    [Fact]
    public void Every_fault_of_a_certificate_has_its_finding() => Assert.All(
        Enum.GetValues<CertificateStatus>().Where(x => x != CertificateStatus.Trusted), status => CertificateStatusDetector.CodeOf(status));
}
