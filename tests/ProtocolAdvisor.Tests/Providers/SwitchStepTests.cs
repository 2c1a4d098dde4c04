using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Tests.Coherence;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Advice.PreparationCode;
using static ProtocolAdvisor.Tests.Fixtures.ProviderRuns;

namespace ProtocolAdvisor.Tests.Providers;

/// <summary>Access that is off until somebody switches it on: what is told of it before a password was tried, after a refusal, and where nothing answers.</summary>
public class SwitchStepTests
{
    private static readonly PreparationCode[] Codes = [SwitchOnImap, SwitchOnPop3, AskForImap, AskForPop3];

    [Theory]
    [InlineData("gmail", "only if: switch-on-pop3")]
    [InlineData("gmx", "switch-on-imap")]
    [InlineData("web-de", "switch-on-imap")]
    [InlineData("freenet", "switch-on-imap")]
    [InlineData("qq", "switch-on-imap")]
    [InlineData("yandex", "switch-on-imap")]
    [InlineData("zoho", "switch-on-imap, only if: switch-on-pop3")]
    [InlineData("icloud", "")]
    public void Before_a_password_was_tried_the_recommended_one_is_told_and_the_other_where_it_has_a_switch_of_its_own(string key, string told) =>
        Assert.Equal(told, Told(At(Known(key))));

    [Theory]
    [InlineData("gmail", "switch-on-pop3")]
    [InlineData("gmx", "switch-on-imap, switch-on-pop3")]
    [InlineData("zoho", "switch-on-imap, switch-on-pop3")]
    public void What_was_refused_is_told_whatever_is_recommended(string key, string told) => Assert.Equal(told, Told(At(Known(key), Wrong, Wrong)));

    [Theory]
    [InlineData("gmail", "switch-on-pop3")]
    [InlineData("zoho", "switch-on-pop3")]
    [InlineData("gmx", "")]
    [InlineData("freenet", "")]
    public void Whoever_is_let_in_has_that_switch_on_and_one_for_both_is_on_for_both(string key, string told) => Assert.Equal(told, Told(At(Known(key), Accepted, Wrong)));

    [Theory]
    [InlineData("gmail", "switch-on-pop3")]
    [InlineData("gmx", "switch-on-imap, switch-on-pop3")]
    public void Where_nothing_answers_both_are_told(string key, string told)
    {
        var facts = At(Known(key));
        Assert.Equal(told, Told(facts with { Endpoints = [.. facts.Endpoints.Select(x => Facts.With(Facts.Failed(x.Probe.Endpoint, MailStep.Connect, FailureKind.TimedOut)))] }));
    }

    [Fact]
    public void What_only_whoever_chooses_the_other_protocol_needs_says_so_in_both_languages()
    {
        var run = Run(At(Known("gmail")));
        Assert.StartsWith("Only if you choose the other protocol: Switch POP3 on", Only(run, Language.English).Text, StringComparison.Ordinal);
        Assert.StartsWith("Nur falls Sie das andere Protokoll wählen: Schalten Sie POP3", Only(run, Language.German).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void At_a_server_that_is_not_the_providers_nothing_is_to_be_switched_on() => Assert.Empty(Run(
        Facts.Run(Facts.Healthy(Facts.Imaps)) with { Discovery = Search(Known("gmx"), Published.Imaps("mail.example.com")) }).Report(Language.English).BeforeYouBegin);

    private static PreparationReport Only(AssessedRun run, Language language) => Assert.Single(run.Report(language).BeforeYouBegin, x => x.OnlyIfChosen);

    private static string Told(AssessmentFacts facts)
    {
        var run = Run(facts);
        Assert.Equal([], ReportCoherence.Of(run));
        return string.Join(", ", run.Report(Language.English).BeforeYouBegin.Where(x => Codes.Contains(x.Code)).Select(x => (x.OnlyIfChosen ? "only if: " : "") + WireName.Of(x.Code)));
    }
}
