using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Advice;

public class AdviceWordsTests
{
    private static readonly AdviceWords Words = AdviceWords.English;

    [Fact]
    public void Every_answer_can_be_said_in_full() => AdviceGen.Case.Sample(
        x =>
        {
            var advice = Advisor.Advise(x.Usage, x.Facts);
            return Sentences(advice).All(sentence => sentence.Length > 20 && !sentence.Contains('{') && sentence[^1] is '.');
        },
        iter: 2000);

    [Fact]
    public void Every_reason_code_has_its_sentence() =>
        Assert.All(Enum.GetValues<ReasonCode>(), code => Assert.NotEmpty(EnglishAdvice.Phrases.Reasons[code]));

    [Fact]
    public void The_headline_of_Pop3_names_the_backup()
    {
        Assert.Contains("set up a regular backup", Words.Headline(Advisor.Advise(Known.OnePlace with { Backup = null }, Known.Facts)), StringComparison.Ordinal);
        Assert.Contains("keep up your regular backup", Words.Headline(Advisor.Advise(Known.OnePlace, Known.Facts)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_headline_of_none_names_the_first_thing_to_fix()
    {
        var none = Advisor.Advise(new(), Known.With(Known.Imap with { Usable = false }, Known.Pop3 with { Usable = false }));
        Assert.Contains("encrypted connection", Words.Headline(none), StringComparison.Ordinal);
        Assert.EndsWith("First thing to fix: Renew the certificate.", Words.Headline(none, "Renew the certificate."), StringComparison.Ordinal);
    }

    [Fact]
    public void Measured_values_are_in_the_sentence()
    {
        var advice = Advisor.Advise(Known.OnePlace, Known.With(Known.Imap with { Quota = new(870, 1000), GrowthBytesPerMonth = 100 }));
        var text = Words.Text(advice.Reasons.Single(x => x.Code == ReasonCode.QuotaPressure));
        Assert.Equal("Your mailbox is 87 % full, and at its present growth the rest lasts 1.3 months. POP3 frees the server as it fetches.", text);
    }

    [Fact]
    public void The_protocols_are_named_in_the_sentence()
    {
        var advice = Advisor.Advise(new(), Known.With(pop3: Known.Pop3 with { SignIn = SignInOutcome.Rejected }));
        Assert.StartsWith("The same sign-in works with IMAP but is refused by POP3", Words.Text(advice.Reasons[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_is_said_with_what_it_leads_to() =>
        Assert.Equal("If you read your mail on one device only, the advice would be POP3.", Words.Text(new ChangeOfMind("devices", "1", MailProtocol.Pop3)));

    [Fact]
    public void An_archive_is_said_with_its_date_and_size_rounded_up() => Assert.StartsWith(
        "Before 4 May 2026, move about 1,235 MB", Words.Text(new ArchivePlan(Known.AsOf, 1_234_000_001)), StringComparison.Ordinal);

    private static IEnumerable<string> Sentences(Recommendation advice)
    {
        yield return Words.Headline(advice);
        foreach (var reason in advice.Reasons) yield return Words.Text(reason);
        foreach (var change in advice.ChangesIf) yield return Words.Text(change);
        if (advice.Plan.Backup is { } backup) yield return Words.Text(backup);
        if (advice.Plan.LeaveOnServerDays is { } days) yield return Words.LeaveOnServer(days);
        if (advice.Plan.Archive is { } archive) yield return Words.Text(archive);
    }

    [Fact]
    public void What_must_be_mended_first_leads_the_headline()
    {
        var advice = Advisor.Advise(Known.OnePlace, Known.With());
        var plain = AdviceWords.English.Headline(advice);
        Assert.Equal($"First thing to fix: User name or password was refused. {plain}", AdviceWords.English.Headline(advice, "User name or password was refused."));
    }

    [Fact]
    public void A_protocol_that_nobody_looked_at_is_unknown_and_not_ruled_out()
    {
        var facts = KnownFacts.From(Facts.Run(Facts.Healthy(Facts.Pop3s)));
        Assert.Null(facts.Imap!.Usable);
        var advice = Advisor.Advise(new Usage(), facts);
        Assert.Equal((MailProtocol.Imap, AdviceConfidence.Low), (advice.Protocol, advice.Confidence));

        var dead = KnownFacts.From(Facts.Run(Facts.Failed(Facts.Imaps, MailStep.Connect, FailureKind.ConnectionRefused)));
        Assert.Null(Advisor.Advise(new Usage(), dead).Protocol);
    }
}
