using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>
/// Picks what a report begins with: first whether any server can be used, then whether the recommended one is known, then what became of
/// the sign-in there.
/// </summary>
internal sealed class SummaryJudge(AssessmentFacts facts, Judgement judgement, bool credentialsGiven)
{
    private readonly IReadOnlyList<Finding> _findings = judgement.Findings;
    private readonly MailProtocol? _advised = judgement.Recommendation.Protocol;
    private readonly IReadOnlyList<SignInStory> _stories = SignInStory.In(facts);
    private readonly bool _publishes =
        facts.Discovery.Candidates.Any(x => !x.IsGuess && x.Endpoint.Protocol == judgement.Recommendation.Protocol);

    private readonly Obstacles _obstacles = new(facts, judgement.Findings);

    public Summary Judge()
    {
        var read = OfReading();
        if (SendingStory.In(facts, _findings) is not { } sending) return read;
        var ahead = read.Lines.TakeWhile(x => x is not AdviceLine).ToList();
        return read with { Lines = [.. ahead, Line(sending, read), .. read.Lines.Skip(ahead.Count)] };
    }

    private static SendingLine Line(SendingStory sending, Summary told) => new(
        sending.Fate,
        sending.Cause is { } cause && !told.Lines.OfType<CauseLine>().Any(x => x.Finding == cause) ? new CauseLine(CauseKind.ToFix, cause, sending.Places) : null);

    private Summary OfReading() => this switch
    {
        _ when !facts.Incoming.Any(x => x.Probe.Usable) => NothingUsable(),
        _ when _advised is null => Neither(),
        _ when !HasUsable(_advised.Value) => ServerUnknown(_advised.Value),
        _ => StoryOf(_advised.Value) switch
        {
            SignInFate.Accepted or SignInFate.NotGiven => Working(),
            SignInFate.MailboxShut or SignInFate.MailboxShutForNow => Stuck(),
            _ when _stories.Any(x => x.Fate == SignInFate.Accepted) => Working(),
            _ => Stuck(),
        },
    };

    // A source that was not heard may know the right server.
    private bool IsOnlyGuessed => AccessReading.OfProtocol(facts, _advised ?? MailProtocol.Imap).Cause == AccessCause.OnlyGuessed;

    private bool HasUsable(MailProtocol protocol) => facts.Of(protocol).Any(x => x.Probe.Usable);

    private SignInFate StoryOf(MailProtocol protocol) => _stories.First(x => x.Protocol == protocol).Fate;

    private Summary NothingUsable()
    {
        var toFix = _obstacles.OfProvider();
        if (toFix is not null) return new(SummaryState.DoesNotWork, CauseHeadlines.Of(toFix.Finding.Code), [toFix, .. SignIns(null)]);
        toFix = _obstacles.ToFix(_advised);
        var unknown = _obstacles.Unknown(_advised);
        if (toFix is null && unknown is null) (toFix, unknown) = _obstacles.OfSearch();
        else if (IsOnlyGuessed && unknown is null) unknown = _obstacles.OfSearch().Unknown;
        var isOpen = toFix is null || unknown is not null && IsOnlyGuessed || _obstacles.IsOpen(_advised);
        CauseLine?[] causes = isOpen ? [unknown, toFix] : [toFix, unknown];
        return new(
            isOpen || IsOnlyGuessed || toFix!.Kind == CauseKind.Unknown ? SummaryState.CouldNotFindOut : SummaryState.DoesNotWork,
            isOpen ? SummaryHeadline.CouldNotFindOut : CauseHeadlines.Of(toFix!.Finding.Code),
            [.. toFix is null && unknown is null ? [new NothingSeenLine(OnlySending: facts.Endpoints.Count > 0 && !facts.Incoming.Any())] : causes.OfType<SummaryLine>(), .. OtherWays(), .. SignIns(null), .. OnceItWorks()]);
    }

    // POP3 could be used, but does not do for this use, and IMAP cannot; or a mailbox stays shut.
    private Summary Neither()
    {
        if (_stories.Min(x => x.Fate) is > SignInFate.Accepted and < SignInFate.KeptHere) return Stuck();
        var missing = HasUsable(MailProtocol.Imap) ? MailProtocol.Pop3 : MailProtocol.Imap;
        var toFix = HasUsable(missing)
            ? _stories.Select(Refused).OfType<CauseLine>().FirstOrDefault() : _obstacles.ToFix(missing, alone: true);
        var unknown = toFix is null ? _obstacles.Unknown(missing, alone: true) : null;
        return new(
            unknown is null ? SummaryState.DoesNotWork : SummaryState.CouldNotFindOut,
            missing switch { MailProtocol.Imap => SummaryHeadline.ImapNeeded, MailProtocol.Pop3 => SummaryHeadline.Neither, MailProtocol.Submission => throw missing.IsNotCompared() },
            [(SummaryLine?)(toFix ?? unknown) ?? Missing(missing), .. SignIns(toFix?.Finding)]);
    }

    private Summary ServerUnknown(MailProtocol protocol)
    {
        var cause = _obstacles.Unknown(protocol, alone: true) ?? _obstacles.ToFix(protocol, alone: true);
        return new(
            SummaryState.CouldNotFindOut,
            protocol switch
            {
                MailProtocol.Imap => SummaryHeadline.ImapServerUnknown,
                MailProtocol.Pop3 => SummaryHeadline.Pop3ServerUnknown,
                MailProtocol.Submission => throw protocol.IsNotCompared(),
            },
            [(SummaryLine?)cause ?? Missing(protocol), .. SignIns(null)]);
    }

    private Summary Working()
    {
        if (HiddenMail.CauseOf(facts, _findings, _advised) is { } hiding) return Unread(hiding);
        var toMend = _findings.Where(x => x.Severity <= Severity.Medium && !IsOfTheChoice(x)).OrderBy(x => x.Severity).ThenBy(x => x.IsOfSending).ThenBy(IsOfHousekeeping).FirstOrDefault();
        var headline = Summary.HeadlineOf(judgement.Recommendation);
        return new(
            toMend is null ? SummaryState.Works : SummaryState.ToMend, headline,
            [.. Guessed(), .. SignIns(toMend), .. toMend is null ? Array.Empty<SummaryLine>() : [_obstacles.Line(CauseKind.ToMend, toMend)], new AdviceLine(headline, IsHeadline: true)]);
    }

    // A mailbox that opens, and of which no message can be read, matters more to its owner than anything about its server.
    private Summary Unread(Finding cause)
    {
        var isOpen = HiddenMail.IsOpen(facts, cause);
        return new(
            isOpen ? SummaryState.CouldNotFindOut : SummaryState.DoesNotWork, SummaryHeadline.MailUnread,
            [_obstacles.Line(isOpen ? CauseKind.Unknown : CauseKind.ToFix, cause), .. Guessed(), .. SignIns(cause), .. OnceItWorks()]);
    }

    // These are weighed by whoever chooses POP3; to mend there is nothing.
    private bool IsOfTheChoice(Finding finding) => ToDo.IsOfTheChoice(finding.Code, _advised == MailProtocol.Imap);

    private Summary Stuck()
    {
        var lead = _stories.Where(x => x.Fate != SignInFate.Accepted).MinBy(x => x.Fate)!;
        var (state, headline) = CauseHeadlines.Of(lead.Fate, lead.Reason);
        var cause = lead.Cause(_findings);
        var kind = state == SummaryState.CouldNotFindOut ? CauseKind.Unknown : CauseKind.ToFix;
        return new(state, headline, [.. cause is null ? Array.Empty<SummaryLine>() : [_obstacles.Line(kind, cause)], .. Guessed(), .. SignIns(cause), .. OnceItWorks()]);
    }

    // Only the operator can mend these, and nobody's mail waits for it: what the reader will feel comes first.
    private static bool IsOfHousekeeping(Finding finding) => finding.Code is FindingCode.TlsLegacyOffered or FindingCode.TlsWeakCipher or FindingCode.CertDiffersBetweenPorts or FindingCode.CertNoSan
        or FindingCode.SettingsDrift or FindingCode.SettingsWebFault or FindingCode.AutoconfigInvalid or FindingCode.AutoconfigInsecure or FindingCode.SettingsEmpty;

    private CauseLine? Refused(SignInStory story) =>
        story.Fate == SignInFate.Refused && story.Cause(_findings) is { } cause ? _obstacles.Line(CauseKind.ToFix, cause) : null;

    // Only where something is published: where nothing is, everybody has to guess, and the report says so beside the server.
    private IEnumerable<SummaryLine> Guessed() => _advised is not { } advised ? [] :
        from endpoint in facts.Of(advised).Where(x => x.Probe.Usable)
            .OrderByDescending(x => x.Trusted).ThenByDescending(x => x.IsAccepted).Take(1)
        where _publishes && facts.Discovery.Candidates.Any(x => x.Endpoint == endpoint.Probe.Endpoint && x.IsGuess)
        select new GuessedServerLine(endpoint.Probe.Endpoint.Authority, endpoint.IsAccepted);

    // Protocols with the same fate for the same reason are told together; why is left out where a cause has just told it.
    private IEnumerable<SummaryLine> SignIns(Finding? told)
    {
        if (_stories.Count == 0) return [new SignInLine(credentialsGiven ? SignInFate.KeptHere : SignInFate.NotGiven, null, [])];
        var any = _stories.Where(x => x.Fate < SignInFate.KeptHere).ToList();
        return from story in any.Count > 0 ? any : _stories
               orderby story.Fate
               group story by (story.Fate, Reason: IsTold(story, told) || !SignInLine.NeedsReason(story.Fate) ? null : story.Reason) into same
               select new SignInLine(same.Key.Fate, same.Key.Reason, [.. same.Select(x => x.Protocol)]) { PasswordIsKnown = any.Exists(x => x.Fate <= SignInFate.MailboxShutForNow) };
    }

    // "This way does not fit" tells less than that no token is taken.
    private bool IsTold(SignInStory story, Finding? told) =>
        told is not null && !ProviderCause.Is(told.Code) && story.Cause(_findings)?.Code == told.Code && story.Reason != SignInReason.AuthMechanismMissing;

    private IEnumerable<SummaryLine> OtherWays() => facts.Discovery.OtherWays.Count > 0 ? [new OtherWaysLine(facts.Discovery.OtherWays)] : [];

    private IEnumerable<SummaryLine> OnceItWorks() =>
        _advised is null ? [] : [new AdviceLine(Summary.HeadlineOf(judgement.Recommendation), IsHeadline: false)];

    private MissingServerLine Missing(MailProtocol protocol) =>
        new(protocol, facts.Discovery.Attempts.All(x => x.Source == DiscoverySource.Explicit));
}
