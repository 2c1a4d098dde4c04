using CsCheck;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Findings;

public class DiagnosisProperties
{
    private static readonly MailEndpoint[] Endpoints = [Facts.Imaps, Facts.Imap, Facts.Pop3s, Facts.Pop3];

    private static readonly MailStep[] Steps = [MailStep.Resolve, MailStep.Connect, MailStep.Greeting, MailStep.TlsHandshake];

    private static Gen<ProbeResult> Probe { get; } = Gen.Select(
        OneOf(Endpoints), Gen.Bool, OneOf(Steps), Gen.Enum<FailureKind>(),
        (endpoint, healthy, step, kind) => healthy ? Facts.Healthy(endpoint) : Facts.Failed(endpoint, step, kind, "no"));

    private static Gen<SignInResult> SignIn { get; } = Gen.Select(
        Gen.Enum<SignInOutcome>(), Gen.Enum<SignInReason>(),
        (outcome, reason) => outcome == SignInOutcome.Accepted ? new SignInResult(outcome) : new SignInResult(outcome, Reason: reason));

    private static Gen<AssessmentFacts> Run { get; } = Gen.Select(
        Gen.Select(Probe, SignIn, (probe, signIn) => Facts.With(probe, signIn)).Array[0, 6], Gen.Bool,
        (endpoints, complete) => Facts.Run(endpoints) with { Complete = complete });

    [Fact]
    public void Findings_are_ordered_by_severity_then_code_then_endpoint() => Run.Sample(facts =>
    {
        var keys = Diagnosis.Of(facts, null).Select(x => (x.Severity, x.Code, x.Endpoint ?? string.Empty)).ToList();
        return keys.SequenceEqual(keys.OrderBy(x => x.Severity).ThenBy(x => x.Code).ThenBy(x => x.Item3, StringComparer.Ordinal));
    });

    [Fact]
    public void No_finding_is_told_twice() => Run.Sample(facts =>
    {
        var findings = Diagnosis.Of(facts, null);
        return findings.Distinct().Count() == findings.Count;
    });

    [Fact]
    public void Only_a_cause_for_which_nothing_can_be_used_is_worse_than_the_catalogue_says() => Run.Sample(facts => Diagnosis.Of(facts, null).All(
        x => x.Severity >= FindingCatalogue.SeverityOf(x.Code) || (x.Severity == Severity.Blocking && facts.Endpoints.Any(y => !y.Probe.Usable && y.Probe.Endpoint.Authority == x.Endpoint))));

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
