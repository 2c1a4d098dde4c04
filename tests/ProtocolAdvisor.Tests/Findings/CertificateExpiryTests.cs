using CsCheck;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Findings;

public class CertificateExpiryTests
{
    [Theory]
    [InlineData(6, 1, null)]
    [InlineData(6, 3.9, null)]
    [InlineData(6, 4.1, Severity.High)]
    [InlineData(10, 6.5, null)]
    [InlineData(47, 31, null)]
    [InlineData(47, 32, Severity.Medium)]
    [InlineData(47, 40.1, Severity.High)]
    [InlineData(90, 60, null)]
    [InlineData(90, 68.9, null)]
    [InlineData(90, 69.1, Severity.Medium)]
    [InlineData(90, 83.1, Severity.High)]
    [InlineData(365, 343, null)]
    [InlineData(365, 345, Severity.Medium)]
    [InlineData(3650, 2500, null)]
    [InlineData(3650, 3644, Severity.High)]
    public void A_certificate_expires_soon_when_its_renewal_is_overdue(double lifeDays, double ageDays, Severity? expected) =>
        Assert.Equal(expected, SeverityOf(TimeSpan.FromDays(lifeDays), TimeSpan.FromDays(ageDays)));

    [Fact]
    public void However_short_its_life_a_certificate_is_left_in_peace_for_its_first_two_thirds() =>
        Gen.Select(Gen.Double[0.01, 5000], Gen.Double[0, 0.666]).Sample((life, age) => SeverityOf(TimeSpan.FromDays(life), age * TimeSpan.FromDays(life)) is null);

    [Fact]
    public void A_certificate_never_becomes_less_urgent_with_age() =>
        Gen.Select(Gen.Double[0.01, 5000], Gen.Double[0, 0.9999], Gen.Double[0, 0.9999]).Sample((days, one, other) =>
        {
            var life = TimeSpan.FromDays(days);
            return Urgency(SeverityOf(life, Math.Min(one, other) * life)) <= Urgency(SeverityOf(life, Math.Max(one, other) * life));
        });

    [Fact]
    public void More_than_three_weeks_are_never_soon() =>
        Gen.Double[0.01, 5000].Sample(life => SeverityOf(TimeSpan.FromDays(life + 21.01), TimeSpan.FromDays(life)) is null);

    [Fact]
    public void The_evidence_says_until_when()
    {
        var run = Run(WithCertificate(Imaps, Certificate with { NotAfter = StartedAt.AddHours(30) }));
        Assert.Equal("valid until 5 May 2026, 18:00 UTC", Diagnosis.Of(run, null).Single().Shown());
    }

    private static int Urgency(Severity? severity) => severity switch { Severity.High => 2, Severity.Medium => 1, _ => 0 };

    private static Severity? SeverityOf(TimeSpan life, TimeSpan age)
    {
        var certificate = Certificate with { NotBefore = StartedAt - age, NotAfter = StartedAt - age + life };
        return Diagnosis.Of(Run(WithCertificate(Imaps, certificate)), null).SingleOrDefault(x => x.Code == FindingCode.CertExpiresSoon)?.Severity;
    }
}
