using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Web.Console.Words;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console;

/// <summary>One respect in which two reports are held side by side.</summary>
/// <param name="Name">The respect.</param>
/// <param name="Older">What the older report says.</param>
/// <param name="Newer">What the newer report says.</param>
/// <param name="IsTime">Whether it is a measured time, which is never twice the same.</param>
public sealed record ChangeRow(string Name, string Older, string Newer, bool IsTime = false)
{
    /// <summary>Whether they say different things.</summary>
    public bool Differs => !IsTime && Older != Newer;
}

/// <summary>The respects of one endpoint, or of the reports as wholes.</summary>
/// <param name="Title">Whose.</param>
/// <param name="Rows">The respects.</param>
public sealed record ChangeGroup(string Title, IReadOnlyList<ChangeRow> Rows);

/// <summary>Holds two reports side by side: what a support agent asks after "it worked yesterday".</summary>
internal sealed class ReportChanges(Language language)
{
    private readonly CompareWords _words = CompareWords.In(language);
    private readonly ReportPageWords _page = ReportPageWords.In(language);
    private readonly ReportPhrases _labels = ReportPhrases.Of(language);

    /// <summary>Everything that both can be compared in.</summary>
    public IReadOnlyList<ChangeGroup> Between(AssessmentReport older, AssessmentReport newer)
    {
        var endpoints = older.Endpoints.Concat(newer.Endpoints).Select(Key).Distinct();
        return [Wholes(older, newer), .. endpoints.Select(key => Endpoint(key, Find(older, key), Find(newer, key))), .. Mailboxes(older, newer)];
    }

    private static (MailProtocol, string, int, ConnectionSecurity) Key(EndpointReport x) => (x.Protocol, x.Host, x.Port, x.Security);

    private static EndpointReport? Find(AssessmentReport report, (MailProtocol, string, int, ConnectionSecurity) key) =>
        report.Endpoints.FirstOrDefault(x => Key(x) == key);

    private ChangeGroup Wholes(AssessmentReport older, AssessmentReport newer) => new(_words.Report,
    [
        new(_words.Account, Name(older), Name(newer)),
        new(_words.Advice, older.Recommendation.Headline, newer.Recommendation.Headline),
        new(_words.Findings, Findings(older), Findings(newer)),
    ]);

    private ChangeGroup Endpoint((MailProtocol, string, int, ConnectionSecurity) key, EndpointReport? older, EndpointReport? newer)
    {
        ChangeRow Row(string name, Func<EndpointReport, string> text, bool isTime = false) =>
            new(name, older is null ? _words.Absent : text(older), newer is null ? _words.Absent : text(newer), isTime);
        return new(Display.Endpoint((older ?? newer)!, language),
        [
            Row(_words.Reachable, Reachable),
            Row(_words.SignIn, x => _page.SignIns[x.SignIn.Outcome]),
            Row(_words.Tls, x => x.Tls is { } tls ? $"TLS {tls.Version}, {tls.CipherSuite}" : "–"),
            Row(_words.Certificate, Certificate),
            Row(_words.Capabilities, x => string.Join(", ", x.Capabilities.Order(StringComparer.Ordinal))),
            Row(_page.Mechanisms, x => string.Join(", ", x.SaslMechanisms.Order(StringComparer.Ordinal))),
            Row(_words.RoundTrip, x => Display.Time(x.RoundTripMs, language), isTime: true),
            Row(_words.Whole, x => Display.Time(x.Steps.Sum(y => y.ElapsedMs), language), isTime: true),
        ]);
    }

    private IEnumerable<ChangeGroup> Mailboxes(AssessmentReport older, AssessmentReport newer)
    {
        if (older.Mailbox?.Imap is { } imap && newer.Mailbox?.Imap is { } imapNow)
        {
            var both = Mailbox("IMAP", (imap.Messages, imap.Bytes, imap.Fetch), (imapNow.Messages, imapNow.Bytes, imapNow.Fetch), imap.AtLeast, imapNow.AtLeast);
            yield return both with
            {
                Rows =
                [
                    .. both.Rows,
                    new(_page.Folders, Display.Count(imap.Folders, language), Display.Count(imapNow.Folders, language)),
                    new(_page.QuotaPicture, Share(imap), Share(imapNow)),
                ],
            };
        }

        if (older.Mailbox?.Pop3 is { } pop3 && newer.Mailbox?.Pop3 is { } pop3Now)
            yield return Mailbox("POP3", (pop3.Messages, pop3.Bytes, pop3.Fetch), (pop3Now.Messages, pop3Now.Bytes, pop3Now.Fetch));
    }

    private ChangeGroup Mailbox(
        string name, (long? Messages, long? Bytes, LatencySummary? Fetch) older, (long? Messages, long? Bytes, LatencySummary? Fetch) newer, bool atLeast = false, bool atLeastNow = false) => new(name,
    [
        new(_words.Messages, Bound(Display.Count(older.Messages, language), atLeast), Bound(Display.Count(newer.Messages, language), atLeastNow)),
        new(_words.Bytes, Bound(Display.Size(older.Bytes, language), atLeast), Bound(Display.Size(newer.Bytes, language), atLeastNow)),
        new(_words.Fetch, Display.Time(older.Fetch?.MedianMs, language), Display.Time(newer.Fetch?.MedianMs, language), IsTime: true),
    ]);

    private string Bound(string text, bool atLeast) => _page.Bound(text, atLeast, language);

    private string Share(ImapMailbox mailbox) => mailbox.Quota is { } quota ? Template.Fill(
        _page.QuotaText, new Dictionary<string, string> { ["used"] = Display.Size(quota.UsedBytes, language), ["limit"] = Display.Size(quota.LimitBytes, language) }, language) : "–";

    private string Reachable(EndpointReport endpoint) =>
        endpoint.Steps.FirstOrDefault(x => x.Failure is not null)?.Failure is { } failure && !endpoint.Usable
        ? $"{_words.No}: {_labels.Failures[failure.Kind]}" : endpoint.Usable ? _words.Yes : _words.No;

    private string Certificate(EndpointReport endpoint) => endpoint.Tls?.Certificate is not { } certificate ? "–" : Template.Fill(
        _words.CertificateText,
        new Dictionary<string, string> { ["name"] = certificate.Subject, ["issuer"] = certificate.Issuer, ["day"] = Display.Day(certificate.NotAfter, language) },
        language) + $" ({certificate.Sha256[..12]}…)";

    private static string Name(AssessmentReport report) => OwnLetters.Of(report.Subject.NameBeside(report.Endpoints) ?? "–");

    private static string Findings(AssessmentReport report) =>
        report.Findings.Count == 0 ? "–" : string.Join("; ", report.Findings.Select(x => x.Title).Distinct());
}
