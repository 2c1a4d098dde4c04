using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Drift;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Words;
using ProtocolAdvisor.Web.Console;
using ProtocolAdvisor.Web.Console.Words;
using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Tests.Console;

/// <summary>The console's words are there in every language.</summary>
public class ConsoleWordsTests
{
    private static readonly Dictionary<string, Func<Language, object>> All = typeof(WebPack).GetProperties().Where(x => x.PropertyType.Name == "Func`1")
        .ToDictionary(x => x.Name, table => new Func<Language, object>(language => ((Func<object>)table.GetValue(WebLanguages.PackOf(language))!)()));

    public static TheoryData<string> Areas => [.. All.Keys];

    public static TheoryData<string, Language> AreasInLanguages =>
        [.. All.Keys.SelectMany(area => Language.All.Select(language => new TheoryDataRow<string, Language>(area, language)))];

    public static TheoryData<Language> EveryLanguage => [.. Language.All];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_language_says_the_same_in_its_own_words(string area) => WordTable.AssertAgree(All[area]);

    [Theory]
    [MemberData(nameof(AreasInLanguages))]
    public void Every_sentence_is_there_and_well_set(string area, Language language)
    {
        WordTable.AssertWellSet(language, All[area](language));
        WordTable.AssertOneWordAThing(language, All[area](language));
        Assert.DoesNotContain("", WordTable.Sentences(All[area](language)).Values);
    }

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void Every_value_of_a_closed_list_has_its_label(Language language)
    {
        var (page, labels) = (ReportPageWords.In(language), ReportPhrases.Of(language));
        Assert.Equal(Enum.GetValues<SignInOutcome>(), page.SignIns.Keys.Order());
        Assert.Equal(Enum.GetValues<DriftFact>(), page.Drifts.Keys.Order());
        Assert.Equal(Enum.GetValues<FolderUse>(), page.FolderUses.Keys.Order());
        var (enter, meaning) = (EnterWords.In(language), MeaningWords.In(language));
        Assert.Equal(Enum.GetValues<MailProgram>(), enter.Clients.Keys.Order());
        Assert.All(enter.Clients.Values, x => Assert.InRange(x.Steps.Count, 3, 5));
        Assert.Equal(Enum.GetValues<UsualLine>(), meaning.Lines.Keys.Order());
        Assert.Equal(Enum.GetValues<StepGroup>(), meaning.Groups.Keys.Order());
        Assert.Equal(UsageForm.Deciding.Order(), meaning.Questions.Keys.Order());
        Assert.Equal(Enum.GetValues<MailStep>(), labels.Steps.Keys.Order());
        Assert.Equal(Enum.GetValues<FailureKind>(), labels.Failures.Keys.Order());
        Assert.Equal(Enum.GetValues<CertificateStatus>(), labels.CertificateStatuses.Keys.Order());
        Assert.Equal(Enum.GetValues<DiscoverySource>(), labels.SourceNames.Keys.Order());
        Assert.Equal(Enum.GetValues<MailTask>(), labels.Tasks.Keys.Order());
        Assert.Equal(Enum.GetValues<Severity>(), labels.Severities.Keys.Order());
    }

    // Titles and words of confidence are the text's own table; the terminal shows that text.
    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void The_page_calls_a_thing_by_the_word_that_the_text_has_for_it(Language language)
    {
        var (page, labels) = (ReportPageWords.In(language), ReportPhrases.Of(language));
        Assert.StartsWith($"{page.Evidence}: ", labels.Evidence, StringComparison.Ordinal);
        Assert.StartsWith($"{page.Remedy}: ", labels.Remedy, StringComparison.Ordinal);
        string[] own = [.. typeof(ReportPageWords).GetProperties().Select(x => x.Name)];
        string[] titles = ["Why", "Reasons", "Changes", "Plan", "Findings", "FirstToFix", "Blocking", "Comparison", "ForYou", "Forecast", "Mailbox", "Endpoints", "Discovery", "Drift", "Likely", "Possible"];
        Assert.Empty(own.Intersect(titles));
    }

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void Every_question_is_asked_and_every_choice_has_its_words(Language language)
    {
        var words = StartWords.Of(language);
        Assert.Equal(UsageForm.Fields.Select(x => x.Name), words.Questions.Keys);
        Assert.Equal(UsageForm.Fields.Where(x => x.Kind == AssessmentForm.Kind.Text).Select(x => x.Name), words.Answers.Keys);
        Assert.All(words.Answers.Values.SelectMany(x => x), x => Assert.NotEmpty(x.Text));
    }
}
