using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Words;

/// <summary>Nobody reads punycode.</summary>
public sealed class OwnLettersTests
{
    [Theory]
    [InlineData("j***@xn--bcher-kva.example", "j***@bücher.example")]
    [InlineData("mail.xn--bcher-kva.example:993, pop.example.com:995", "mail.bücher.example:993, pop.example.com:995")]
    [InlineData("xn--!.example and xn--a.example", "xn--!.example and xn--a.example")]
    [InlineData("[2001:db8::1]:993", "[2001:db8::1]:993")]
    public void A_name_is_shown_in_its_own_letters_and_what_is_no_name_as_it_is(string text, string shown) => Assert.Equal(shown, OwnLetters.Of(text));

    [Fact]
    public void A_report_tells_account_cause_and_server_as_people_write_them()
    {
        var server = At(ProtocolAdvisor.Mail.MailProtocol.Imap, 993, ProtocolAdvisor.Mail.ConnectionSecurity.ImplicitTls, "mail.xn--bcher-kva.example");
        var facts = Run(Failed(server, ProtocolAdvisor.Mail.MailStep.Connect, ProtocolAdvisor.Mail.FailureKind.ConnectionRefused));
        var heading = new ReportHeading("id", TimeSpan.Zero, new SubjectReport("j***@xn--bcher-kva.example", "xn--bcher-kva.example"), null, true, null);
        var text = TextReport.Write(new AssessedRun(heading, facts, new()).Report(Language.English), Language.English);
        Assert.DoesNotContain("xn--", text, StringComparison.Ordinal);
        Assert.Contains("(mail.bücher.example:993)", text, StringComparison.Ordinal);
        Assert.Contains("j***@bücher.example", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void No_form_that_people_read_has_a_name_as_it_goes_on_the_wire(string tag)
    {
        var language = Language.Tagged(tag)!;
        var server = At(ProtocolAdvisor.Mail.MailProtocol.Imap, 993, ProtocolAdvisor.Mail.ConnectionSecurity.ImplicitTls, "mail.xn--bcher-kva.example");
        var heading = new ReportHeading("id", TimeSpan.Zero, new SubjectReport("j***@xn--bcher-kva.example", "xn--bcher-kva.example"), null, true, null);
        var run = new AssessedRun(heading, Run(Healthy(server)), new());
        var report = run.Report(language);
        string[] read =
        [
            TextReport.Write(report, language),
            BriefReport.Joined(BriefReport.Sections(report, language, 80, "…")),
        ];
        Assert.All(read, x => Assert.DoesNotContain("xn--", x, StringComparison.Ordinal));
        Assert.All(read, x => Assert.Contains("mail.bücher.example", x, StringComparison.Ordinal));
    }

    // A program looks a server's name up in any letters, and sends a user name letter by letter: the one that was tried is the one to type, as in the files for programs.
    [Fact]
    public void A_user_name_is_told_as_it_was_tried()
    {
        var server = At(ProtocolAdvisor.Mail.MailProtocol.Imap, 993, ProtocolAdvisor.Mail.ConnectionSecurity.ImplicitTls, "mail.xn--bcher-kva.example");
        var heading = new ReportHeading("id", TimeSpan.Zero, new SubjectReport("j***@xn--bcher-kva.example", "xn--bcher-kva.example"), "%EMAILADDRESS%", true, null);
        var holder = new AccountHolder(ProtocolAdvisor.Mail.EmailAddress.Parse("jane@bücher.example"), "Jane");
        var lines = new AssessedRun(heading, Run(Healthy(server)), new()).Settings(SettingsFormat.Text, null, Language.English, holder).File!.Content.Split('\n');
        Assert.Contains("Server: mail.bücher.example", lines);
        Assert.Contains("User name: jane@xn--bcher-kva.example", lines);
        Assert.Contains(lines, x => x.Contains("jane@bücher.example", StringComparison.Ordinal));
    }
}
