using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Drift;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Tests.Fixtures.Published;

namespace ProtocolAdvisor.Tests.Findings;

public class SettingsDriftTests
{
    [Fact]
    public void Sources_that_agree_do_not_drift() => Assert.Empty(SettingsDrift.Of(
        Ranked(Autoconfig(Imaps(username: "%EMAILADDRESS%"), Imap(), Pop3s()), Srv("_imaps", 0, Imaps()), Srv("_imap", 0, Imap()), Srv("_pop3s", 10, Pop3s())),
        [Healthy(Imaps()), Healthy(Imap()), Healthy(Pop3s())]));

    [Fact]
    public void A_host_that_works_is_right_against_one_that_is_dead()
    {
        var row = RowOf(DriftFact.Host, Ranked(Autoconfig(Imaps("old.example.com")), Srv("_imaps", 0, Imaps())), Dead(Imaps("old.example.com")), Healthy(Imaps()));
        Assert.Equal(("imap.example.com", DriftChange.CorrectSources), (row.Right, row.Change));
        Assert.Equal([("autoconfig", "old.example.com", false), ("srv", "imap.example.com", true)], row.Values.Select(x => (x.Holder, x.Value, x.Works!.Value)));
        Assert.Equal("Change https://autoconfig.example.com/mail/config-v1.1.xml to imap.example.com: that is what works.", DriftWords.Text(row, Language.English));
    }

    [Fact]
    public void A_list_that_names_more_hosts_contradicts_nobody() => Assert.DoesNotContain(
        SettingsDrift.Of(Ranked(Autoconfig(Imaps(), Imaps("second.example.com")), Srv("_imaps", 0, Imaps())), []), x => x.Fact == DriftFact.Host);

    [Fact]
    public void Two_ports_for_one_host_disagree()
    {
        var row = RowOf(DriftFact.Port, Ranked(Autoconfig(Imaps(port: 9993)), Catalogue(Imaps())), Healthy(Imaps()), Healthy(Imaps(port: 9993)));
        Assert.Null(row.Right);
        Assert.Equal(DriftChange.Align, row.Change);
    }

    [Fact]
    public void Two_encryptions_for_one_port_disagree()
    {
        var clear = Claim(MailProtocol.Imap, "imap.example.com", 993, ConnectionSecurity.StartTls);
        var row = RowOf(DriftFact.Security, Ranked(Autoconfig(Imaps()), Catalogue(clear)), Healthy(Imaps()), Dead(clear));
        Assert.Equal("imap.example.com:993 implicitTls", row.Right);
    }

    [Fact]
    public void A_denial_against_a_working_server_is_to_be_withdrawn()
    {
        var row = RowOf(DriftFact.Offered, Ranked(Autoconfig(Pop3s()), Denied("_pop3s", MailProtocol.Pop3)), Healthy(Pop3s()));
        Assert.Equal((MailProtocol.Pop3, "yes", DriftChange.WithdrawDenial), (row.Protocol!.Value, row.Right!, row.Change));
    }

    [Fact]
    public void A_denial_against_a_dead_server_is_right()
    {
        var row = RowOf(DriftFact.Offered, Ranked(Autoconfig(Pop3s()), Denied("_pop3s", MailProtocol.Pop3)), Dead(Pop3s()));
        Assert.Equal(("no", DriftChange.WithdrawServers), (row.Right!, row.Change));
    }

    [Fact]
    public void A_denial_against_a_server_that_answers_is_wrong_however_bad_its_certificate()
    {
        var expired = Facts.WithCertificate(Pop3s().Endpoint, Facts.Certificate with { Status = [CertificateStatus.Expired] });
        var row = RowOf(DriftFact.Offered, Ranked(Autoconfig(Pop3s()), Denied("_pop3s", MailProtocol.Pop3)), Facts.With(expired));
        Assert.Equal(("yes", DriftChange.WithdrawDenial), (row.Right!, row.Change));
    }

    [Fact]
    public void To_deny_one_way_beside_the_other_is_no_contradiction() => Assert.Empty(SettingsDrift.Of(
        Ranked(Autoconfig(Imaps()), Srv("_imaps", 0, Imaps()), Denied("_imap", MailProtocol.Imap)), [Healthy(Imaps())]));

    [Fact]
    public void The_record_that_is_wrong_is_the_one_to_change()
    {
        var row = RowOf(
            DriftFact.Host, Ranked(Autoconfig(Imaps(), Pop3s()), Srv("_imaps", 0, Imaps()), Srv("_pop3s", 10, Pop3s("old.example.com"))),
            Healthy(Imaps()), Healthy(Pop3s()), Dead(Pop3s("old.example.com")));
        Assert.Equal("Change _pop3s._tcp.example.com to pop.example.com: that is what works.", DriftWords.Text(row, Language.English));
    }

    [Fact]
    public void A_denial_stands_where_it_was_found() => Assert.Equal("_pop3s._tcp.example.com", RowOf(
        DriftFact.Offered, Ranked(Autoconfig(Pop3s()), Srv("_imaps", 0, Imaps()), Denied("_pop3s", MailProtocol.Pop3))).Values[0].Location);

    [Fact]
    public void Ports_in_another_order_or_one_more_of_them_contradict_nobody() => Assert.DoesNotContain(
        SettingsDrift.Of(Ranked(Autoconfig(Imaps(), Imaps(port: 9993)), Catalogue(Imaps(port: 9993), Imaps()), Pacc(Imaps())), []), x => x.Fact == DriftFact.Port);

    [Fact]
    public void Nobody_is_told_to_change_what_was_not_looked_at()
    {
        var row = RowOf(DriftFact.Host, Ranked(Autoconfig(Imaps("other.example.com")), Srv("_imaps", 0, Imaps())), Healthy(Imaps()));
        Assert.Equal(("imap.example.com", DriftChange.Align), (row.Right, row.Change));
    }

    [Fact]
    public void User_names_and_preferences_are_held_against_each_other()
    {
        var rows = SettingsDrift.Of(
            Ranked(Autoconfig(Pop3s(username: "%EMAILADDRESS%"), Imaps()), Srv("_imaps", 0, Imaps()), Srv("_pop3s", 10, Pop3s()), Catalogue(Pop3s(username: "%EMAILLOCALPART%"))), []);
        Assert.Equal(["%EMAILADDRESS%", "%EMAILLOCALPART%"], rows.Single(x => x.Fact == DriftFact.Username).Values.Select(x => x.Value));
        Assert.Equal(["pop3", "imap"], rows.Single(x => x.Fact == DriftFact.Preferred).Values.Select(x => x.Value));
    }

    [Fact]
    public void A_published_endpoint_that_is_dead_is_held_against_the_live_server()
    {
        var row = RowOf(DriftFact.Endpoint, Ranked(Autoconfig(Imaps(), Imap())), Healthy(Imaps()), Dead(Imap()));
        Assert.Equal([("autoconfig", "imap.example.com:143 startTls"), ("live", "connection-refused")], row.Values.Select(x => (x.Holder, x.Value)));
    }

    [Fact]
    public void A_certificate_without_the_published_name_is_held_against_it()
    {
        var bad = Facts.WithCertificate(Imaps().Endpoint, Facts.Certificate with { Names = ["mail.hoster.example"], Status = [CertificateStatus.NameMismatch] });
        var row = RowOf(DriftFact.Certificate, Ranked(Autoconfig(Imaps())), Facts.With(bad));
        Assert.Equal([("autoconfig", "imap.example.com"), ("certificate", "mail.hoster.example")], row.Values.Select(x => (x.Holder, x.Value)));
        Assert.Equal(DriftChange.Recertify, row.Change);
    }

    [Fact]
    public void A_dead_host_and_a_certificate_for_another_name_are_found_once_and_have_one_remedy()
    {
        var misnamed = Facts.With(Facts.WithCertificate(Imaps().Endpoint, Facts.Certificate with { Names = ["mail.hoster.example"], Status = [CertificateStatus.NameMismatch] }));
        var facts = Facts.Run(misnamed, Dead(Pop3s())) with { Discovery = Ranked(Autoconfig(Imaps(), Pop3s())) };
        Assert.Equal([FindingCode.TcpRefused, FindingCode.CertNameMismatch], Diagnosis.Of(facts, null).Where(x => x.Severity == Severity.Blocking).Select(x => x.Code).Order());
        Assert.DoesNotContain(Diagnosis.Of(facts, null), x => x.Code == FindingCode.SettingsDrift);
        var rows = SettingsDrift.Of(facts.Discovery, facts.Endpoints);
        Assert.Equal([DriftFact.Endpoint, DriftFact.Certificate], rows.Select(x => x.Fact).Order());
        Assert.All(rows, x => Assert.EndsWith("; the findings say what to do.", DriftWords.Text(x, Language.English), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FailureKind.TargetBusy)]
    [InlineData(FailureKind.AddressBlocked)]
    [InlineData(FailureKind.DeadlineReached)]
    public void What_nobody_looked_at_proves_nothing(FailureKind kind) => Assert.Empty(
        SettingsDrift.Of(Ranked(Autoconfig(Imaps())), [Facts.With(Facts.Failed(Imaps().Endpoint, MailStep.Connect, kind))]));

    [Fact]
    public void Guesses_and_the_mail_exchangers_provider_promise_nothing() => Assert.Empty(SettingsDrift.Of(
        Ranked(Found(DiscoverySource.Mx, "https://autoconfig.hoster.example/", false, Imaps("imap.hoster.example")), Guess(Pop3s("mail.example.com"))),
        [Dead(Imaps("imap.hoster.example")), Dead(Pop3s("mail.example.com"))]));

    [Fact]
    public void Every_change_has_its_sentence_in_both_languages()
    {
        DriftValue[] values = [new("srv", "_imaps._tcp.example.com", "no", null), new("autoconfig", "https://autoconfig.example.com/", "yes", null)];
        var texts = Enum.GetValues<DriftChange>().SelectMany(change => Language.All.Select(x => DriftWords.Text(new(DriftFact.Host, null, values, "yes", change), x))).ToList();
        Assert.Equal(texts.Count, texts.Distinct().Count());
        Assert.All(texts, x => Assert.DoesNotContain("{", x, StringComparison.Ordinal));
    }

    [Fact]
    public void Servers_for_sending_are_held_against_each_other_and_what_answers_is_right()
    {
        var (old, now) = (Facts.At(MailProtocol.Submission, 465, ConnectionSecurity.ImplicitTls, "old.example.com"), Facts.Submissions);
        var srv = Found(DiscoverySource.Srv, "_submissions._tcp.example.com", false) with { Outgoing = [OutgoingClaim.At(old)] };
        var row = RowOf(
            DriftFact.Host, Ranked(Sending(now), srv), Facts.With(Facts.Healthy(now)), Facts.With(Facts.Failed(old, MailStep.Connect, FailureKind.ConnectionRefused)));
        Assert.Equal((MailProtocol.Submission, "smtp.example.com"), (row.Protocol!.Value, row.Right!));
        Assert.Equal([("autoconfig", "smtp.example.com", true), ("srv", "old.example.com", false)], row.Values.Select(x => (x.Holder, x.Value, x.Works!.Value)));
        Assert.Equal("Change _submissions._tcp.example.com to smtp.example.com: that is what works.", DriftWords.Text(row, Language.English));
    }

    [Fact]
    public void A_denial_of_sending_against_a_server_that_answers_is_wrong()
    {
        var row = RowOf(
            DriftFact.Offered, Ranked(Sending(Facts.Submissions), Denied("_submissions", MailProtocol.Submission)), Facts.With(Facts.Healthy(Facts.Submissions)));
        Assert.Equal((MailProtocol.Submission, "yes", DriftChange.WithdrawDenial), (row.Protocol!.Value, row.Right!, row.Change));
    }

    private static DriftRow RowOf(DriftFact fact, DiscoveryResult discovery, params EndpointFacts[] endpoints) =>
        Assert.Single(SettingsDrift.Of(discovery, endpoints), x => x.Fact == fact);

    private static EndpointFacts Healthy(IncomingClaim claim) => Facts.With(Facts.Healthy(claim.Endpoint));

    private static EndpointFacts Dead(IncomingClaim claim) => Facts.With(Facts.Failed(claim.Endpoint, MailStep.Connect, FailureKind.ConnectionRefused));
}
