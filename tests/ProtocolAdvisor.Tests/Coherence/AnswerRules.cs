using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Summaries;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Rules 2 and 3: the first lines say what matters most, and say it of this mailbox.</summary>
internal static class AnswerRules
{
    private const int LongestHeadline = 60;

    // Causes of a run in which nobody came to a server: ours, or the search's.
    private static readonly FindingCode[] NobodysServer =
    [
        FindingCode.LookupImpossible, FindingCode.ProviderNoStandardProtocol, FindingCode.DomainNotFound, FindingCode.HostLikelyMisspelled, FindingCode.DiscoveryNothingFound, FindingCode.OtherWaysOnly, FindingCode.DnsLookupFailed, FindingCode.SettingsEmpty,
        FindingCode.AutoconfigInvalid, FindingCode.SettingsWebFault, FindingCode.TargetBusy, FindingCode.TargetNotAllowed, FindingCode.NotExamined, FindingCode.DeadlineReached,
        FindingCode.InternalFault, FindingCode.LocalFault, FindingCode.DnsAnswersForged, FindingCode.SrvNotOffered,
    ];

    public static IEnumerable<Complaint> Of(AssessmentReport report, Language language)
    {
        var headline = report.Summary.Headline;
        if (headline.Length > LongestHeadline || headline != report.Recommendation.Headline) yield return new(CoherenceRule.HeadlineIsShort, $"a headline of {headline.Length} characters, or two of them: {headline}");
        var first = Unbound(string.Join(' ', AnswerText.Answer(report, new ReportWords(language, int.MaxValue)).Lines));
        foreach (var line in report.Summary.Lines.Prepend(headline).Where(x => first.Contains(Unbound(x), StringComparison.Ordinal) == IsRepeated(x, report, language)))
            yield return new(CoherenceRule.FirstLinesTellOfTheSignIn, $"the text does not begin with this, or says it twice: {line}");
        if (IsGuessBehindDeadServers(report, out var guess) && !report.Summary.Lines.Any(x => x.Contains(guess, StringComparison.Ordinal)))
            yield return new(CoherenceRule.FirstLinesTellOfTheSignIn, $"{guess} is a guess behind published servers that are dead, and the first lines do not say so");
        foreach (var complaint in Cause(report).Concat(SignIns(report, language)).Concat(State(report))) yield return complaint;
    }

    // That the sign-in was refused is said by the headline, and where by the cause's line: once more, the text would say it twice.
    private static bool IsRepeated(string line, AssessmentReport report, Language language)
    {
        var phrases = language.Table<SummaryPhrases>();
        string[] protocols = ["IMAP", "POP3", phrases.BothProtocols.Replace("{one}", "IMAP", StringComparison.Ordinal).Replace("{other}", "POP3", StringComparison.Ordinal)];
        return report.Summary.Headline == phrases.Headlines[SummaryHeadline.SignInRefused]
            && report.Endpoints.Any(x => x.SignIn.Outcome == SignInOutcome.Rejected && report.Summary.Lines[0].Contains($"{x.Host}:{x.Port}", StringComparison.Ordinal))
            && protocols.Any(x => line == phrases.SignIns[SignInFate.Refused].Replace("{protocols}", x, StringComparison.Ordinal));
    }

    private static IEnumerable<EndpointReport> Incoming(AssessmentReport report) => report.Endpoints.Where(x => x.Protocol.ReadsMail());

    // In the text, a space that binds becomes one that does not.
    private static string Unbound(string text) => text.Replace('\u00A0', ' ');

    // Where no server can be used, or none is recommended, the first line has the name of a cause, its server and its remedy, and there that cause explains what failed.
    private static IEnumerable<Complaint> Cause(AssessmentReport report)
    {
        var usable = Incoming(report).Any(x => x.Usable);
        if ((usable && report.Recommendation.Protocol != RecommendedProtocol.None) || (!Incoming(report).Any() && report.Discovery.Candidates.Count + report.Endpoints.Count > 0)) yield break;
        var line = report.Summary.Lines[0];
        var told = report.Findings.Where(x => line.Contains(x.Title, StringComparison.Ordinal) && line.Contains(x.Remedy, StringComparison.Ordinal)).ToList();
        if (told.Count == 0 && !(usable && NamesAMissingServer(report)))
            yield return new(CoherenceRule.NoneNamesTheCause, $"nothing can be used, and the first line names no cause and remedy: {line}");
        if (told.Count > 0 && !told.Exists(x => NobodysServer.Contains(x.Code) || report.Endpoints.Any(y => line.Contains(y.Host, StringComparison.Ordinal) && Ends(x, y))))
            yield return new(CoherenceRule.NoneNamesTheCause, $"the first line names no server whose way ends by {told[0].Code}: {line}");
    }

    // At a server that can be used, it is the sign-in or the mailbox.
    private static bool Ends(FindingReport finding, EndpointReport endpoint) => endpoint.Usable ? StepRules.IsAt(finding, endpoint)
        : endpoint.Steps.FirstOrDefault(x => x.Failure is not null) is { } step && StepCauses.Explains(finding.Code, step.Step, step.Failure!.Kind) ? true
        : (endpoint.Steps.All(x => x.Failure is null) || endpoint.SignIn.Outcome == SignInOutcome.Accepted) && StepRules.IsAt(finding, endpoint) && (finding.Code is FindingCode.CleartextOnly or FindingCode.StarttlsNotOffered || WireName.Of(finding.Code).StartsWith("cert-", StringComparison.Ordinal));

    // A recommended protocol of which no server is known: that has no finding.
    private static bool NamesAMissingServer(AssessmentReport report) =>
        report.Summary.Lines.Any(x => x.Contains("IMAP", StringComparison.Ordinal) || x.Contains("POP3", StringComparison.Ordinal))
        && Incoming(report).GroupBy(x => x.Protocol).Count(x => x.Any(y => y.Usable)) < 2;

    private static IEnumerable<Complaint> SignIns(AssessmentReport report, Language language)
    {
        var words = new ReportWords(language);
        var lines = string.Join(' ', report.Summary.Lines);
        if (Incoming(report).All(x => x.SignIn.Reason == SignInReason.NoCredentials))
        {
            if (!lines.Contains(language == Language.German ? "Passwort" : "password", StringComparison.OrdinalIgnoreCase)) yield return new(CoherenceRule.FirstLinesTellOfTheSignIn, "without a password, and the first lines do not say so");
            yield break;
        }

        foreach (var protocol in Incoming(report).Where(x => x.Usable).GroupBy(x => x.Protocol))
        {
            var reasons = protocol.Select(x => x.SignIn).Where(x => x.Outcome != SignInOutcome.Accepted).Select(x => x.Reason).OfType<SignInReason>()
                .Where(x => x is not (SignInReason.OtherEndpointPreferred or SignInReason.EndpointNotUsable or SignInReason.NoCredentials)).ToList();
            if (reasons.Count == 0 || protocol.Any(x => x.SignIn.Outcome == SignInOutcome.Accepted)) continue;
            var said = report.Summary.Lines.Where(x => x.Contains(protocol.Key.Name(), StringComparison.Ordinal) && Speaks(x, language)).ToList();
            if (said.Count == 0) yield return new(CoherenceRule.FirstLinesTellOfTheSignIn, $"nobody signed in over {protocol.Key} ({string.Join(", ", reasons)}), and the first lines do not say so");
            else if (!reasons.Exists(x => Says(x, lines, words, report))) yield return new(CoherenceRule.FirstLinesTellOfTheSignIn, $"nobody signed in over {protocol.Key}, and the first lines do not say why ({string.Join(", ", reasons)})");
        }
    }

    private static bool Speaks(string line, Language language) => line.Contains(language == Language.German ? "Anmeldung" : "sign-in", StringComparison.OrdinalIgnoreCase);

    // These are what the sentence about the sign-in itself says. A password that the other protocol took is not blamed.
    private static bool Says(SignInReason reason, string lines, ReportWords words, AssessmentReport report) =>
        reason is SignInReason.AuthUnanswered or SignInReason.ConnectionFailed or SignInReason.DeadlineReached
        || lines.Contains(words.Reason(reason), StringComparison.Ordinal) || report.Findings.Any(x => x.Code == FindingCode.LoginDiffersByProtocol && lines.Contains(x.Title, StringComparison.Ordinal));

    // What is said to work has a server to be set up, and nobody was refused there; what does not is not called working.
    private static IEnumerable<Complaint> State(AssessmentReport report)
    {
        var works = report.Summary.State is SummaryState.Works or SummaryState.ToMend;
        if (works && report.Recommendation.Endpoint is null) yield return new(CoherenceRule.StateIsTrue, "it is said to work, and there is no server to set up");
        var refused = Incoming(report).Any(x => x.SignIn.Outcome is SignInOutcome.Rejected or SignInOutcome.Unanswered) && !Incoming(report).Any(x => x.SignIn.Outcome == SignInOutcome.Accepted);
        if (works && refused) yield return new(CoherenceRule.StateIsTrue, "it is said to work, and nobody could sign in");
        if (report.Summary.State == SummaryState.Works && report.Findings.Any(x => x.Severity == Severity.Blocking)) yield return new(CoherenceRule.StateIsTrue, "it is said to work, and something blocks");
        if (!works && report.Recommendation.Endpoint is { } told && report.Endpoints.Any(x => x.Protocol == told.Protocol && x.SignIn.Outcome == SignInOutcome.Accepted) && report.Mailbox is not null
            && Incoming(report).All(x => x.SignIn.Outcome != SignInOutcome.Accepted || x.Steps.All(step => step.Failure is null)) && !ReadsNothing(report))
            yield return new(CoherenceRule.StateIsTrue, $"it works, and is said to be {report.Summary.State}");
        if (report.Summary.State == SummaryState.DoesNotWork && OnlyUnheard(report))
            yield return new(CoherenceRule.StateIsTrue, "it is said not to work, and nobody has said no to the sign-in");
        if (works && ReadsNothing(report)) yield return new(CoherenceRule.StateIsTrue, "it is said to work, and what was tried let nobody read any mail");
        if (report.Summary.State == SummaryState.DoesNotWork && Incoming(report).Any() && Incoming(report).All(x => x.SignIn.Outcome != SignInOutcome.Rejected && x.Steps.Any(step => step.Failure is { Kind: FailureKind.AddressBlocked or FailureKind.TargetBusy or FailureKind.DeadlineReached or FailureKind.LookupFailed or FailureKind.LookupImpossible or FailureKind.Unexpected })))
            yield return new(CoherenceRule.StateIsTrue, "it is said not to work, and only we kept from looking");
        if (report.Recommendation is { Endpoint: { } advised, Surer: { } surer } && surer.Points.Contains(OpenPoint.SignIn) && report.Endpoints.Any(x => x.Protocol == advised.Protocol && x.Usable && x.SignIn.Outcome == SignInOutcome.Accepted))
            yield return new(CoherenceRule.RemedyIsNew, "a sign-in that works is asked for, and there was one");
    }

    // Every sign-in that went out got no answer, or one that passes by itself.
    private static bool OnlyUnheard(AssessmentReport report)
    {
        var tried = Incoming(report).Select(x => x.SignIn).Where(x => x.Outcome != SignInOutcome.NotAttempted).ToList();
        return tried.Count > 0 && report.Recommendation.Protocol != RecommendedProtocol.None && Incoming(report).All(x => x.Usable) && tried.TrueForAll(x =>
            x.Outcome == SignInOutcome.Unanswered || (x.Outcome == SignInOutcome.Rejected && (x.Reason == SignInReason.AuthServerFault || SignInResult.Passes(x.Reason))));
    }

    // The server ended every session before a message came, or handed none out.
    private static bool ReadsNothing(AssessmentReport report)
    {
        var accepted = Incoming(report).Where(x => x.SignIn.Outcome == SignInOutcome.Accepted).ToList();
        return accepted.Count > 0 && report.Mailbox?.Imap?.Fetch is null && report.Mailbox?.Pop3?.Fetch is null && accepted.TrueForAll(x =>
            report.Findings.Any(y => y.Protocol == x.Protocol && y.Code is FindingCode.MessagesUnreadable or FindingCode.FetchRefused or FindingCode.MailboxNotOpened)
            || x.Steps.Any(step => step.Step is MailStep.OpenMailbox or MailStep.Measure
                && step.Failure is { Kind: FailureKind.ConnectionReset or FailureKind.TimedOut or FailureKind.ProtocolViolation or FailureKind.ResponseTooLarge }));
    }

    private static bool IsGuessBehindDeadServers(AssessmentReport report, out string guess)
    {
        var told = report.Recommendation.Endpoint;
        guess = $"{told?.Host}:{told?.Port}";
        return told is not null && report.Discovery.Candidates.Any(x => x.Protocol == told.Protocol && x.Sources is not [DiscoverySource.Convention])
            && report.Discovery.Candidates.Any(x => (x.Protocol, x.Host, x.Port) == (told.Protocol, told.Host, told.Port) && x.Sources is [DiscoverySource.Convention]);
    }
}
