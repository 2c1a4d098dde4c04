using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Summaries;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Findings;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Reports.Summaries;

/// <summary>What a worried customer reads first.</summary>
public class SummaryTests
{
    private static readonly SignInResult Accepted = new(SignInOutcome.Accepted, "PLAIN", 50, "OK");
    private static readonly SignInResult Kept = SignInResult.NotAttempted(SignInReason.EndpointNotUsable);
    private static readonly Usage TwoDevices = new() { Devices = 2, People = 1 };

    [Fact]
    public void A_dead_address_is_named_with_its_remedy_and_the_password_stayed_here() => Says(
        Of(Run([.. MailEndpoint.StandardOf(Imaps.Host).Select(x => With(Failed(x, MailStep.Connect, FailureKind.ConnectionRefused), Kept))])),
        SummaryState.DoesNotWork, "No mail server answers", "Nothing answers on this port (mail.example.com:993, mail.example.com:143 and 2 more). The usual ports of this server were tried.", "your password was not sent");

    [Fact]
    public void A_certificate_that_cannot_be_trusted_keeps_the_password_here() => Says(
        Of(Run(With(WithCertificate(Imaps, Certificate with { Status = [CertificateStatus.SelfSigned] }), Kept))),
        SummaryState.DoesNotWork, "The server's certificate cannot be trusted", "(mail.example.com:993)", "your password was not sent");

    [Fact]
    public void A_recommended_server_that_could_not_be_looked_up_is_unknown_and_the_other_does_not_stand_for_it() => Says(
        Of(Run(With(Failed(Imaps with { Host = HostName.Parse("imap.example.com") }, MailStep.Resolve, FailureKind.LookupFailed), Kept), With(Healthy(Pop3s), Accepted))),
        SummaryState.CouldNotFindOut, "Use IMAP; its server is not known yet", "stood in the way: The server name could not be looked up (imap.example.com).", "The sign-in works over POP3.");

    [Fact]
    public void A_busy_server_beside_one_that_works_is_something_to_mend() => Says(
        Of(Run(With(Healthy(Imaps), Accepted), With(Failed(Pop3s, MailStep.Greeting, FailureKind.GreetingRejected, "-ERR server is busy, try again later"), Kept))),
        SummaryState.ToMend, "Use IMAP", "The sign-in works over IMAP.", "To fix: The server is busy and turns us away (mail.example.com:995).");

    [Theory]
    [InlineData(FailureKind.GreetingRejected, "* BYE server is busy, try again later", "The mail server turns us away", "The server is busy and turns us away (mail.example.com:993).")]
    [InlineData(FailureKind.TimedOut, null, "No mail server answers", "The server connects but says nothing (mail.example.com:993).")]
    public void A_guessed_server_that_is_there_and_turns_us_away_is_told(FailureKind kind, string? reply, string headline, string said) => Says(
        Of(Guessed(With(Failed(Imaps, MailStep.Greeting, kind, reply), Kept))), SummaryState.CouldNotFindOut, headline, "What stood in the way: " + said);

    [Fact]
    public void A_busy_server_beside_a_port_that_is_shut_may_work_in_another_moment() => Says(
        Of(Run(
            With(Failed(Imaps, MailStep.Greeting, FailureKind.GreetingRejected, "* BYE server is busy, try again later"), Kept),
            With(Failed(Pop3s, MailStep.Connect, FailureKind.ConnectionRefused), Kept))),
        SummaryState.CouldNotFindOut, "The mail server turns us away", "What stood in the way: The server is busy and turns us away (mail.example.com:993).");

    [Fact]
    public void What_is_wrong_at_a_guess_is_not_the_last_word_while_a_source_was_not_heard()
    {
        var guess = With(WithCertificate(Imaps, Certificate with { Status = [CertificateStatus.SelfSigned] }), Kept);
        var unheard = Published.Failed(DiscoverySource.Srv, FailureKind.TimedOut, "_imaps._tcp.example.com");
        var report = Of(Run(guess) with { Discovery = Published.Ranked(Published.Guess(Published.Imaps("mail.example.com")), unheard) });
        Assert.Equal(SummaryState.CouldNotFindOut, report.Summary.State);
    }

    [Fact]
    public void A_refusal_for_now_leaves_open_whether_it_works() => Says(
        Of(Run(With(Healthy(Imaps), new(SignInOutcome.Rejected, "PLAIN", 50, "NO [UNAVAILABLE] try later", SignInReason.AuthTemporaryFailure)))),
        SummaryState.CouldNotFindOut, "Sign-in was refused for now", "What stood in the way: ");

    [Fact]
    public void What_is_wrong_at_the_guessed_server_that_is_recommended_is_told() => Says(
        Of(Guessed(With(WithCertificate(Imaps, Certificate with { NotBefore = StartedAt.AddDays(-70), NotAfter = StartedAt.AddDays(3) })))),
        SummaryState.ToMend, "Use IMAP", "The certificate expires soon (mail.example.com:993).");

    [Fact]
    public void What_the_reader_will_feel_is_told_before_what_only_the_operator_can_mend() => Says(
        Of(Run(With(Healthy(Imaps) with { LegacyTlsOffered = true }, Accepted)) with { Imap = new() { InboxMessages = 3, Quota = new(92, 100) } }),
        SummaryState.ToMend, "Use IMAP", "To fix: The mailbox is nearly full");

    [Theory]
    [InlineData(0, SummaryState.CouldNotFindOut, "Messages could not be fetched", "stood in the way: The server lists messages that it does not hand out")]
    [InlineData(9, SummaryState.ToMend, "Use IMAP", "To fix: Passwords are accepted without encryption")]
    public void Mail_of_which_nothing_can_be_read_is_told_before_what_is_wrong_with_the_server(int read, SummaryState state, string headline, string told) => Says(
        Of(Run(With(Healthy(Pop3s), Accepted), With(Healthy(Imap) with { CapabilitiesBeforeTls = new(["IMAP4rev1", "STARTTLS"]) }, Kept)) with
        {
            Pop3 = new() { Messages = 300, Uidl = true, Unreadable = 1, Fetch = read == 0 ? null : new(read, 20_000, 4, 5, 3, 6, null, false) },
        }),
        state, headline, told);

    [Fact]
    public void A_server_that_fails_by_itself_has_not_refused_anybody() => Says(
        Of(Run(With(Healthy(Imaps), new(SignInOutcome.Rejected, "PLAIN", 50, "NO [SERVERBUG] oops", SignInReason.AuthServerFault)))),
        SummaryState.CouldNotFindOut, "The mail server does not work as it should", "stood in the way: ", "(mail.example.com:993): “NO [SERVERBUG] oops”. Try again later.", "says nothing against the password");

    public static TheoryData<SignInResult, string, string> Unheard => new()
    {
        { new(SignInOutcome.Unanswered, "PLAIN", Reason: SignInReason.AuthUnanswered), "Sign-in was not answered", "The server does not answer the sign-in (mail.example.com:993). Try again later" },
        { new(SignInOutcome.Unanswered, "PLAIN", Reason: SignInReason.ConnectionFailed), "Sign-in was not answered", "The server breaks off in mid-conversation (mail.example.com:993). Try again later." },
        { new(SignInOutcome.Rejected, "PLAIN", 50, "* BYE gone", SignInReason.AuthRefusedUnknown), "Sign-in was refused for now", "“* BYE gone”" },
        { new(SignInOutcome.Rejected, "PLAIN", 50, "NO [UNAVAILABLE] later", SignInReason.AuthTemporaryFailure), "Sign-in was refused for now", "Try again later." },
    };

    [Theory]
    [MemberData(nameof(Unheard))]
    public void A_sign_in_that_was_not_answered_broke_off_or_met_a_passing_fault_is_not_told_as_an_account_that_does_not_work(SignInResult signIn, string headline, string said)
    {
        var lost = new StepResult(MailStep.SignIn, StepOutcome.Failed, 40, 1, new(MailStep.SignIn, FailureKind.ConnectionReset, null, 40));
        StepResult[] steps = signIn.Reason == SignInReason.ConnectionFailed ? [lost] : [];
        var report = Of(Run(With(Healthy(Imaps), signIn, steps), With(Healthy(Pop3s), signIn, steps)));
        Says(report, SummaryState.CouldNotFindOut, headline, "What stood in the way: ", said.Replace("(mail.example.com:993)", "(mail.example.com:993, mail.example.com:995)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FailureKind.ConnectionReset, "* BYE Autologout", SummaryState.CouldNotFindOut, "The mailbox did not open this time")]
    [InlineData(FailureKind.ConnectionReset, null, SummaryState.CouldNotFindOut, "The mailbox did not open this time")]
    [InlineData(FailureKind.TimedOut, null, SummaryState.CouldNotFindOut, "The mailbox did not open this time")]
    [InlineData(FailureKind.MailboxRefused, "NO [UNAVAILABLE] later", SummaryState.CouldNotFindOut, "The mailbox did not open this time")]
    [InlineData(FailureKind.MailboxRefused, "NO [SERVERBUG] broken", SummaryState.DoesNotWork, "The mailbox cannot be opened")]
    [InlineData(FailureKind.MailboxRefused, "NO go away", SummaryState.DoesNotWork, "The mailbox cannot be opened")]
    public void A_mailbox_that_did_not_open_leads_and_only_a_refusal_that_stays_is_called_broken(FailureKind kind, string? reply, SummaryState state, string headline) =>
        Says(Of(Lost(MailStep.OpenMailbox, kind, reply)), state, headline, "(mail.example.com:993)", "The sign-in works over IMAP, but ");

    [Theory]
    [InlineData(FailureKind.ConnectionReset, "* BYE Autologout", SummaryState.CouldNotFindOut, "The server breaks off in mid-conversation (mail.example.com:993)")]
    [InlineData(FailureKind.ConnectionReset, null, SummaryState.CouldNotFindOut, "The server breaks off in mid-conversation (mail.example.com:993)")]
    [InlineData(FailureKind.ConnectionReset, "* BYE server busy", SummaryState.CouldNotFindOut, "The server is busy and turns us away (mail.example.com:993)")]
    [InlineData(FailureKind.TimedOut, null, SummaryState.CouldNotFindOut, "(mail.example.com:993)")]
    [InlineData(FailureKind.ProtocolViolation, null, SummaryState.DoesNotWork, "The server answers against the rules (mail.example.com:993)")]
    [InlineData(FailureKind.ResponseTooLarge, null, SummaryState.DoesNotWork, "The server's answer is unreasonably long (mail.example.com:993)")]
    [InlineData(FailureKind.CommandRefused, "NO no", SummaryState.DoesNotWork, "The server refuses to hand messages out (mail.example.com:993)")]
    [InlineData(FailureKind.CommandRefused, "NO [UNAVAILABLE] later", SummaryState.CouldNotFindOut, "The server refuses to hand messages out (mail.example.com:993)")]
    public void Whatever_keeps_the_user_from_all_his_mail_leads(FailureKind kind, string? reply, SummaryState state, string said)
    {
        var report = Of(Lost(MailStep.Measure, kind, reply));
        Says(report, state, "Messages could not be fetched", said, "The sign-in works over IMAP.");
        Assert.Contains(said, report.Summary.Lines[0], StringComparison.Ordinal);
        Assert.Equal(Severity.Blocking, report.Findings[0].Severity);
    }

    [Fact]
    public void What_breaks_where_the_other_protocol_was_read_hides_no_mail() => Says(
        Of(Lost(MailStep.Measure, FailureKind.ConnectionReset, null, With(Healthy(Pop3s), Accepted)) with { Pop3 = new() { Messages = 300, Uidl = true, Fetch = new(9, 20_000, 4, 5, 3, 6, null, false) } }),
        SummaryState.ToMend, "Use IMAP", "To fix: The server breaks off in mid-conversation (mail.example.com:993)");

    // An account with two ports, both of them at the same mailbox, and passwords taken in clear at the other one.
    [Fact]
    public void That_sending_works_makes_no_mail_readable_and_what_does_not_open_is_not_to_be_deleted()
    {
        var lost = Lost(MailStep.Measure, FailureKind.ConnectionReset, "* BYE FETCH failed: Internal error occurred.", With(Healthy(Pop3s), Accepted), With(Healthy(Submissions), Accepted));
        var report = Of(lost with { Pop3 = new() { Messages = 300, Uidl = true, Unreadable = 10 } });
        Says(report, SummaryState.CouldNotFindOut, "Messages could not be fetched", "The server breaks off in mid-conversation (mail.example.com:993)", "The sign-in works over IMAP and POP3.");
        Assert.StartsWith("Delete nothing", report.Findings.Single(x => x.Code == FindingCode.MessagesUnreadable).Remedy, StringComparison.Ordinal);
    }

    private static AssessmentFacts Lost(MailStep step, FailureKind kind, string? reply, params EndpointFacts[] beside) => Run([
        With(Healthy(Imaps), Accepted, new StepResult(step, StepOutcome.Failed, 40, 1, new(step, kind, reply, 40))),
        With(Healthy(Imap) with { CapabilitiesBeforeTls = new(["IMAP4rev1", "STARTTLS"]) }, SignInResult.NotAttempted(SignInReason.OtherEndpointPreferred)), .. beside]) with
    {
        Imap = new() { Messages = 3 },
        Discovery = Published.Ranked(Published.Autoconfig(Published.Imaps("mail.example.com"), Published.Imap("mail.example.com"))),
    };

    [Fact]
    public void Where_the_password_was_right_over_the_other_protocol_nobody_asks_whether_it_is()
    {
        var broken = new SignInResult(SignInOutcome.Unanswered, "PLAIN", Reason: SignInReason.ConnectionFailed);
        Assert.DoesNotContain("whether the password is right", Lines(Of(Run(With(Healthy(Imaps), Accepted), With(Healthy(Pop3s), broken)))), StringComparison.Ordinal);
        Assert.Contains("over IMAP and POP3. So we do not know whether the password is right.", Lines(Of(Run(With(Healthy(Imaps), broken), With(Healthy(Pop3s), broken)))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_remedy_that_speaks_of_what_is_quoted_is_never_told_without_it() => Assert.All(Enum.GetValues<FindingCode>(), code =>
    {
        var text = FindingWords.In(Language.English).Of(code);
        if (text.Variants.Values.Append(text.Remedy).Any(x => x.Contains("quote", StringComparison.Ordinal))) Assert.True(FindingCatalogue.QuotesEvidence(code), $"{code}");
    });

    [Fact]
    public void Two_fates_of_one_password_are_both_told_and_the_refusal_leads() => Says(
        Of(Run(
            With(Healthy(Imaps), new(SignInOutcome.Unanswered, "PLAIN", Reason: SignInReason.AuthUnanswered)),
            With(Healthy(Pop3s), new(SignInOutcome.Rejected, "PLAIN", 50, "-ERR [AUTH] no", SignInReason.AuthBadCredentials)))),
        SummaryState.DoesNotWork, "Sign-in was refused", "User name or password was refused (mail.example.com:995).", "The sign-in over POP3 was refused.", "The sign-in over IMAP was not answered");

    [Fact]
    public void Who_takes_only_OAuth_says_so_to_a_password() => Says(
        Of(Run(With(Healthy(Imaps) with { Capabilities = new(["IMAP4rev1", "LOGINDISABLED", "AUTH=XOAUTH2"]) }, SignInResult.NotAttempted(SignInReason.AuthOauthOnly)))),
        SummaryState.DoesNotWork, "Sign-in is not possible this way", "The server takes no passwords, only modern sign-in (mail.example.com:993).", "was not tried", "Our advice for your use, once it works: Use IMAP.");

    [Fact]
    public void A_protocol_that_is_switched_off_is_told_beside_the_one_that_works() => Says(
        Of(Run(With(Healthy(Imaps), Accepted), With(Healthy(Pop3s), new(SignInOutcome.Rejected, "PLAIN", 50, "-ERR POP3 is disabled", SignInReason.AccountPop3Disabled)))),
        SummaryState.ToMend, "Use IMAP", "The sign-in works over IMAP.", "The sign-in over POP3 was refused.", "POP3 is switched off for this account (mail.example.com:995)");

    [Fact]
    public void What_was_cut_by_our_time_is_not_told_as_broken() => Says(
        Of(Run([.. MailEndpoint.StandardOf(Imaps.Host).Select(x => With(Failed(x, MailStep.Greeting, FailureKind.DeadlineReached), Kept))]) with { Complete = false }),
        SummaryState.CouldNotFindOut, "No clear result", "stood in the way: The test ran out of time (mail.example.com:993");

    [Fact]
    public void What_our_policy_forbids_is_not_told_as_broken() => Says(
        Of(Run(With(Failed(Imaps, MailStep.Connect, FailureKind.AddressBlocked), Kept))),
        SummaryState.CouldNotFindOut, "No clear result", "stood in the way: We do not connect to this address (mail.example.com:993).");

    [Fact]
    public void Another_service_on_the_port_is_named() => Says(
        Of(Run(With(Failed(Imaps, MailStep.Greeting, FailureKind.WrongProtocol, "220 smtp") with { Spoken = SpokenProtocol.Smtp }, Kept))),
        SummaryState.DoesNotWork, "No mail server answers on this port", "Another service answers on this port (mail.example.com:993). Ask your provider");

    [Fact]
    public void A_domain_that_does_not_exist_is_said_at_once() => Says(
        Of(ProducingRuns.All[FindingCode.DomainNotFound]), SummaryState.DoesNotWork, "The mail domain does not exist", "First thing to fix: This mail domain does not exist (example.com).");

    [Fact]
    public void Where_only_the_other_protocols_servers_were_named_that_is_why_there_is_none() => Says(
        Of(Run(With(Healthy(Pop3s), Accepted)) with { Discovery = Published.Ranked(Published.Found(DiscoverySource.Explicit, "request", true, Published.Pop3s("mail.example.com"))) }),
        SummaryState.CouldNotFindOut, "Use IMAP; its server is not known yet", "Only POP3 servers were named, so no IMAP server was looked at.");

    [Fact]
    public void Nobody_who_gave_no_password_is_told_that_signing_in_works() =>
        Says(Of(Run(Healthy(Imaps))), SummaryState.Works, "Use IMAP", "No password was given, so the sign-in was not tested.");

    [Theory]
    [InlineData(SignInReason.SignInHeldBack, "was paused for safety. Not signed in, because too many sign-ins have failed lately")]
    [InlineData(SignInReason.CredentialsWithheld, "your password was not sent")]
    [InlineData(SignInReason.DeadlineReached, "The time ran out before the sign-in over IMAP was through.")]
    public void What_kept_us_from_signing_in_is_said_and_blames_nobody(SignInReason reason, string said)
    {
        var report = Of(Run(With(Healthy(Imaps), SignInResult.NotAttempted(reason))));
        Says(report, SummaryState.CouldNotFindOut, "Sign-in could not be tested");
        Assert.Contains(said.Split(". ")[^1], string.Join(' ', report.Summary.Lines), StringComparison.Ordinal);
    }

    public static TheoryData<Language> EveryLanguage => [.. Language.All];

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void Every_outcome_line_and_fate_has_its_words(Language language)
    {
        var phrases = language.Table<SummaryPhrases>();
        Assert.All(Enum.GetValues<SummaryHeadline>(), x => Assert.InRange(phrases.Headlines[x].Length, 5, 60));
        Assert.All(Enum.GetValues<SignInFate>(), x => Assert.EndsWith(".", phrases.SignIns[x], StringComparison.Ordinal));
        Assert.All(Enum.GetValues<SummaryState>(), x => Assert.NotEmpty(phrases.States[x]));
        Assert.All(Enum.GetValues<CauseKind>(), x => Assert.Contains("{cause}", phrases.Causes[x], StringComparison.Ordinal));
    }

    [Fact]
    public void Every_language_has_the_same_variants_of_remedies() => Assert.All(Enum.GetValues<FindingCode>(), code => Assert.All(Language.All, language =>
    {
        var (english, other) = (FindingWords.In(Language.English).Of(code), FindingWords.In(language).Of(code));
        Assert.Equal(english.Variants.Keys.Order(), other.Variants.Keys.Order());
        Assert.All(other.Variants.Values, x => Assert.EndsWith(".", x, StringComparison.Ordinal));
    }));

    private static AssessmentReport Of(AssessmentFacts facts) => Of(facts, TwoDevices, Language.English);

    private static AssessmentReport Of(AssessmentFacts facts, Usage usage, Language language)
    {
        var given = facts.Endpoints.Any(x => x.SignIn.Reason != SignInReason.NoCredentials);
        var heading = new ReportHeading("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, given ? AuthenticationKind.Password : null);
        return new AssessedRun(heading, facts, usage).Report(language);
    }

    // On how many devices the mail is read may not be known, and may be more than one: POP3 is the advice all the same where IMAP cannot be used.
    [Fact]
    public void Nobody_is_told_of_one_device_whose_devices_were_not_counted_as_one()
    {
        foreach (var report in from usage in new[] { TwoDevices, new Usage() } from language in Language.All select Of(Run(With(Healthy(Pop3s), Accepted), With(Failed(Imaps, MailStep.Connect, FailureKind.ConnectionRefused), Kept)), usage, language))
        {
            Assert.Equal(RecommendedProtocol.Pop3, report.Recommendation.Protocol);
            Assert.DoesNotContain(report.Summary.Lines, x => x.Contains("one device", StringComparison.Ordinal) || x.Contains("einen Gerät", StringComparison.Ordinal));
        }
    }

    private static AssessmentFacts Guessed(EndpointFacts endpoint) => Run(endpoint) with { Discovery = Published.Ranked(Published.Guess(Published.Imaps("mail.example.com"))) };

    private static string Lines(AssessmentReport report) => string.Join(' ', report.Summary.Lines);

    private static void Says(AssessmentReport report, SummaryState state, string headline, params string[] said)
    {
        Assert.Equal((state, headline), (report.Summary.State, report.Summary.Headline));
        Assert.Equal(headline, report.Recommendation.Headline);
        var lines = string.Join(' ', report.Summary.Lines);
        Assert.All(said, x => Assert.Contains(x, lines, StringComparison.Ordinal));
        Assert.Contains(report.Summary.Lines[0], string.Join(' ', AnswerText.Answer(report, new ReportWords(Language.English, int.MaxValue)).Lines), StringComparison.Ordinal);
    }
}
