using System.Globalization;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Summaries;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Web.Console.Words;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console;

/// <summary>A report at a glance: six parts of the account, each with its state, a word and one value.</summary>
/// <param name="report">The report.</param>
/// <param name="mayAssess">Whether the visitor may make the check anew.</param>
/// <param name="language">The tiles' language.</param>
/// <param name="query">The page's query where it has answers of its own: the new check has the same.</param>
internal sealed class ReportTiles(AssessmentReport report, bool mayAssess, Language language, string query = "")
{
    private const decimal NearlyFull = 0.8m;
    private const decimal Full = 0.9m;

    private readonly VerdictWords _words = VerdictWords.In(language);
    private readonly ReportWords _said = new(language);

    /// <summary>All of them, in their order.</summary>
    public IReadOnlyList<Tile> All() => [Server(MailProtocol.Imap, Glyph.Tray), Server(MailProtocol.Pop3, Glyph.Fetch), Sending(), SignIn(), Published(), Mailbox()];

    private Tile Server(MailProtocol protocol, Glyph glyph) => Best(protocol) is not { } best
        ? new(glyph, protocol.Name(), Light.None, _words.NoServer, null, null) : Server(best, protocol.Name(), glyph);

    private Tile Server(EndpointReport best, string name, Glyph glyph) => best switch
    {
        { Usable: true, SignIn.Outcome: SignInOutcome.Accepted } when report.Summary.Trouble is null || !best.Protocol.ReadsMail() => new(glyph, name, Light.Good, _words.Works, Place(best), Target(best)),
        { Usable: true } => new(glyph, name, Light.Good, _words.Answers, Place(best), Target(best)),
        { IsUnexamined: true } => new(glyph, name, Light.Open, _words.NotKnown, Cause(best), Target(best)),
        _ => new(glyph, name, Light.Bad, _words.WorksNot, Cause(best), Target(best)),
    };

    // A usual name that we tried, and that nobody answers at, says nothing of sending.
    private Tile Sending() => Best(MailProtocol.Submission) switch
    {
        { Usable: true, SignIn.Outcome: SignInOutcome.Rejected } refused =>
            new(Glyph.Send, _words.Sending, refused.SignIn.IsPassing ? Light.Open : Light.Bad, refused.SignIn.IsPassing ? _words.RefusedForNow : _words.Refused, Place(refused), Target(refused)),
        { Usable: true } best => Server(best, _words.Sending, Glyph.Send),
        { } best when report.Findings.Any(x => x.Protocol == MailProtocol.Submission) => Server(best, _words.Sending, Glyph.Send),
        _ when report.Recommendation.Outgoing is { } known => new(Glyph.Send, _words.Sending, Light.None, _words.NotTested, OwnLetters.Of(known.Host), "#settings"),
        _ => new(Glyph.Send, _words.Sending, Light.None, _words.NoServer, null, null),
    };

    private Tile SignIn()
    {
        var tried = report.Endpoints.Where(x => x.Protocol.ReadsMail()).OrderBy(x => Rank(x.SignIn)).ToList();
        if (tried is not [var first, ..]) return new(Glyph.Key, _words.SignIn, Light.None, _words.NotTried, null, null);
        var same = string.Join(", ", tried.Where(x => x.SignIn.Outcome == first.SignIn.Outcome).Select(x => x.Protocol.Name()).Distinct());
        return first.SignIn switch
        {
            { Outcome: SignInOutcome.Accepted } => new(Glyph.Key, _words.SignIn, Light.Good, _words.Accepted, same, Target(first)),
            { Outcome: SignInOutcome.Rejected, IsPassing: true } => new(Glyph.Key, _words.SignIn, Light.Open, _words.RefusedForNow, same, Target(first)),
            { Outcome: SignInOutcome.Rejected } => new(Glyph.Key, _words.SignIn, Light.Bad, _words.Refused, same, Target(first)),
            { Outcome: SignInOutcome.Unanswered } => new(Glyph.Key, _words.SignIn, Light.Open, _words.Unanswered, same, Target(first)),
            { Reason: SignInReason.SignInHeldBack or SignInReason.CredentialsWithheld } => new(Glyph.Key, _words.SignIn, Light.Open, _words.HeldBack, Reason(first), Target(first)),
            { Reason: SignInReason.NoCredentials or null } => new(Glyph.Key, _words.SignIn, Light.None, _words.NotTested, mayAssess ? _words.WithPassword : Reason(first), Again),
            { Reason: SignInReason.EndpointNotUsable } => new(Glyph.Key, _words.SignIn, Light.None, _words.NotTried, null, Target(first)),
            _ => new(Glyph.Key, _words.SignIn, Light.None, _words.NotTried, Reason(first), Target(first)),
        };
    }

    private Tile Published()
    {
        var asked = report.Discovery.Sources.Where(x => x.Source is not (DiscoverySource.Explicit or DiscoverySource.Convention or DiscoverySource.Provider)).ToList();
        if (asked.Count == 0) return new(Glyph.File, _words.Published, Light.None, _words.NotLookedFor, null, null);
        var found = asked.Count(x => x.Outcome == SourceOutcome.Found);
        return report.Discovery.Drift.Count switch
        {
            > 0 and var differences => new(Glyph.File, _words.Published, Light.Mend, _words.Contradict, Counted(_words.Differences, differences), "#sources"),
            _ when found == 0 => new(Glyph.File, _words.Published, Light.None, _words.NothingPublished, null, "#sources"),
            _ => new(Glyph.File, _words.Published, Light.Good, found == 1 ? _words.FoundOnce : _words.Agree, Counted(_words.Sources, found), "#sources"),
        };
    }

    // Whatever was counted, a mailbox that gives nothing out is not well.
    private Tile Mailbox() => report.Summary.Trouble is { } trouble
        ? Measured() with
        {
            Light = report.Summary.State == SummaryState.DoesNotWork ? Light.Bad : Light.Open,
            Word = trouble == MailboxTrouble.Shut ? _words.DoesNotOpen : _words.NothingFetched,
        }
        : Measured();

    private Tile Measured()
    {
        if (report.Mailbox is not { } mailbox) return new(Glyph.Box, _words.Mailbox, Light.None, _words.NotTested, null, null);
        var (messages, bytes) = mailbox.Imap is { } imap ? (imap.Messages, imap.Bytes) : (mailbox.Pop3?.Messages, mailbox.Pop3?.Bytes);
        var outlook = mailbox.Imap is null ? null : QuotaOutlook.Of(mailbox.Imap, mailbox.Pop3 ?? new());
        return new(
            Glyph.Box, _words.Mailbox,
            outlook?.UsedShare switch { >= Full => Light.Bad, >= NearlyFull => Light.Mend, _ => Light.Good },
            bytes is null ? _words.Works : Display.Size(bytes, language),
            (outlook is null ? null : OfQuota(outlook)) ?? (messages is { } count ? Counted(_words.Messages, count) : null),
            "#mailbox");
    }

    // The fuller one decides whether mail still comes in.
    private string? OfQuota(QuotaOutlook outlook) => outlook switch
    {
        { InMessages: true, Messages: { } messages } => Filled(_words.OfMessages, ("used", Text(messages.Used)), ("limit", Text(messages.Limit))),
        { Storage: { } storage } => Filled(_words.OfQuota, ("share", Text((long)Math.Floor(storage.Share * 100))), ("limit", Display.Size(storage.LimitBytes, language))),
        _ => null,
    };

    private string? Again => mayAssess ? ConsolePaths.Again(report.Id) + query : null;

    private EndpointReport? Best(MailProtocol protocol) => report.Endpoints.Where(x => x.Protocol == protocol)
        .OrderByDescending(x => x.Usable).ThenBy(x => Rank(x.SignIn)).ThenBy(x => x.IsUnexamined).FirstOrDefault();

    private static int Rank(SignInResult signIn) => signIn switch
    {
        { Outcome: SignInOutcome.Accepted } => 0,
        { Outcome: SignInOutcome.Rejected } => 1,
        { Outcome: SignInOutcome.Unanswered } => 2,
        { Reason: SignInReason.SignInHeldBack or SignInReason.CredentialsWithheld } => 3,
        { Reason: SignInReason.OtherEndpointPreferred } => 5,
        _ => 4,
    };

    private string Target(EndpointReport endpoint) => $"#{EndpointAnchor.Of(report, endpoint)}";

    private string Place(EndpointReport endpoint) => $"{endpoint.Port.ToString(CultureInfo.InvariantCulture)} · {Display.Security(endpoint.Security, language)}";

    private string? Reason(EndpointReport endpoint) => endpoint.SignIn.Reason is { } reason ? _said.Reason(reason) : null;

    private string Cause(EndpointReport endpoint) => endpoint.Steps.FirstOrDefault(x => x.Failure is not null) is { Failure: { } failure } failed
        ? _said.Phrases.Cause(failed.Step, failure.Kind)
        : endpoint.Tls?.Certificate?.Status is [not CertificateStatus.Trusted and var fault, ..] ? $"{ReportPageWords.In(language).Certificate}: {_said.Phrases.CertificateStatuses[fault]}" : _said.Phrases.NotUsable;

    private string Counted(string sentence, long n) => Filled(sentence, ("n", Text(n)));

    private string Filled(string sentence, params (string Place, string Value)[] values) => Template.Fill(sentence, values.ToDictionary(x => x.Place, x => x.Value), language);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Where a server's details stand on a report's page.</summary>
internal static class EndpointAnchor
{
    /// <summary>The place's id.</summary>
    public static string Of(AssessmentReport report, EndpointReport endpoint) => $"server-{Number(report, endpoint).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Which of the report's servers it is, from 1.</summary>
    public static int Number(AssessmentReport report, EndpointReport endpoint) => report.Endpoints.Index().First(x => ReferenceEquals(x.Item, endpoint)).Index + 1;
}
