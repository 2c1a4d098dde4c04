using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.Tests.Findings.ProducingRuns;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Findings;

public class DetectorTests
{
    [Fact]
    public void What_is_spoken_instead_is_the_evidence() =>
        Assert.Equal("answers in SMTP: “220 smtp”", One(ProducingRuns.All[FindingCode.WrongProtocol], FindingCode.WrongProtocol).Shown());

    [Fact]
    public void Silence_on_a_TLS_port_to_a_text_client_is_a_wrong_setting_rather_than_a_dead_server() => One(
        Run(Failed(At(MailProtocol.Imap, 993, ConnectionSecurity.StartTls), MailStep.Greeting, FailureKind.TimedOut)), FindingCode.ClearSpokenToTlsPort);

    [Theory]
    [InlineData("imap.gmial.com", "imap.gmial.com → imap.gmail.com")]
    [InlineData("pop.gmx.dee", "pop.gmx.dee → gmx.de")]
    [InlineData("mail.example.com", null)]
    public void A_server_that_does_not_exist_and_is_one_slip_from_a_known_one_is_probably_that_one(string host, string? evidence)
    {
        var run = Run(Failed(At(MailProtocol.Imap, 993, ConnectionSecurity.ImplicitTls, host), MailStep.Resolve, FailureKind.HostNotFound));
        Assert.Equal(evidence, Diagnosis.Of(run, null).SingleOrDefault(x => x.Code == FindingCode.HostLikelyMisspelled)?.Shown());
    }

    [Fact]
    public void A_misspelled_name_that_works_is_not_misspelled() => None(Run(Healthy(At(MailProtocol.Imap, 993, ConnectionSecurity.ImplicitTls, "imap.gmial.com"))));

    [Fact]
    public void A_misspelled_domain_is_told_only_when_nothing_was_found_for_it_for_certain()
    {
        var domain = HostName.Parse("gmial.com");
        var missed = Published.Missed(DiscoverySource.Autoconfig);
        Assert.Equal("gmial.com → gmail.com", Misspelled(missed)?.Shown());
        Assert.Null(Misspelled(missed, Published.Failed(DiscoverySource.Mx, FailureKind.LookupFailed)));
        Assert.Null(Misspelled(missed, Published.Srv("_imaps", 0, Published.Imaps("mail.gmial.com"))));

        Finding? Misspelled(params SourceAttempt[] attempts) =>
            Diagnosis.Of(Ranking.Of(attempts, domain)).SingleOrDefault(x => x.Code == FindingCode.HostLikelyMisspelled);
    }

    [Theory]
    [InlineData("* BYE too many connections, try later")]
    [InlineData("-ERR verbose mode unblocked")]
    public void A_refusal_that_names_no_block_list_is_just_a_refusal(string reply) =>
        One(Run(Failed(Imaps, MailStep.Greeting, FailureKind.GreetingRejected, reply)), FindingCode.GreetingRefused);

    [Fact]
    public void Addresses_that_were_not_dialled_say_nothing() => None(
        Run(Healthy(Imaps) with
        {
            Addresses = [Address("192.0.2.1"), Address("2001:db8::1", StepOutcome.NotAttempted), Address("10.0.0.1", StepOutcome.Failed, FailureKind.AddressBlocked)],
        }));

    [Fact]
    public void A_port_closed_on_all_addresses_is_no_disagreement() => Assert.Equal(
        [FindingCode.TcpRefused],
        Diagnosis.Of(
            Run(Failed(Imaps, MailStep.Connect, FailureKind.ConnectionRefused) with
            {
                Addresses = [Address("192.0.2.1", StepOutcome.Failed, FailureKind.ConnectionRefused), Address("2001:db8::1", StepOutcome.Failed, FailureKind.ConnectionRefused)],
            }),
            null).Select(x => x.Code));

    [Theory]
    [InlineData("TLS_RSA_WITH_AES_256_GCM_SHA384", true)]
    [InlineData("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", true)]
    [InlineData("TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA", true)]
    [InlineData("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384", false)]
    [InlineData("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", false)]
    [InlineData("TLS_CHACHA20_POLY1305_SHA256", false)]
    public void A_cipher_suite_is_weak_without_forward_secrecy_or_with_an_outdated_cipher(string suite, bool weak) =>
        Assert.Equal(weak, Diagnosis.Of(Run(Healthy(Imaps) with { Tls = new("1.3", suite, Certificate) }), null).Any(x => x.Code == FindingCode.TlsWeakCipher));

    [Fact]
    public void An_expired_certificate_does_not_also_expire_soon() => One(
        Run(WithCertificate(Imaps, Certificate with { NotAfter = StartedAt.AddDays(-1), Status = [CertificateStatus.Expired] })), FindingCode.CertExpired);

    [Fact]
    public void Different_certificates_that_are_all_valid_are_only_a_hint() =>
        Assert.Equal(Severity.Low, One(ProducingRuns.All[FindingCode.CertDiffersBetweenPorts], FindingCode.CertDiffersBetweenPorts).Severity);

    [Fact]
    public void A_server_that_forbids_sign_in_without_TLS_but_offers_none_may_have_been_stripped()
    {
        var findings = Diagnosis.Of(Run(NoStartTls("IMAP4rev1", "LOGINDISABLED")), null);
        Assert.Equal(FindingConfidence.Possible, Assert.Single(findings, x => x.Code == FindingCode.StarttlsStrippedSuspected).Confidence);
    }

    [Theory]
    [InlineData("USER", true)]
    [InlineData("SASL PLAIN", true)]
    [InlineData("SASL CRAM-MD5", false)]
    [InlineData("SASL", false)]
    public void Pop3_takes_passwords_in_clear_with_User_or_a_plain_mechanism_before_TLS(string line, bool allowed)
    {
        var run = Run(Healthy(Pop3) with { CapabilitiesBeforeTls = new(["UIDL", "STLS", line]) });
        Assert.Equal(allowed, Diagnosis.Of(run, null).Any(x => x.Code == FindingCode.PlaintextLoginAllowed));
    }

    [Fact]
    public void A_server_with_the_plain_login_command_is_not_OAuth_only() =>
        None(Run(Healthy(Imaps) with { Capabilities = new(["IMAP4rev1", "IDLE", "AUTH=XOAUTH2"]) }));

    [Theory]
    [InlineData("NO [SERVERBUG] oops", FindingCode.AuthServerFault, FindingConfidence.Certain)]
    [InlineData("NO [EXPIRED] no", FindingCode.PasswordExpired, FindingConfidence.Certain)]
    [InlineData("NO [INUSE] no", FindingCode.AuthInUse, FindingConfidence.Certain)]
    [InlineData("NO [AUTHENTICATIONFAILED] no", FindingCode.AuthBadCredentials, FindingConfidence.Likely)]
    [InlineData("NO [LIMIT] wait", FindingCode.AuthRateLimited, FindingConfidence.Likely)]
    [InlineData("NO [UNAVAILABLE] no", FindingCode.AuthTemporaryFailure, FindingConfidence.Likely)]
    [InlineData("NO [NOPERM] no", FindingCode.AccountNotPermitted, FindingConfidence.Likely)]
    [InlineData("NO [AUTHORIZATIONFAILED] no", FindingCode.AccountNotPermitted, FindingConfidence.Likely)]
    [InlineData("NO [CONTACTADMIN] no", FindingCode.AuthRefusedUnknown, FindingConfidence.Likely)]
    [InlineData("NO [CANNOT] no", FindingCode.AuthRefusedUnknown, FindingConfidence.Likely)]
    [InlineData("NO [ALERT] Account suspended", FindingCode.AccountSuspended, FindingConfidence.Likely)]
    [InlineData("NO Two-factor authentication is required", FindingCode.AuthSecondFactor, FindingConfidence.Likely)]
    public void A_refusal_is_certain_only_with_a_code_that_can_mean_nothing_else(string reply, FindingCode code, FindingConfidence confidence) =>
        Assert.Equal(confidence, One(Run(Refused(Imaps, reply)), code).Confidence);

    [Fact]
    public void Where_the_server_leaves_two_causes_open_both_are_told_and_neither_is_sure()
    {
        var findings = Diagnosis.Of(Run(Refused(Imaps, "NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials or IMAP is disabled")), null);
        Assert.Equal([FindingCode.AuthBadCredentials, FindingCode.AccountImapDisabled], findings.Select(x => x.Code));
        Assert.All(findings, x => Assert.Equal(FindingConfidence.Possible, x.Confidence));
    }

    [Fact]
    public void Of_two_open_causes_the_credentials_are_out_once_the_other_protocol_took_them() => Assert.Equal(
        FindingConfidence.Likely,
        One(Run(Refused(Imaps, "NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials or IMAP is disabled"), With(Healthy(Pop3s), new(SignInOutcome.Accepted))), FindingCode.AccountImapDisabled).Confidence);

    // The password is right then, so nothing may blame it, not even for stray blanks.
    [Theory]
    [InlineData("NO [AUTHENTICATIONFAILED] Authentication failed", FindingCode.LoginDiffersByProtocol)]
    [InlineData("NO System error", FindingCode.AuthServerFault)]
    [InlineData("NO the moon is in the wrong phase", FindingCode.AuthRefusedUnknown)]
    [InlineData("NO [NOPERM] no", FindingCode.AccountNotPermitted)]
    public void A_password_that_the_other_protocol_took_is_not_blamed(string reply, FindingCode only)
    {
        var refused = Refused(Imaps, reply);
        One(Run(refused with { SignIn = refused.SignIn with { LooksMiscopied = true } }, With(Healthy(Pop3s), new(SignInOutcome.Accepted))), only);
    }

    [Theory]
    [InlineData("NO System error", false)]
    [InlineData("NO [SERVERBUG] oops", false)]
    [InlineData("NO [INUSE] wait", false)]
    [InlineData("NO the moon is in the wrong phase", false)]
    [InlineData("NO [UNAVAILABLE] later", false)]
    [InlineData("NO IMAP is disabled for this account", true)]
    [InlineData("NO [NOPERM] no", true)]
    [InlineData("NO [AUTHENTICATIONFAILED] Authentication failed", true)]
    public void Only_a_refusal_that_lasts_rules_the_protocol_out(string reply, bool lasts)
    {
        var run = Run(Refused(Imaps, reply), With(Healthy(Pop3s), new(SignInOutcome.Accepted)));
        Assert.Equal(!lasts, Advisor.Advise(new() { Devices = 2 }, KnownFacts.From(run)).Protocol == MailProtocol.Imap);
    }

    [Theory]
    [InlineData(2_900, null)]
    [InlineData(3_000, Severity.Low)]
    [InlineData(10_000, Severity.Medium)]
    public void A_greeting_that_takes_long_is_told_by_how_long(double ms, Severity? severity)
    {
        var finding = Diagnosis.Of(Run(Greeted(afterMs: ms)), null).SingleOrDefault(x => x.Code == FindingCode.GreetingSlow);
        Assert.Equal(severity, finding?.Severity);
    }

    [Theory]
    [InlineData("421 Server is busy, try again later.")]
    [InlineData("* BYE Server Busy. Please try again later")]
    [InlineData("-ERR [SYS/TEMP] maintenance")]
    public void A_busy_server_is_told_in_its_words(string reply) =>
        Assert.Equal(reply, One(Run(Failed(Imaps, MailStep.Greeting, FailureKind.GreetingRejected, reply)), FindingCode.ServerBusy).Shown());

    [Fact]
    public void Words_that_are_no_answer_to_starttls_are_no_attack() =>
        One(Run(Healthy(Pop3s), Failed(Pop3, MailStep.StartTls, FailureKind.StartTlsRefused, "MAYBE later")), FindingCode.StarttlsRefused);

    [Fact]
    public void An_alert_is_told_in_the_servers_words_unless_it_is_the_refusal_itself()
    {
        Assert.Equal("“ends soon”; “really”", One(Run(Healthy(Imaps) with { Alerts = ["ends soon", "really"] }), FindingCode.ServerAlert).Shown());
        var refused = Refused(Imaps, "NO [ALERT] Account suspended");
        One(Run(refused with { Probe = refused.Probe with { Alerts = ["Account suspended"] } }), FindingCode.AccountSuspended);
    }

    [Theory]
    [InlineData("AUTH=GSSAPI", FindingCode.AuthNoUsableMechanism)]
    [InlineData("AUTH=EXTERNAL", FindingCode.AuthNoUsableMechanism)]
    [InlineData("IDLE", FindingCode.AuthNoUsableMechanism)]
    [InlineData("AUTH=GSSAPI AUTH=NTLM", FindingCode.AuthLegacyMechanismsOnly)]
    [InlineData("AUTH=GSSAPI AUTH=XOAUTH2", FindingCode.AuthOauthOnly)]
    public void What_is_offered_where_no_password_is_taken_is_told(string offered, FindingCode code) =>
        One(Run(Healthy(Imaps) with { Capabilities = new(["IMAP4rev1", "IDLE", "LOGINDISABLED", .. offered.Split(' ')]) }), code);

    [Fact]
    public void A_miscopied_password_is_no_cause_where_the_server_names_another() => One(
        Run(With(Healthy(Imaps), new(SignInOutcome.Rejected, "PLAIN", 9, "NO [LIMIT] wait", SignInReason.AuthRateLimited) { LooksMiscopied = true })),
        FindingCode.AuthRateLimited);

    [Fact]
    public void An_accepted_token_leaves_nothing_to_say_about_passwords() =>
        None(Run(With(Healthy(Imaps) with { Capabilities = new(["IDLE", "LOGINDISABLED", "AUTH=XOAUTH2"]) }, new(SignInOutcome.Accepted, "XOAUTH2"))));

    [Fact]
    public void A_mailbox_in_use_is_no_difference_between_the_protocols()
    {
        var busy = With(Healthy(Pop3s), new(SignInOutcome.Rejected, "USER", 9, "-ERR [IN-USE] locked", SignInReason.Pop3MailboxInUse));
        One(Run(With(Healthy(Imaps), new(SignInOutcome.Accepted)), busy), FindingCode.Pop3MailboxInUse);
    }

    [Fact]
    public void A_run_without_credentials_does_not_complain_of_them() => None(Run(Healthy(Imaps)));

    [Fact]
    public void A_token_for_a_server_without_OAuth_does_not_fit() => One(
        Run(With(Healthy(Imaps), SignInResult.NotAttempted(SignInReason.AuthMechanismMissing))), FindingCode.AuthMechanismRejected);

    [Fact]
    public void Before_the_sign_in_a_missing_announcement_of_Uidl_makes_it_possible_only_and_one_of_Idle_means_nothing()
    {
        var run = Run(Healthy(Imaps) with { Capabilities = new(["IMAP4rev1"]) }, Healthy(Pop3s) with { Capabilities = new(["USER"]) });
        Assert.All(Diagnosis.Of(run, null), x => Assert.Equal(FindingConfidence.Possible, x.Confidence));
        Assert.Equal([FindingCode.Pop3NoUidl], Diagnosis.Of(run, null).Select(x => x.Code));
    }

    [Theory]
    [InlineData("EXPIRE 60 USER", "EXPIRE: 60 days")]
    [InlineData("EXPIRE NEVER", null)]
    public void An_announced_policy_is_told_before_the_sign_in(string line, string? evidence) => Assert.Equal(
        evidence, Diagnosis.Of(Run(Healthy(Pop3s) with { Capabilities = new(["UIDL", "USER", line]) }), null).SingleOrDefault()?.Shown());

    [Fact]
    public void A_login_delay_that_was_run_into_is_told_once()
    {
        var refused = With(Healthy(Pop3s) with { Capabilities = new(["UIDL", "LOGIN-DELAY 900"]) }, new(SignInOutcome.Rejected, Reason: SignInReason.Pop3LoginDelay));
        Assert.Single(Diagnosis.Of(Run(refused), null), x => x.Code == FindingCode.Pop3LoginDelay);
    }

    [Theory]
    [InlineData(210, null, false)]
    [InlineData(211, null, true)]
    [InlineData(50, 65_535.0, true)]
    [InlineData(50, 65_536.0, false)]
    public void Fetching_is_slow_beyond_three_round_trips_or_at_a_low_rate(double medianMs, double? rate, bool slow)
    {
        var run = Measured(new() { Fetch = new(10, 100_000, medianMs, medianMs, medianMs, medianMs, rate, rate is not null) });
        Assert.Equal(slow, Diagnosis.Of(run, null).Any(x => x.Code == FindingCode.FetchSlow));
    }

    [Fact]
    public void Sizes_that_differ_by_line_ends_do_not_disagree() =>
        None(Measured(new() { InboxMessages = 9, InboxBytes = 1000 }, new() { Messages = 9, Bytes = 951 }));

    [Fact]
    public void A_quota_is_not_called_full_before_it_is() =>
        Assert.EndsWith(", 99 %", One(Measured(new() { Quota = new(999, 1000) }), FindingCode.QuotaNearlyFull).Shown(), StringComparison.Ordinal);

    [Fact]
    public void Mail_in_folders_is_only_good_to_know_when_Imap_is_the_advice()
    {
        var run = ProducingRuns.All[FindingCode.MailOutsideInbox];
        var advice = Advisor.Advise(new() { Devices = 2 }, KnownFacts.From(run));
        Assert.Equal(Severity.Info, Assert.Single(Diagnosis.Of(run, advice)).Severity);
        Assert.Equal("6 messages in 2 folders", One(run, FindingCode.MailOutsideInbox).Shown());
    }

    [Fact]
    public void Mail_in_folders_is_told_by_the_folders_that_hold_it_and_only_where_there_is_Pop3()
    {
        var mailbox = new ImapMailbox { Messages = 10, InboxMessages = 4, Folders = 30, FilledFolders = 3 };
        Assert.Equal("6 messages in 2 folders", One(Measured(mailbox), FindingCode.MailOutsideInbox).Shown());
        None(Run(Healthy(Imaps)) with { Imap = mailbox });
    }

    [Theory]
    [InlineData(SignInReason.AuthBadCredentials, true)]
    [InlineData(SignInReason.AccountImapDisabled, false)]
    public void Why_one_protocol_refuses_is_guessed_only_where_the_server_does_not_say(SignInReason reason, bool guessed)
    {
        var run = Run(With(Healthy(Imaps), new(SignInOutcome.Rejected, Reason: reason)), With(Healthy(Pop3s), new(SignInOutcome.Accepted)));
        Assert.Equal(guessed, Diagnosis.Of(run, null).Any(x => x.Code == FindingCode.LoginDiffersByProtocol));
    }

    [Theory]
    [InlineData(0, Severity.Info)]
    [InlineData(30, Severity.High)]
    public void That_Pop3_deletes_what_it_fetches_frightens_nobody_who_is_to_use_Imap(int days, Severity severity)
    {
        var run = Measured(pop3: new() { ExpireDays = days });
        Assert.Equal(severity, Assert.Single(Diagnosis.Of(run, Advisor.Advise(new() { Devices = 2 }, KnownFacts.From(run)))).Severity);
    }

    [Fact]
    public void A_backup_that_exists_is_not_missed() => Assert.DoesNotContain(
        Diagnosis.Of(Run(Healthy(Pop3s)), Advisor.Advise(Known.OnePlace, KnownFacts.From(Run(Healthy(Pop3s))))), x => x.Code == FindingCode.NoBackup);

    [Fact]
    public void The_deadline_names_the_step_that_it_cut() => Assert.Equal(
        "mail.example.com:993: at the greeting", One(ProducingRuns.All[FindingCode.DeadlineReached], FindingCode.DeadlineReached).Shown());

    private static EndpointFacts Refused(MailEndpoint endpoint, string reply) => With(Healthy(endpoint), SignInResult.Refused("PLAIN", 9, reply, SignInRefusal.Read(reply, endpoint.Protocol)));

    private static Finding One(AssessmentFacts facts, FindingCode code)
    {
        var finding = Assert.Single(Diagnosis.Of(facts, null));
        Assert.Equal(code, finding.Code);
        return finding;
    }

    private static void None(AssessmentFacts facts) => Assert.Empty(Diagnosis.Of(facts, null));
}
