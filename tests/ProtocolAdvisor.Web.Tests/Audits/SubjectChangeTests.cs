using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Audits.Telling;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Audits;

/// <summary>What has changed at a subject, and how it is exported.</summary>
public sealed class SubjectChangeTests
{
    private static readonly DateTimeOffset Ends = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Findings_appear_and_are_mended()
    {
        var change = SubjectChange.Between(Row(FindingCode.CertExpiresSoon, FindingCode.CleartextOnly), Row(FindingCode.CertExpired, FindingCode.CleartextOnly));
        Assert.Equal([FindingCode.CertExpired], change.Appeared);
        Assert.Equal([FindingCode.CertExpiresSoon], change.Mended);
        Assert.Empty(change.Changed);
    }

    [Fact]
    public void Another_server_certificate_and_state_are_told_apart()
    {
        var before = Row();
        Assert.False(SubjectChange.Between(before, Row()).IsAny);
        Assert.Equal([ChangedPart.State], SubjectChange.Between(before, before with { State = SummaryState.ToMend }).Changed);
        Assert.Equal([ChangedPart.MailHost], SubjectChange.Between(before, before with { MailHost = "other.example" }).Changed);
        Assert.Equal([ChangedPart.Protocol], SubjectChange.Between(before, before with { Protocol = RecommendedProtocol.Pop3 }).Changed);
        Assert.Equal([ChangedPart.Settings], SubjectChange.Between(before, before with { Outgoing = null }).Changed);
        Assert.Equal([ChangedPart.Certificate], SubjectChange.Between(before, before with { Servers = [before.Servers[0] with { Certificate = "bb" }] }).Changed);
        Assert.Equal([ChangedPart.Endpoints], SubjectChange.Between(before, before with { Servers = [before.Servers[0] with { Usable = false }] }).Changed);
    }

    // Our name servers were away: nothing is mended by that.
    [Fact]
    public void What_could_not_be_found_out_is_neither_mended_nor_gone()
    {
        var unknown = new AuditRow(SummaryState.CouldNotFindOut, [FindingCode.LookupImpossible], RecommendedProtocol.None, null, null, null, []);
        foreach (var change in new[] { SubjectChange.Between(Row(FindingCode.CertExpired), unknown), SubjectChange.Between(unknown, Row(FindingCode.CertExpired)) })
        {
            Assert.Equal([ChangedPart.State], change.Changed);
            Assert.Empty(change.Appeared);
            Assert.Empty(change.Mended);
        }
    }

    // The server was silent to the question this time, or the time before.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_not_judged_is_neither_mended_nor_new(bool wasFound)
    {
        var found = Row(FindingCode.TlsLegacyOffered) with { State = SummaryState.ToMend };
        var open = Row() with { NotJudged = [FindingCode.TlsLegacyOffered] };
        Assert.False((wasFound ? SubjectChange.Between(found, open) : SubjectChange.Between(open, found)).IsAny);

        var more = found with { Findings = [FindingCode.TlsLegacyOffered, FindingCode.CertExpiresSoon] };
        var change = wasFound ? SubjectChange.Between(more, open) : SubjectChange.Between(open, more);
        Assert.Equal([FindingCode.CertExpiresSoon], wasFound ? change.Mended : change.Appeared);
        Assert.Equal([ChangedPart.State], change.Changed);
    }

    // One host has answered, the other one was silent: what the one says is told once, or it would never be.
    [Fact]
    public void What_one_host_shows_is_told_although_another_was_silent_that_time()
    {
        var found = Row(FindingCode.TlsLegacyOffered) with { State = SummaryState.ToMend, NotJudged = [FindingCode.TlsLegacyOffered] };
        var appeared = SubjectChange.Between(Row(), found);
        Assert.Equal([FindingCode.TlsLegacyOffered], appeared.Appeared);
        Assert.Equal([ChangedPart.State], appeared.Changed);
        var mended = SubjectChange.Between(found, Row());
        Assert.Equal([FindingCode.TlsLegacyOffered], mended.Mended);
        Assert.Equal([ChangedPart.State], mended.Changed);
    }

    // Its turn did not come, or who names it did not answer: the other one is advised meanwhile.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_not_looked_at_has_not_changed_and_neither_has_what_is_advised_for_that_reason(bool isNewer)
    {
        var whole = Row() with { Servers = [.. Row().Servers, Row().Servers[0] with { Protocol = MailProtocol.Pop3, Host = "pop.example.com", Port = 995, Certificate = "bb" }] };
        var other = whole with
        {
            Protocol = RecommendedProtocol.Pop3,
            MailHost = "pop.example.com",
            Incoming = new("pop.example.com", 995, ConnectionSecurity.ImplicitTls),
            Servers = [whole.Servers[1]],
        };
        SubjectChange Between(AuditRow seen, AuditRow open) => isNewer ? SubjectChange.Between(seen, open) : SubjectChange.Between(open, seen);
        Assert.False(Between(whole, other with { Unexamined = ["imap.example.com:993"] }).IsAny);
        var found = whole with { State = SummaryState.ToMend, Findings = [FindingCode.CertExpiresSoon] };
        Assert.False(Between(found, other with { Unexamined = ["imap.example.com:993"] }).IsAny);
        Assert.False(Between(found with { Findings = [FindingCode.SettingsDrift] }, whole with { Unheard = [DiscoverySource.Srv] }).IsAny);
        Assert.True(Between(found, whole with { Unheard = [DiscoverySource.Srv] }).IsAny);
        Assert.False(Between(whole, other with { Unheard = [DiscoverySource.Srv] }).IsAny);
        ChangedPart[] all = [ChangedPart.Protocol, ChangedPart.MailHost, ChangedPart.Settings, ChangedPart.Endpoints, ChangedPart.Certificate];
        Assert.Equal(all, Between(whole with { Unheard = [DiscoverySource.Srv] }, other with { Unheard = [DiscoverySource.Srv] }).Changed);
    }

    [Fact]
    public void A_row_says_what_was_not_looked_at()
    {
        var run = StoredReports.Run();
        var silent = new SourceAttempt { Source = DiscoverySource.Srv, Location = "_pop3s._tcp.example.com", Outcome = SourceOutcome.Failed, Failure = new(FailureKind.TimedOut) };
        var busy = new ProbeResult { Endpoint = StoredReports.Pop3s, Steps = [new(MailStep.Connect, StepOutcome.Failed, Failure: new Failure(MailStep.Connect, FailureKind.TargetBusy, null, 0))] };
        run = run with
        {
            Facts = run.Facts with
            {
                Discovery = run.Facts.Discovery with { Attempts = [silent] },
                Endpoints = [run.Facts.Endpoints[0], run.Facts.Endpoints[1] with { Probe = busy }],
            },
        };
        var row = AuditRow.Of(run.Report(Words.Language.English));
        Assert.Equal(["mail.example.com:995"], row.Unexamined);
        Assert.Equal([DiscoverySource.Srv], row.Unheard);
    }

    [Fact]
    public void A_row_that_an_older_version_kept_has_judged_everything()
    {
        var kept = System.Text.Json.JsonSerializer.Serialize(Row(), AuditRow.Json).Replace("\"notJudged\":[],", "", StringComparison.Ordinal).Replace(",\"notJudged\":[]", "", StringComparison.Ordinal);
        Assert.DoesNotContain("notJudged", kept, StringComparison.Ordinal);
        Assert.Empty(AuditResultReport.RowOf(System.Text.Encoding.UTF8.GetBytes(kept))!.NotJudged);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("bücher.example", "bücher.example")]
    [InlineData("", "")]
    public void A_cell_is_no_formula(string text, string cell) => Assert.Equal(cell, ResultTable.Cell(text));

    private static AuditRow Row(params FindingCode[] findings) => new(
        SummaryState.Works, findings, RecommendedProtocol.Imap, "imap.example.com", new("imap.example.com", 993, ConnectionSecurity.ImplicitTls),
        new("smtp.example.com", 465, ConnectionSecurity.ImplicitTls),
        [new(MailProtocol.Imap, "imap.example.com", 993, ConnectionSecurity.ImplicitTls, true, "aa", Ends)]);
}
