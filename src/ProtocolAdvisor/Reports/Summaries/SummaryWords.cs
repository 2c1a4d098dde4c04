using System.Globalization;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>Says what a report begins with in one language.</summary>
internal sealed class SummaryWords(Language language)
{
    private const int MostPlaces = 2;
    private readonly SummaryPhrases _phrases = language.Table<SummaryPhrases>();
    private readonly ReportWords _words = new(language);

    /// <summary>The summary as it is sent and shown.</summary>
    public SummaryReport Report(Summary summary) => new(summary.State, Headline(summary.Headline), [.. summary.Lines.Select(Text)])
    {
        Causes = [.. summary.Lines.Select(x => x is SendingLine sending ? sending.Cause : x as CauseLine).OfType<CauseLine>().Select(x => x.Finding.Code)],
        Below = [.. summary.Unrepeated.Select(Text)],
        Besides = [.. summary.Unrepeated.Where(x => x is not CauseLine).Select(x => Text(x is SendingLine sending ? sending with { Cause = null } : x))],
        Standing = summary.Standing,
        Trouble = summary.Trouble,
        StandingText = Standing(summary.Standing),
        Lead = summary.Lead is CauseLine cause ? Named(cause) : summary.Lead is { } lead ? Text(lead) : "",
        Notes = [.. summary.Notes.Select(Text)],
        OnceItWorks = summary.Lines.OfType<AdviceLine>().FirstOrDefault(x => !x.IsHeadline) is { } advice ? Text(advice) : null,
        LeadingCause = summary.LeadingCause,
    };

    /// <summary>An outcome in a few words.</summary>
    public string Headline(SummaryHeadline headline) => _phrases.Headlines[headline];

    /// <summary>The state in a word or two.</summary>
    public string State(SummaryState state) => _phrases.States[state];

    /// <summary>How an account stands, in a few words.</summary>
    public string Standing(Standing standing) => standing switch
    {
        Summaries.Standing.MailboxUntested => _phrases.MailboxUntested,
        Summaries.Standing.HeldBack => _phrases.HeldBack,
        Summaries.Standing.Works => State(SummaryState.Works),
        Summaries.Standing.ToMend => State(SummaryState.ToMend),
        Summaries.Standing.SignInRefused or Summaries.Standing.DoesNotWork => State(SummaryState.DoesNotWork),
        _ => State(SummaryState.CouldNotFindOut),
    };

    /// <summary>What must be mended, or waited for, before anything works; null where nothing stands in the way.</summary>
    public string? InTheWay(Summary summary) => summary.InTheWay is { } cause ? Cause(cause) : null;

    // A cause and where it is; what to do about it is told elsewhere. A name that is no server's stands in the evidence, as long as that is no more than a name.
    private string Named(CauseLine line)
    {
        var told = FindingReport.From(line.Finding, language);
        var place = line.Places.Count > 0 ? Places(line.Places) : told.Evidence is { } name && HostName.TryParse(name, null, out _) ? OwnLetters.Of(name) : null;
        return place is null ? $"{told.Title}." : $"{told.Title} ({place}).";
    }

    // A cause, where it is, and what to do about it.
    private string Cause(CauseLine line)
    {
        var told = FindingReport.From(line.Finding, language);
        var values = new Dictionary<string, string> { ["title"] = told.Title, ["remedy"] = told.Remedy };
        if ((line.Places.Count > 0 ? Places(line.Places) : told.Evidence) is { Length: > 0 } place) values["place"] = place;
        if (line.Places.Count > 0 && FindingCatalogue.QuotesEvidence(told.Code) && told.Evidence is { Length: > 0 } evidence) values["evidence"] = Quoted(told, evidence).TrimEnd('.');
        return Template.Fill(_phrases.Cause, values, language);
    }

    private string Text(SummaryLine line) => line switch
    {
        CauseLine cause => Fill(_phrases.Causes[cause.Kind], ("cause", Cause(cause))),
        SignInLine signIn => SignIn(signIn),
        SendingLine { Cause: { } cause } sending => $"{_phrases.Sending[sending.Fate]} {Cause(cause)}",
        SendingLine sending => _phrases.Sending[sending.Fate],
        MissingServerLine missing => Fill(
            missing.WasNamed ? _phrases.NotNamed : _phrases.NotFound,
            ("protocol", missing.Protocol.Name()), ("other", missing.Protocol.Other().Name())),
        GuessedServerLine guess => Fill(_phrases.Guessed[guess.IsConfirmed], ("place", OwnLetters.Of(guess.Place))),
        OtherWaysLine other => BesideWords.In(language).Reachable(other.Ways),
        NothingSeenLine seen => seen.OnlySending ? _phrases.OnlySending : _phrases.NothingSeen,
        AdviceLine { IsHeadline: true } advice => _phrases.Meanings[advice.Advice],
        AdviceLine advice => Fill(_phrases.OnceItWorks, ("advice", Headline(advice.Advice))),
        _ => throw new ArgumentOutOfRangeException(nameof(line), line, "A line without words."),
    };

    private string Quoted(FindingReport told, string evidence) => told.Quotes is [var quote] && quote == evidence ? _words.Said(_words.Phrases.Quote, "text", quote) : evidence;

    private string SignIn(SignInLine line)
    {
        var said = Fill(_phrases.SignIns[line.Fate], ("protocols", Protocols(line.Protocols)));
        if (line is { Fate: SignInFate.Unanswered or SignInFate.Broken, PasswordIsKnown: false }) return $"{said} {_phrases.PasswordUnknown}";
        return line.Reason is { } reason ? $"{said} {_words.Reason(reason)}." : said;
    }

    private string Protocols(IReadOnlyList<MailProtocol> protocols) => protocols.Count == 2
        ? Fill(_phrases.BothProtocols, ("one", protocols[0].Name()), ("other", protocols[1].Name()))
        : string.Concat(protocols.Select(x => x.Name()));

    private string Places(IReadOnlyList<string> places)
    {
        var shown = OwnLetters.Of(string.Join(", ", places.Take(MostPlaces)));
        return places.Count <= MostPlaces
            ? shown : Fill(_phrases.MorePlaces, ("places", shown), ("more", (places.Count - MostPlaces).ToString(CultureInfo.InvariantCulture)));
    }

    private string Fill(string sentence, params (string Place, string Value)[] values) =>
        Template.Fill(sentence, values.ToDictionary(x => x.Place, x => x.Value), language);
}
