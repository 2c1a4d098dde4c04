using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Detectors;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

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
    public void Every_code_has_its_words(FindingCode code)
    {
        var entry = FindingCatalogue.Of(code);
        Assert.False(entry.Title.EndsWith('.'));
        Assert.InRange(entry.Title.Length, 10, 70);
        Assert.EndsWith(".", entry.Meaning, StringComparison.Ordinal);
        Assert.EndsWith(".", entry.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_codes_share_a_title() =>
        Assert.Equal(FindingCatalogue.Entries.Count, FindingCatalogue.Entries.Values.Select(x => x.Title).Distinct().Count());

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
