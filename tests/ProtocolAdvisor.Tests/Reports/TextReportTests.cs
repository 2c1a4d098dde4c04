using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Reports;

public class TextReportTests
{
    private static AssessmentFacts Measured { get; } = Facts.Run(
        Facts.With(Facts.Healthy(Facts.Imaps), new SignInResult(SignInOutcome.Accepted, "PLAIN", 61), new StepResult(MailStep.SignIn, StepOutcome.Completed, 61, 1)),
        Facts.With(Facts.Healthy(Facts.Pop3s))) with
    {
        Imap = new ImapMailbox { Messages = 300, Bytes = 18_366_320, InboxMessages = 180, InboxBytes = 11_874_655, Folders = 8, Quota = new Quota(18_366_320, 1_000_000_000) },
        Pop3 = new Pop3Maildrop { Messages = 180, Bytes = 11_874_655 },
    };

    [Fact]
    public void The_answer_comes_first_then_what_to_type_in()
    {
        var text = Written(Measured, new Usage { Devices = 2 });
        Assert.StartsWith("✓ Use IMAP\nIt works.\n- The sign-in works over IMAP.\n", text, StringComparison.Ordinal);
        Assert.Contains("Incoming mail server (IMAP), tested\n-----------------------------------\nServer:      mail.example.com\nPort:        993\nEncryption:  SSL/TLS\n", text, StringComparison.Ordinal);
        Assert.Contains("Checked: j***@example.com, 4 May 2026, in 850 ms.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_support_agent_finds_every_step_the_certificate_and_the_sign_in()
    {
        var text = Written(Measured, new Usage { Devices = 2 });
        Assert.Contains("- IMAP mail.example.com:993 (SSL/TLS): can be used, 20 ms there and back\n  name lookup 20 ms, connecting 20 ms, TLS handshake 20 ms,", text, StringComparison.Ordinal);
        Assert.Contains("  Certificate: CN=mail.example.com, issued by CN=Example CA, valid until 3 July 2026: in order\n", text, StringComparison.Ordinal);
        Assert.Contains("  Sign-in: accepted (PLAIN, 61 ms)\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_known_of_the_mailbox_is_told_and_nothing_else()
    {
        var text = Written(Measured, new Usage());
        Assert.Contains("- IMAP: 300 messages (18 MB) in 8 folders.\n- In the Inbox: 180 messages (12 MB).\n- Space: 18 MB of 1 GB used.\n- POP3: 180 messages (12 MB).\n", text, StringComparison.Ordinal);
        Assert.Contains("- POP3 does not show 120 messages (6.5 MB) and 7 folders.\n", text, StringComparison.Ordinal);
        var filled = Written(Measured with { Imap = Measured.Imap! with { FilledFolders = 4 } }, new Usage());
        Assert.Contains("- POP3 does not show 120 messages (6.5 MB) and 3 folders.\n", filled, StringComparison.Ordinal);
        Assert.DoesNotContain("7 folders", filled, StringComparison.Ordinal);
        var alone = Written(Measured with { Imap = Measured.Imap! with { Folders = 1 } }, new Usage());
        Assert.Contains("- POP3 does not show 120 messages (6.5 MB).\n", alone, StringComparison.Ordinal);
    }

    [Fact]
    public void When_storage_is_used_up_says_nothing_of_a_mailbox_whose_messages_are_nearer_their_limit()
    {
        var growing = Measured.Imap! with { GrowthBytesPerMonth = 100_000_000, QuotaFullAt = Facts.StartedAt.AddMonths(10) };
        Assert.Contains("At this rate the mailbox will be full on ", Written(Measured with { Imap = growing }), StringComparison.Ordinal);
        var full = Written(Measured with { Imap = growing with { MessageQuota = new(300, 300) } });
        Assert.Contains("Messages allowed: 300; there are 300.", full, StringComparison.Ordinal);
        Assert.DoesNotContain("will be full on", full, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mailbox_that_is_full_is_not_said_to_become_full()
    {
        var full = Measured.Imap! with { GrowthBytesPerMonth = 100_000_000, QuotaFullAt = Facts.StartedAt, Quota = new(1_000, 1_000) };
        Assert.DoesNotContain("will be full on", Written(Measured with { Imap = full }), StringComparison.Ordinal);
        Assert.Contains("will be full on", Written(Measured with { Imap = full with { Quota = new(999, 1_000), QuotaFullAt = Facts.StartedAt.AddDays(1) } }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 folder of other people, which is not counted.", "1 Ordner anderer Personen, der nicht mitgezählt ist.")]
    [InlineData(2, "2 folders of other people, which are not counted.", "2 Ordner anderer Personen, die nicht mitgezählt sind.")]
    public void Folders_of_others_are_told_in_their_number(int shared, string english, string german)
    {
        var facts = Measured with { Imap = Measured.Imap! with { SharedFolders = shared } };
        Assert.Contains(english, OneLine(Written(facts)), StringComparison.Ordinal);
        Assert.Contains(german, OneLine(Written(facts, null, Language.German)), StringComparison.Ordinal);
    }

    // Over POP3 a message is on the device already, and the first fetch is one of the Inbox.
    [Theory]
    [InlineData(
        MailTask.OpenLargeMessage, 5_000, 0,
        "You would notice a difference: “Opening a large message” happens at once over POP3, and takes 5 s over IMAP.",
        "Den Unterschied würden Sie bemerken: „Eine große Nachricht öffnen“ geht über POP3 sofort und dauert über IMAP 5 s.")]
    [InlineData(
        MailTask.FirstSync, 50_000, 20_000,
        "Day by day you would hardly notice a difference. “First fetch of all mail (POP3: the Inbox only)” takes 20 s over POP3, and 50 s over IMAP.",
        "Im Alltag würden Sie kaum einen Unterschied bemerken. „Erster Abruf aller E-Mails (POP3: nur der Posteingang)“ dauert über POP3 20 s, über IMAP 50 s.")]
    public void What_takes_no_time_takes_none_and_what_is_more_work_is_said_to_be(MailTask task, double imapMs, double pop3Ms, string english, string german)
    {
        var forecast = new ForecastReport(
            new LinkModel(20, 50, LinkBasis.Measured, LinkBasis.Measured), new ProfileReport("mbsync", "mpop"), [new(task, imapMs, pop3Ms, 1, 1, 1, 1, ForecastBasis.Modelled, 0.1)]);
        Assert.Equal(english, Plain(ForecastText.Sentence(forecast, new ReportWords(Language.English))!));
        Assert.Equal(german, Plain(ForecastText.Sentence(forecast, new ReportWords(Language.German))!));

        static string Plain(string text) => text.Replace('\u00A0', ' ');
    }

    [Theory]
    [InlineData(FailureKind.SignInRejected)]
    [InlineData(FailureKind.CapabilityMissing)]
    public void A_mailbox_that_is_refused_behind_a_good_sign_in_is_not_told_as_a_refused_sign_in_or_a_missing_offer(FailureKind kind)
    {
        var refused = new StepResult(MailStep.OpenMailbox, StepOutcome.Failed, 9, null, new Failure(MailStep.OpenMailbox, kind, "-ERR [SYS/TEMP] Internal error", 9));
        var facts = Facts.Run(Facts.With(Facts.Healthy(Facts.Pop3s), new SignInResult(SignInOutcome.Accepted, "PLAIN", 61), refused));
        Assert.Contains("opening the mailbox failed after 9 ms: the server refused “-ERR [SYS/TEMP] Internal error”", OneLine(Written(facts)), StringComparison.Ordinal);
        Assert.Contains("gescheitert: der Server hat es verweigert „-ERR", OneLine(Written(facts, null, Language.German)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_server_said_to_the_sign_in_is_quoted_once_at_that_server()
    {
        const string Reply = "NO [AUTHENTICATIONFAILED] no";
        var step = new StepResult(MailStep.SignIn, StepOutcome.Failed, 9, null, new Failure(MailStep.SignIn, FailureKind.SignInRejected, Reply, 9));
        var facts = Facts.Run(Facts.With(Facts.Healthy(Facts.Imaps), SignInResult.Refused("PLAIN", 9, Reply, new(SignInReason.AuthBadCredentials, RefusalSign.Hint)), step));
        var servers = OneLine(Written(facts)).Split("The servers that we tested")[1];
        Assert.Equal(2, servers.Split(Reply).Length);
        Assert.Contains($"Sign-in: refused. User name or password was refused “{Reply}”", servers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CapacityKind.AtLeast, "The connection to us carried at least 0.6 Mbit/s over IMAP.", "mindestens 0,6 Mbit/s")]
    [InlineData(CapacityKind.Reached, "The connection to us carried 0.6 Mbit/s over IMAP.", "mit IMAP 0,6 Mbit/s")]
    public void A_capacity_that_was_not_reached_is_told_as_a_lower_bound(CapacityKind kind, string english, string german)
    {
        var facts = Measured with { Imap = Measured.Imap! with { Fetch = new LatencySummary(5, 350, 40, 41, 39, 42, 1_000, true) { DownMbit = 0.6, DownMbitKind = kind } } };
        Assert.Contains(english, OneLine(Written(facts)), StringComparison.Ordinal);
        Assert.Contains(german, OneLine(Written(facts, null, Language.German)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_trip_time_that_the_user_named_is_not_told_as_measured()
    {
        var text = OneLine(Written(Measured, new Usage { Link = new(300) }));
        Assert.Contains("Calculated for 300 ms to the server and back (as you said) and 100 Mbit/s (a usual internet connection: yours is not known).", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(600, true)]
    public void A_wait_between_sign_ins_is_told_where_there_is_one(int seconds, bool told) => Assert.Equal(
        told, Written(Measured with { Pop3 = Measured.Pop3! with { LoginDelaySeconds = seconds } }).Contains("Between two sign-ins over POP3", StringComparison.Ordinal));

    [Fact]
    public void What_speaks_against_the_advice_is_not_a_reason_for_it()
    {
        var text = Written(Measured with { Discovery = Measured.Discovery with { Preferred = MailProtocol.Imap } }, new Usage { Devices = 1, Priority = Priority.Speed }, Language.German);
        Assert.StartsWith("✓ Verwenden Sie IMAP", text, StringComparison.Ordinal);
        Assert.Matches("\nWarum\n-+\n- 40 % Ihrer Nachrichten[^\n]+\n[^\n]+\n\nWas außerdem dafür spricht\n-+\n- Die Einstellungen[^\n]+\n\nWas dagegen spricht\n-+\n- Geschwindigkeit ist Ihnen", text);
    }

    [Fact]
    public void A_day_years_ahead_is_not_told_and_deletion_at_once_is_not_called_zero_days()
    {
        var text = Written(Measured with
        {
            Imap = Measured.Imap! with { GrowthBytesPerMonth = 8_000_000, QuotaFullAt = Measured.StartedAt.AddYears(9) },
            Pop3 = Measured.Pop3! with { ExpireDays = 0, ExpiresOnRetrieval = true },
        });
        Assert.Contains("- The mailbox grows by about 8 MB a month.\n- POP3: 180 messages", text, StringComparison.Ordinal);
        Assert.Contains("- The server may delete a message as soon as POP3 has fetched it.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0 days", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_blocks_stands_before_the_rest_with_its_remedy_and_the_servers_words()
    {
        var text = Written(Facts.Run(Facts.Failed(Facts.Imaps, MailStep.Connect, FailureKind.ConnectionRefused), Facts.Failed(Facts.Pop3, MailStep.Greeting, FailureKind.GreetingRejected, "-ERR go away")));
        Assert.Contains("What must be done: 2 required\n", text, StringComparison.Ordinal);
        Assert.Contains(", mail.example.com:993 [tcp-refused]\n", text, StringComparison.Ordinal);
        Assert.Contains("  What to do: ", text, StringComparison.Ordinal);
        Assert.Contains("connecting failed after 40 ms: the connection was refused\n", text, StringComparison.Ordinal);
        Assert.Contains("the server turned us away “-ERR go away”", text.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Incoming mail server", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(59_900, "59,9\u00A0s")]
    [InlineData(7_140_000, "119\u00A0min")]
    [InlineData(7_200_000, "2\u00A0h")]
    [InlineData(9_000_000, "2,5\u00A0h")]
    [InlineData(166_889_713, "46\u00A0h")]
    public void A_time_is_told_in_the_unit_that_people_use(double milliseconds, string said) => Assert.Equal(said, new ReportWords(Language.German).Time(milliseconds));

    [Fact]
    public void A_cause_seen_at_two_servers_is_told_once_with_what_was_seen_at_each()
    {
        static SignInResult Refused(string reply) => new(SignInOutcome.Rejected, "PLAIN", 61, ServerText.Of(reply), SignInReason.AuthBadCredentials);
        var text = Written(Facts.Run(Facts.With(Facts.Healthy(Facts.Imaps), Refused("NO no")), Facts.With(Facts.Healthy(Facts.Pop3s), Refused("-ERR no"))));
        Assert.Equal(2, text.Split("[auth-bad-credentials]").Length);
        Assert.Contains(", mail.example.com:993, mail.example.com:995 [", text.Replace("\n  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("  Seen: mail.example.com:993: “NO no”\n  Seen: mail.example.com:995: “-ERR no”\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_German_reads_German()
    {
        var text = Written(Measured, new Usage { Devices = 2 }, Language.German);
        Assert.StartsWith("✓ Verwenden Sie IMAP\nEs funktioniert.\n", text, StringComparison.Ordinal);
        Assert.Contains("Namensauflösung 20 ms", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sign-in", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void No_line_is_too_long_and_nothing_in_it_steers_a_terminal() => Gen.Select(Gen.Enum<FailureKind>(), Gen.Enum<MailStep>(), Gen.String[0, 600], Gen.OneOf<Language>([.. Language.All])).Sample((kind, step, reply, language) =>
    {
        var shown = ServerText.Of(reply);
        var text = Written(Facts.Run(Facts.With(Facts.Failed(Facts.Imap, step, kind, shown)), Facts.With(Facts.Healthy(Facts.Pop3s), new(SignInOutcome.Rejected, "PLAIN", 1, shown, SignInReason.AuthBadCredentials))), language: language);
        Assert.All(text.TrimEnd('\n').Split('\n'), line =>
        {
            Assert.InRange(line.Length, 0, TextLayout.UsualWidth);
            Assert.DoesNotContain(line, char.IsControl);
        });
    });

    [Theory]
    [InlineData(SignInReason.AuthBasicBlocked, AuthenticationKind.Oauth2)]
    [InlineData(SignInReason.AuthOauthOnly, AuthenticationKind.Oauth2)]
    [InlineData(SignInReason.AuthBadCredentials, AuthenticationKind.Password)]
    public void A_password_that_is_never_taken_is_not_to_be_typed_in(SignInReason reason, AuthenticationKind signIn)
    {
        var facts = Facts.Run(Facts.With(Facts.Healthy(Facts.Imaps), new(SignInOutcome.Rejected, "PLAIN", 1, "NO", reason)));
        var report = new AssessedRun(Heading with { Authentication = AuthenticationKind.Password }, facts, new Usage()).Report(Language.German);
        Assert.Equal(signIn, report.Recommendation.Endpoint!.Authentication);
        Assert.Matches(signIn == AuthenticationKind.Oauth2 ? @"Anmeldung: +OAuth2" : @"Anmeldung: +mit dem Passwort", TextReport.Write(report, Language.German));
    }

    [Fact]
    public void What_a_server_tells_by_alert_is_read_in_every_form_of_the_report()
    {
        const string words = "IMAP access to this mailbox ends on 31 December, please move";
        var facts = Facts.Run(Facts.Healthy(Facts.Imaps) with { Alerts = [words] });
        Assert.All(Language.All, language =>
        {
            Assert.Contains(words, Written(facts, language: language).ReplaceLineEndings(" ").Replace("  ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains(words, Json.Of(new AssessedRun(Heading, facts, new Usage()).Report(language)), StringComparison.Ordinal);
        });
    }

    // With a password or without one in the run: where none can work, nobody is told to type one in.
    [Theory]
    [InlineData("AUTH=GSSAPI", "Kerberos (GSSAPI)", AuthenticationKind.Other)]
    [InlineData("AUTH=EXTERNAL", "with your certificate", AuthenticationKind.Other)]
    [InlineData("AUTH=CRAM-MD5", "“encrypted password”", AuthenticationKind.Password)]
    [InlineData("IDLE", null, AuthenticationKind.Other)]
    public void Settings_speak_of_a_plain_password_only_where_one_can_work(string offered, string? told, AuthenticationKind kind)
    {
        var imap = Facts.Healthy(Facts.Imaps) with { Capabilities = new(["IMAP4rev1", "IDLE", "LOGINDISABLED", offered]) };
        foreach (var reason in new[] { SignInReason.NoCredentials, SignInMechanism.LackingForPassword(imap.Capabilities.SaslMechanisms)!.Value })
        {
            var report = new AssessedRun(Heading with { Authentication = AuthenticationKind.Password }, Facts.Run(Facts.With(imap, SignInResult.NotAttempted(reason))), new Usage { Devices = 2 }).Report(Language.English);
            var text = TextReport.Write(report, Language.English);
            Assert.Equal(kind, report.Recommendation.Endpoint!.Authentication);
            Assert.DoesNotContain("Sign-in: with the password of your mailbox\n", text, StringComparison.Ordinal);
            if (told is not null) Assert.Contains(told, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(MailStep.OpenMailbox, FailureKind.SignInRejected)]
    [InlineData(MailStep.OpenMailbox, FailureKind.CapabilityMissing)]
    [InlineData(MailStep.Measure, FailureKind.CapabilityMissing)]
    public void What_is_refused_behind_an_accepted_sign_in_is_not_told_as_a_refused_sign_in(MailStep step, FailureKind kind)
    {
        var facts = Findings.ProducingRuns.SignedIn(step, kind, "-ERR [SYS/PERM] no maildir");
        Assert.Contains("the server refused “-ERR [SYS/PERM] no maildir”", Written(facts).ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("refused the sign-in", Written(facts), StringComparison.Ordinal);
        Assert.DoesNotContain("Anmeldung abgelehnt", Written(facts, language: Language.German), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SignInReason.NoCredentials)]
    [InlineData(SignInReason.OtherEndpointPreferred)]
    [InlineData(SignInReason.OtherProtocolRefused)]
    public void Reasons_that_are_no_findings_have_words_of_their_own(SignInReason reason) => Assert.All(Language.All, x => Assert.NotEmpty(new ReportWords(x).Reason(reason)));

    [Fact]
    public void Every_value_of_a_closed_list_has_its_words()
    {
        var words = ReportPhrases.Of(Language.English);
        Assert.All(Enum.GetValues<SignInReason>(), x => Assert.NotEmpty(new ReportWords(Language.English).Reason(x)));
        Assert.Equal(Enum.GetValues<FailureKind>(), words.Failures.Keys.Order());
        Assert.Equal(Enum.GetValues<MailStep>(), words.Steps.Keys.Order());
        Assert.Equal(Enum.GetValues<CertificateStatus>(), words.CertificateStatuses.Keys.Order());
        Assert.Equal(Enum.GetValues<DiscoverySource>(), words.SourceNames.Keys.Order());
        Assert.Equal(Enum.GetValues<MailTask>(), words.Tasks.Keys.Order());
    }

    private static ReportHeading Heading { get; } = new("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, null);

    private static string OneLine(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Written(AssessmentFacts facts, Usage? usage = null, Language? language = null) =>
        TextReport.Write(new AssessedRun(Heading, facts, usage ?? new Usage()).Report(language ?? Language.English), language ?? Language.English);
}
