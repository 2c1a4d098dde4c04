using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Web.Console.Words;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console;

/// <summary>What has changed in one respect, for people: told before any table.</summary>
/// <param name="Title">The respect.</param>
/// <param name="Light">Whether it is for the better.</param>
/// <param name="Lines">What has changed, one thing a line; at least one.</param>
public sealed record KeyChange(string Title, Light Light, IReadOnlyList<string> Lines);

/// <summary>
/// Finds what has changed between two reports of one account, the weightiest first. What one of the runs did not look at is neither mended, new, gone nor broken.
/// </summary>
internal sealed class KeyChanges(AssessmentReport older, AssessmentReport newer, Language language)
{
    private readonly CompareWords _words = CompareWords.In(language);
    private readonly ReportPageWords _page = ReportPageWords.In(language);
    private readonly ToDo _toDo = ToDo.Of(older);
    private readonly ToDo _toDoNow = ToDo.Of(newer);
    private readonly RunSight _then = new(older);
    private readonly RunSight _now = new(newer);

    /// <summary>The changes; empty where nothing but times has changed.</summary>
    public IReadOnlyList<KeyChange> All => [.. new[] { State(), Appeared(), Mended(), Unseen(), UnknownThen(), Servers(), Certificates(), Settings(), Mailbox() }.OfType<KeyChange>()];

    /// <summary>Whether they are of two accounts.</summary>
    public static bool AccountsDiffer(AssessmentReport older, AssessmentReport newer) => Name(older) != Name(newer);

    /// <summary>What a report is called by.</summary>
    public static string Name(AssessmentReport report) => OwnLetters.Of(report.Subject.NameBeside(report.Endpoints) ?? "–");

    private KeyChange? State()
    {
        var (was, now) = ($"{older.Summary.StandingText}: {older.Summary.Headline}", $"{newer.Summary.StandingText}: {newer.Summary.Headline}");
        return was == now ? null : new(_words.State, LightOf(newer), [FromTo(was, now)]);
    }

    private static Light LightOf(AssessmentReport report) => report.Summary.State switch
    {
        SummaryState.Works => Light.Good,
        SummaryState.ToMend => Light.Mend,
        SummaryState.DoesNotWork => Light.Bad,
        _ => Light.Open,
    };

    private KeyChange? Appeared() => Of(_words.Appeared, Light.Bad, Come().Where(IsNew));

    private KeyChange? UnknownThen() => Of(_words.NotKnownThen, Light.Open, Come().Where(x => !IsNew(x)));

    private KeyChange? Mended() => Of(_words.Mended, Light.Good, Gone().Where(x => _now.WouldNotice(x, older)));

    private KeyChange? Unseen() => Of(_words.NotLookedAt, Light.Open, Gone().Where(x => !_now.WouldNotice(x, older)));

    private bool IsNew(FindingReport finding) => _then.WouldNotice(finding, newer) || _then.CameAsFar(finding, newer);

    private IEnumerable<FindingReport> Come() => Causes(_toDoNow).Where(x => older.Findings.All(y => y.Code != x.Code) && !_now.IsOfOurs(x));

    private IEnumerable<FindingReport> Gone() => Causes(_toDo).Where(x => newer.Findings.All(y => y.Code != x.Code));

    private static IEnumerable<FindingReport> Causes(ToDo toDo) => toDo.Must.Concat(toDo.Should).Select(x => x[0]);

    private KeyChange? Servers()
    {
        List<(string Line, Light Light)> lines =
        [
            .. newer.Endpoints.Where(x => Find(older, x) is null && !x.IsUnexamined)
                .Select(x => _then.WouldMeet(x, newer) ? (Fill(_words.NewServer, x), Light.Good) : (Fill(_words.UnseenServerThen, x), Light.Open)),
            .. older.Endpoints.Where(x => !x.IsUnexamined).Select(x => Find(newer, x) is { } now ? Compared(x, now) : Missing(x)).OfType<(string, Light)>(),
            .. older.Endpoints.Where(x => x.IsUnexamined && Find(newer, x) is { IsUnexamined: false }).Select(x => (Fill(_words.UnseenServerThen, x), Light.Open)),
        ];
        return lines.Count == 0 ? null : new(_words.Servers, Worst(lines.Select(x => x.Light)), [.. lines.Select(x => x.Line)]);
    }

    private (string Line, Light Light)? Compared(EndpointReport was, EndpointReport now)
    {
        if (now.IsUnexamined) return (Fill(_words.UnseenServer, now), Light.Open);
        if (was.Usable != now.Usable) return now.Usable ? (Fill(_words.NowUsable, now), Light.Good) : (Fill(_words.NowUnusable, now), Light.Bad);
        if (was.SignIn.Outcome == now.SignIn.Outcome) return null;
        return ($"{Server(now)}: {FromTo(_page.SignIns[was.SignIn.Outcome], _page.SignIns[now.SignIn.Outcome])}", now.SignIn switch
        {
            { Outcome: SignInOutcome.Accepted } => Light.Good,
            { Outcome: SignInOutcome.Rejected, IsPassing: false } => Light.Bad,
            _ => Light.Open,
        });
    }

    private (string Line, Light Light) Missing(EndpointReport was) =>
        _now.WouldMeet(was, older) ? (Fill(_words.GoneServer, was), Light.Bad) : (Fill(_words.UnseenServer, was), Light.Open);

    private static Light Worst(IEnumerable<Light> lights) => lights.Contains(Light.Bad) ? Light.Bad : lights.Contains(Light.Open) ? Light.Open : Light.Good;

    // Servers of one host have mostly one certificate: it is told once.
    private KeyChange? Certificates()
    {
        var changed = newer.Endpoints.Select(now => (Host: OwnLetters.Of(now.Host), Was: Find(older, now)?.Tls?.Certificate, Now: now.Tls?.Certificate))
            .Where(x => x is { Was: not null, Now: not null } && x.Was.Sha256 != x.Now.Sha256)
            .Select(x => $"{x.Host}: {FromTo(Day(x.Was!.NotAfter), Day(x.Now!.NotAfter))}").Distinct().ToList();
        return changed.Count == 0 ? null : new(_words.Certificates, Light.Note, changed);
    }

    private KeyChange? Settings()
    {
        (RecommendedEndpoint? Was, RecommendedEndpoint? Now)[] both = [(older.Recommendation.Endpoint, newer.Recommendation.Endpoint), (older.Recommendation.Outgoing, newer.Recommendation.Outgoing)];
        var lines = both.Where(x => x switch
        {
            // That one of them has none to enter means something only where it could have.
            ({ } was, null) => _now.WouldAdvise(was, older),
            (null, { } now) => _then.WouldAdvise(now, newer),
            _ => true,
        }).Select(x => (Was: Told(x.Was), Now: Told(x.Now))).Where(x => x.Was != x.Now).Select(x => FromTo(x.Was, x.Now)).ToList();
        return lines.Count == 0 ? null : new(_words.Settings, Light.Note, lines);
    }

    private KeyChange? Mailbox()
    {
        List<string> lines = [];
        if ((older.Mailbox?.Imap, newer.Mailbox?.Imap) is ({ } imap, { } imapNow)) lines.AddRange(Sizes("IMAP", (imap.Messages, imap.Bytes), (imapNow.Messages, imapNow.Bytes), imap.AtLeast, imapNow.AtLeast));
        if ((older.Mailbox?.Pop3, newer.Mailbox?.Pop3) is ({ } pop3, { } pop3Now)) lines.AddRange(Sizes("POP3", (pop3.Messages, pop3.Bytes), (pop3Now.Messages, pop3Now.Bytes)));
        return lines.Count == 0 ? null : new(_words.Mailbox, Light.Note, lines);
    }

    // A lower bound is told as one: what was not counted this time is not gone.
    private IEnumerable<string> Sizes(string protocol, (long? Messages, long? Bytes) was, (long? Messages, long? Bytes) now, bool atLeast = false, bool atLeastNow = false)
    {
        string Told(string was, string now) => FromTo(Bound(was, atLeast), Bound(now, atLeastNow));
        if (was.Messages != now.Messages) yield return $"{protocol}, {_words.Messages}: {Told(Display.Count(was.Messages, language), Display.Count(now.Messages, language))}";
        if (was.Bytes != now.Bytes) yield return $"{protocol}, {_words.Bytes}: {Told(Display.Size(was.Bytes, language), Display.Size(now.Bytes, language))}";
    }

    private string Bound(string text, bool atLeast) => _page.Bound(text, atLeast, language);

    private static KeyChange? Of(string title, Light light, IEnumerable<FindingReport> findings)
    {
        var titles = findings.Select(x => x.Title).Distinct().ToList();
        return titles.Count == 0 ? null : new(title, light, titles);
    }

    private static EndpointReport? Find(AssessmentReport report, EndpointReport endpoint) =>
        report.Endpoints.FirstOrDefault(x => (x.Protocol, x.Host, x.Port, x.Security) == (endpoint.Protocol, endpoint.Host, endpoint.Port, endpoint.Security));

    private string Told(RecommendedEndpoint? endpoint) => endpoint is null ? "–"
        : $"{endpoint.Protocol.Name()} {OwnLetters.Of(endpoint.Host)}:{endpoint.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)}, {Display.Security(endpoint.Security, language)}, {(endpoint.Username is { } name ? SettingsPhrases.Of(language).UserNameOf(name) : "–")}";

    private string Day(DateTimeOffset instant) => Template.Fill(_words.Until, new Dictionary<string, string> { ["day"] = Display.Day(instant, language) }, language);

    private string Server(EndpointReport endpoint) => Display.Endpoint(endpoint, language);

    private string Fill(string sentence, EndpointReport endpoint) => Template.Fill(sentence, new Dictionary<string, string> { ["server"] = Server(endpoint) }, language);

    private static string FromTo(string was, string now) => $"{was} → {now}";
}
