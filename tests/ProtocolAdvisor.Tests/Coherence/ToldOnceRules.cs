using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Rule 9: one cause is told once, with all its places.</summary>
internal static class ToldOnceRules
{
    // The second says again, or against it, what the first says of the same place or of the same secret.
    private static readonly (FindingCode One, FindingCode Again, bool SamePlace)[] Twins =
    [
        (FindingCode.LoginDiffersByProtocol, FindingCode.AuthBadCredentials, true),
        (FindingCode.TcpRefused, FindingCode.ImplicitTlsMissing, true),
        (FindingCode.TcpTimeout, FindingCode.ImplicitTlsMissing, true),
        (FindingCode.CleartextOnly, FindingCode.StarttlsNotOffered, false),
        (FindingCode.DnsLookupFailed, FindingCode.DiscoveryNothingFound, false),
        (FindingCode.HostLikelyMisspelled, FindingCode.DiscoveryNothingFound, false),
        (FindingCode.OtherWaysOnly, FindingCode.DiscoveryNothingFound, false),
    ];

    public static IEnumerable<Complaint> Of(AssessmentReport report, Language language) =>
        Repeated(report).Concat(InTheText(report, language)).Concat(Twice(report));

    private static IEnumerable<Complaint> Repeated(AssessmentReport report) =>
        from told in report.Findings.GroupBy(x => (x.Code, x.Protocol, x.Endpoint, x.Evidence))
        where told.Count() > 1
        select new Complaint(CoherenceRule.CauseIsToldOnce, $"{told.Key.Code} is listed {told.Count()} times at {told.Key.Endpoint}");

    private static IEnumerable<Complaint> InTheText(AssessmentReport report, Language language)
    {
        var text = string.Join('\n', TextReport.Sections(report, language).SelectMany(x => x.Lines));
        return from code in report.Findings.Select(x => x.Code).Distinct()
               where text.Split($"[{WireName.Of(code)}]").Length > 1 + report.Findings.Where(x => x.Code == code).Select(x => x.Remedy).Distinct().Count()
               select new Complaint(CoherenceRule.CauseIsToldOnce, $"{code} is told in several places of the text");
    }

    private static IEnumerable<Complaint> Twice(AssessmentReport report) =>
        from twins in Twins
        let first = report.Findings.Where(x => x.Code == twins.One).ToList()
        from again in report.Findings.Where(x => x.Code == twins.Again)
        where first.Exists(x => x.Protocol == again.Protocol && (!twins.SamePlace || x.Endpoint == again.Endpoint))
        select new Complaint(CoherenceRule.CauseIsToldOnce, $"{twins.One} and {twins.Again} tell of one cause");
}
