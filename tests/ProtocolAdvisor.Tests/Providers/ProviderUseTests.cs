using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Coherence;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Tests.Fixtures.ProviderRuns;

namespace ProtocolAdvisor.Tests.Providers;

/// <summary>What follows from each record: for every provider that ships, not for some.</summary>
public class ProviderUseTests
{
    private static readonly FindingCode[] Causes = [.. Enum.GetValues<FindingCode>().Where(ProviderCause.Is)];

    public static TheoryData<string> Keys => [.. ProviderCatalogue.Official.Where(x => x.StandardAccess is null && x.Marks.Any(y => y.Kind is MarkKind.MailHost)).Select(x => x.Key)];

    public static TheoryData<string> WithoutServers => [.. ProviderCatalogue.Official.Where(x => x.StandardAccess is not null).Select(x => x.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_refusal_in_general_words_gets_the_likely_cause_and_no_remedy_beside_it_that_leads_elsewhere(string key)
    {
        var run = Run(At(Known(key), Wrong));
        var report = run.Report(Language.English);
        Assert.Equal(key, report.Provider!.Key);
        var causes = report.Findings.Where(x => Causes.Contains(x.Code)).ToList();
        Assert.Equal(Expected(Known(key)), causes.OrderBy(x => x.Confidence).Select(x => (FindingCode?)x.Code).FirstOrDefault());
        Assert.All(causes, x => Assert.NotEqual(FindingConfidence.Certain, x.Confidence));
        Assert.All(causes, x => Assert.Contains(General, x.Quotes));
        if (causes.Count > 0) Assert.DoesNotContain(report.Findings, x => x.Remedy.Contains("whole e-mail address", StringComparison.Ordinal));
        if (causes.Exists(x => x.Confidence == FindingConfidence.Likely))
            Assert.Contains(report.Summary.Lines, x => causes.Exists(y => x.Contains(y.Title, StringComparison.Ordinal) && x.Contains(y.Remedy, StringComparison.Ordinal)));
        IsCoherent(run);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Nothing_of_it_is_told_where_the_server_names_another_cause_a_token_was_refused_or_the_sign_in_worked(string key)
    {
        SignInResult[] others =
        [
            Wrong with { Reason = SignInReason.AccountLocked, KnownBy = RefusalSign.Text }, Wrong with { OrElse = SignInReason.AccountImapDisabled },
            Wrong with { Reason = SignInReason.AuthTokenInvalid, Mechanism = "XOAUTH2" }, Wrong with { Reason = SignInReason.AuthRefusedUnknown, Mechanism = "OAUTHBEARER" },
            Wrong with { Reason = SignInReason.AuthRateLimited }, Accepted,
        ];
        foreach (var other in others)
        {
            var run = Run(At(Known(key), other), withToken: other.IsOfToken);
            Assert.DoesNotContain(run.Report(Language.English).Findings, x => Causes.Contains(x.Code));
            IsCoherent(run);
        }

        Assert.DoesNotContain(Run(At(Known(key), Accepted, Wrong)).Report(Language.English).Findings, x => Causes.Contains(x.Code));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void What_must_be_done_first_is_told_without_a_sign_in_and_not_where_one_has_proved_it_done(string key)
    {
        var untried = Run(At(Known(key)));
        var report = untried.Report(Language.English);
        var first = Known(key).PasswordFor(MailProtocol.Imap)?.SignIn;
        Assert.Equal(first is not (null or PasswordSignIn.Yes), report.BeforeYouBegin.Any(x => IsOfPassword(x.Code)));
        Assert.Equal(Known(key).SwitchFor(MailProtocol.Imap)?.State == SwitchState.Off, report.BeforeYouBegin.Any(x => x.Code == PreparationCode.SwitchOnImap));
        var text = TextReport.Write(report, Language.English).ReplaceLineEndings(" ");
        Assert.All(report.BeforeYouBegin, x => Assert.Contains(x.Text.Split('.')[0][..20], text, StringComparison.Ordinal));
        IsCoherent(untried);

        var proved = Run(At(Known(key), Accepted, Accepted)).Report(Language.English);
        Assert.DoesNotContain(proved.BeforeYouBegin, x => IsOfPassword(x.Code) || x.Code is PreparationCode.SwitchOnImap or PreparationCode.SwitchOnPop3);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Settings_ask_for_what_the_provider_takes_and_an_accepted_password_beats_what_is_known(string key)
    {
        var fact = Known(key).PasswordFor(MailProtocol.Imap);
        var refused = Run(At(Known(key), Wrong)).Report(Language.English);
        var text = SettingsWriter.Write(refused.Settings!, SettingsFormat.Text, Language.English).File!.Content;
        if (fact?.SignIn is PasswordSignIn.Yes or null) Assert.Contains(Known(key).PasswordWithSecondFactorFor(MailProtocol.Imap) is null ? "the password that also opens your webmail" : "if you sign in to your provider in two steps", text, StringComparison.Ordinal);
        else Assert.DoesNotContain("with the password of your mailbox", text, StringComparison.Ordinal);
        Assert.Equal(fact?.SignIn == PasswordSignIn.No ? AuthenticationKind.Oauth2 : AuthenticationKind.Password, refused.Recommendation.Endpoint!.Authentication);
        if (fact?.SignIn == PasswordSignIn.AppPassword) Assert.Contains("app password, not your own", text, StringComparison.Ordinal);

        var accepted = Run(At(Known(key), Accepted)).Report(Language.English);
        Assert.Equal(AuthenticationKind.Password, accepted.Recommendation.Endpoint!.Authentication);
        Assert.DoesNotContain("not your own", SettingsWriter.Write(accepted.Settings!, SettingsFormat.Text, Language.English).File!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WithoutServers))]
    public void A_provider_without_standard_protocols_is_named_first_with_what_to_do(string key)
    {
        var run = Run(Facts.Run(Array.Empty<EndpointFacts>()) with { Discovery = Search(Known(key)) });
        var report = run.Report(Language.English);
        var finding = Assert.Single(report.Findings, x => x.Code == FindingCode.ProviderNoStandardProtocol);
        Assert.Equal((RecommendedProtocol.None, SummaryState.DoesNotWork, FindingConfidence.Likely), (report.Recommendation.Protocol, report.Summary.State, finding.Confidence));
        Assert.Contains(finding.Remedy, report.Summary.Lines[0], StringComparison.Ordinal);
        Assert.Contains(Known(key).Name, report.Summary.Lines[0], StringComparison.Ordinal);
        Assert.Single(report.BeforeYouBegin);
        Assert.DoesNotContain(report.Findings, x => x.Code == FindingCode.DiscoveryNothingFound);
        IsCoherent(run);
    }

    [Fact]
    public void A_secret_that_looks_made_is_to_be_checked_rather_than_made()
    {
        var run = Run(At(Known("gmail"), Wrong with { LooksLikeAppPassword = true }));
        var report = run.Report(Language.English);
        Assert.DoesNotContain(report.Findings, x => x.Code == FindingCode.ProviderWantsAppPassword);
        Assert.Contains("create a new one", report.Findings.First(x => x.Code == FindingCode.AuthBadCredentials).Remedy, StringComparison.Ordinal);
        Assert.Contains(report.BeforeYouBegin, x => x.Code == PreparationCode.CheckAppPassword);
        IsCoherent(run);
    }

    [Fact]
    public void A_server_elsewhere_is_not_taken_for_the_provider_that_receives_the_mail()
    {
        var facts = Facts.Run(Facts.With(Facts.Healthy(Facts.Imaps), Wrong)) with { Discovery = Search(Known("google-workspace"), Published.Imaps("mail.example.com")) };
        var run = Run(facts);
        Assert.DoesNotContain(run.Report(Language.English).Findings, x => Causes.Contains(x.Code));
        Assert.Contains("with the password that also opens your webmail", SettingsWriter.Write(run.Report(Language.English).Settings!, SettingsFormat.Text, Language.English).File!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_looked_up_long_ago_says_so()
    {
        var run = Run(At(Known("gmail"), Wrong) with { StartedAt = new(2029, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        foreach (var (language, words) in new[] { (Language.English, "last looked"), (Language.German, "nachgesehen") })
        {
            var report = run.Report(language);
            Assert.Contains(words, report.Findings.First(x => x.Code == FindingCode.ProviderWantsAppPassword).Evidence, StringComparison.Ordinal);
            Assert.All(report.BeforeYouBegin, x => Assert.Contains(words, x.Text, StringComparison.Ordinal));
        }

        Assert.DoesNotContain("last looked", Run(At(Known("gmail"), Wrong)).Report(Language.English).Findings.First(x => x.Code == FindingCode.ProviderWantsAppPassword).Evidence, StringComparison.Ordinal);
        IsCoherent(run);
    }

    [Fact]
    public void Pop3s_own_ways_are_told_where_pop3_can_be_used()
    {
        var finding = Assert.Single(Run(At(Known("gmail"))).Report(Language.English).Findings, x => x.Code == FindingCode.ProviderPop3Differs);
        Assert.Contains("is not shown to another", finding.Evidence, StringComparison.Ordinal);
    }

    private static FindingCode? Expected(Provider provider) => provider.PasswordFor(MailProtocol.Imap)?.SignIn switch
    {
        PasswordSignIn.AppPassword => FindingCode.ProviderWantsAppPassword,
        PasswordSignIn.AuthorisationCode => FindingCode.ProviderWantsAuthorisationCode,
        PasswordSignIn.MailPassword => FindingCode.ProviderWantsMailPassword,
        PasswordSignIn.No => FindingCode.ProviderOauthOnly,
        _ when provider.SwitchFor(MailProtocol.Imap)?.State is SwitchState.Off or SwitchState.Unavailable or SwitchState.Administrator => FindingCode.ProviderAccessOff,
        _ => provider.PasswordWithSecondFactorFor(MailProtocol.Imap) is { SignIn: PasswordSignIn.AppPassword } ? FindingCode.ProviderWantsAppPassword : null,
    };

    private static bool IsOfPassword(PreparationCode code) => code is PreparationCode.CreateAppPassword
        or PreparationCode.CreateAuthorisationCode or PreparationCode.SetMailPassword or PreparationCode.UseOauth2;

    private static void IsCoherent(AssessedRun run) => Assert.Equal([], ReportCoherence.Of(run));
}
