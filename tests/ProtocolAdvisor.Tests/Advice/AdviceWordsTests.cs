using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Advice;

public class AdviceWordsTests
{
    private static readonly AdviceWords Words = AdviceWords.In(Language.English);

    [Fact]
    public void Every_answer_can_be_said_in_full() => AdviceGen.Case.Sample(
        x =>
        {
            var advice = Advisor.Advise(x.Usage, x.Facts);
            return Language.All.SelectMany(language => Sentences(AdviceWords.In(language), advice))
                .All(sentence => sentence.Length > 20 && !sentence.Contains('{') && sentence[^1] is '.');
        },
        iter: 2000);

    [Fact]
    public void Measured_values_are_in_the_sentence()
    {
        var advice = Advisor.Advise(Known.OnePlace, Known.With(Known.Imap with { Quota = new(870, 1000), GrowthBytesPerMonth = 100 }));
        var text = Words.Text(advice.Reasons.Single(x => x.Code == ReasonCode.QuotaPressure));
        Assert.Equal("Your mailbox is 87\u00A0% full, and at its present growth the rest lasts 1.3 months. POP3 frees space on the server as it fetches.", text);
    }

    [Theory]
    [InlineData(1000, 1, "Ihr Postfach ist zu 100\u00A0% voll. POP3 schafft")]
    [InlineData(3000, 1, "Ihr Postfach ist zu 300\u00A0% voll. POP3 schafft")]
    [InlineData(999, 100_000, "Ihr Postfach ist zu 99\u00A0% voll, und beim jetzigen Zuwachs reicht der Rest noch 0,1 Monate.")]
    [InlineData(0, 1000, "Ihr Postfach ist zu 0\u00A0% voll, und beim jetzigen Zuwachs reicht der Rest noch 1 Monat.")]
    public void A_rest_that_there_is_not_is_not_counted(long used, long growth, string said)
    {
        var advice = Advisor.Advise(Known.OnePlace, Known.With(Known.Imap with { Quota = new(used, 1000), GrowthBytesPerMonth = growth }));
        Assert.StartsWith(said, AdviceWords.In(Language.German).Text(advice.Reasons.Single(x => x.Code == ReasonCode.QuotaPressure)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, "\u00A0% länger.")]
    [InlineData(0.001, "mit IMAP nur 2,6\u00A0Sekunden.")]
    public void How_much_slower_Pop3_is_can_be_imagined(double pop3Mbit, string said)
    {
        var advice = Advisor.Advise(Known.OnePlace with { Link = new UserLink(RoundTripMs: 106) }, Known.Sides(pop3: Known.Pop3Side with { DownMbit = pop3Mbit }));
        Assert.EndsWith(said, AdviceWords.In(Language.German).Text(advice.Reasons.Single(x => x.Code == ReasonCode.Pop3Slower)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_one_day_nobody_says_the_number()
    {
        var steps = Advisor.PlanFor(MailProtocol.Pop3, Known.OnePlace with { Backup = null }, Known.With(pop3: Known.Pop3 with { ExpireDays = 1 })).Steps;
        Assert.Equal(
            ["Set up a backup that runs every day.", "In your mail program, leave fetched messages on the server for one more day.", "Fetch your mail every day, on holiday too."],
            steps.Select(Words.Text));
        Assert.Equal("Richten Sie eine Datensicherung ein, die jeden Tag läuft.", AdviceWords.In(Language.German).Text(steps[0]));
    }

    [Fact]
    public void What_is_many_times_too_full_is_not_told_in_percent()
    {
        var advice = Advisor.Advise(Known.OnePlace, Known.With(Known.Imap with { Quota = new(10_001, 1_000), InboxBytes = 10_001, GrowthBytesPerMonth = null }));
        Assert.StartsWith("Your mailbox holds many times as much as it may.", Words.Text(advice.Reasons.Single(x => x.Code == ReasonCode.QuotaPressure)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailProtocol.Imap)]
    [InlineData(MailProtocol.Pop3)]
    public void A_protocol_that_is_to_be_found_takes_no_article(MailProtocol protocol)
    {
        var advice = Advisor.Advise(protocol == MailProtocol.Imap ? new() { Devices = 2 } : Known.OnePlace with { Priority = Priority.Speed }, new());
        Assert.Contains($"a server for {protocol.Name()} here", Words.Surer(advice)!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_protocols_are_named_in_the_sentence()
    {
        var advice = Advisor.Advise(new(), Known.Sides(pop3: Known.Pop3Side with { SignIn = SignInOutcome.Rejected }));
        Assert.StartsWith("The same sign-in works with IMAP but is refused by POP3", Words.Text(advice.Reasons[0]), StringComparison.Ordinal);
    }

    // Why is the findings' to say: TLS, an app password and a plan are causes as well as a protocol that is switched off.
    [Theory]
    [InlineData("en", "The same sign-in works with IMAP but is refused by POP3: the password is right. As long as POP3 refuses it, POP3 is out.")]
    [InlineData("de", "Dieselbe Anmeldung gelingt mit IMAP, wird mit POP3 aber abgelehnt: Das Passwort stimmt. Solange POP3 sie ablehnt, scheidet POP3 aus.")]
    public void Of_a_sign_in_that_only_one_refuses_no_cause_is_guessed(string tag, string said)
    {
        var advice = Advisor.Advise(new(), Known.Sides(pop3: Known.Pop3Side with { SignIn = SignInOutcome.Rejected }));
        Assert.Equal(said, AdviceWords.In(Language.All.Single(x => x.Tag == tag)).Text(advice.Reasons[0]));
    }

    [Fact]
    public void A_change_is_said_with_what_it_leads_to() =>
        Assert.Equal("If you read your mail on one device only, the advice would be POP3.", Words.Text(new ChangeOfMind(OpenPoint.Devices, "1", MailProtocol.Pop3)));

    [Fact]
    public void An_archive_is_said_with_its_date_and_its_size_as_people_speak() => Assert.StartsWith(
        "Before 4\u00A0May 2026, move about 1.2\u00A0GB", Words.Text(new ArchivePlan(Known.AsOf, 1_234_000_001)), StringComparison.Ordinal);

    [Fact]
    public void German_is_spoken_as_it_is_written_in_Germany()
    {
        var german = AdviceWords.In(Language.German);
        Assert.Equal(
            "Verschieben Sie vor dem 4.\u00A0Mai 2026 rund 1,2\u00A0GB alter E-Mails in einen Archivordner auf Ihrem Computer (und in dessen Datensicherung), oder löschen Sie sie: Danach ist Ihr Postfach wieder zu weniger als 60\u00A0% voll.",
            german.Text(new ArchivePlan(Known.AsOf, 1_234_000_001)));
        Assert.Equal("Bei nur einem Gerät würden wir POP3 empfehlen.", german.Text(new ChangeOfMind(OpenPoint.Devices, "1", MailProtocol.Pop3)));
        Assert.StartsWith("Richten Sie eine Datensicherung ein, die jeden Tag läuft.", german.Text(new BackupPlan(true, 1)), StringComparison.Ordinal);
        var advice = Advisor.Advise(Known.OnePlace, Known.With(Known.Imap with { Quota = new(870, 1000), GrowthBytesPerMonth = 100 }));
        Assert.Contains("reicht der Rest noch 1,3 Monate", german.Text(advice.Reasons.Single(x => x.Code == ReasonCode.QuotaPressure)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sentences(AdviceWords words, Recommendation advice)
    {
        foreach (var reason in advice.Reasons) yield return words.Text(reason);
        foreach (var change in advice.ChangesIf) yield return words.Text(change);
        if (advice.Plan.Backup is { } backup) yield return words.Text(backup);
        if (advice.Plan.LeaveOnServerDays is { } days) yield return words.LeaveOnServer(days);
        if (advice.Plan.Archive is { } archive) yield return words.Text(archive);
        foreach (var step in advice.Plan.Steps.SelectMany(x => new[] { words.Text(x), words.Cause(x) })) yield return step;
        foreach (var step in advice.Plan.Migration) yield return words.Text(step);
        if (words.Surer(advice) is { } surer) yield return surer;
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
