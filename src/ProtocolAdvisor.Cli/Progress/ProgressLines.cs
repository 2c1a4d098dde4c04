using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli.Progress;

/// <summary>What a run has learned, line by line, and how far it has come. Every line begins with the outcome: its end may be
/// cut.</summary>
/// <param name="words">The report's words.</param>
/// <param name="phrases">The terminal's.</param>
/// <param name="measures">Whether it signs in and measures.</param>
/// <param name="first">Tells the protocol before the end; null where none is looked for.</param>
internal sealed class ProgressLines(ReportWords words, CliPhrases phrases, bool measures, FirstAnswer? first)
{
    // A discovery asks about this many places; it is a fifth of the whole.
    private const double UsualSources = 20;
    private const double DiscoveryShare = 0.2;
    private const int Mailboxes = 2;
    private int _sources;
    private int _endpoints;
    private int _endpointsToCome;
    private int _mailboxes;

    /// <summary>How much of the run is over, 0 to 1: nobody knows how long servers take, so it counts what there is to be done.</summary>
    public double Share
    {
        get
        {
            if (_endpointsToCome == 0) return DiscoveryShare * Math.Min(1, _sources / UsualSources);
            var mailboxes = measures ? Mailboxes : 0;
            return DiscoveryShare + ((1 - DiscoveryShare) * Math.Min(1,
                (_endpoints + _mailboxes) / (double)(_endpointsToCome + mailboxes)));
        }
    }

    /// <summary>Counts what came, and says it.</summary>
    public IEnumerable<string> Of(AssessmentEvent news) => first?.Of(news.SoFar) is { } answer ? [.. Learned(news), Answer(answer)] : Learned(news);

    private IEnumerable<string> Learned(AssessmentEvent news) => news switch
    {
        AssessmentEvent.SourceAsked source => Source(source.Attempt),
        AssessmentEvent.Discovered discovered => Discovered(discovered.Result),
        AssessmentEvent.EndpointFinished endpoint => Endpoint(EndpointReport.From(endpoint.Facts, words.Language)),
        AssessmentEvent.ImapMeasured imap => Mailbox("IMAP", imap.Mailbox.Messages, imap.Mailbox.Bytes, imap.Mailbox.AtLeast),
        AssessmentEvent.Pop3Measured pop3 => Mailbox("POP3", pop3.Maildrop.Messages, pop3.Maildrop.Bytes),
        _ => [],
    };

    private IEnumerable<string> Source(SourceAttempt attempt)
    {
        _sources++;
        var took = attempt.ElapsedMs is { } ms ? $" ({words.Time(ms)})" : string.Empty;
        var outcome = words.Said(words.Phrases.SourceOutcomes[attempt.Outcome], "cause", attempt.Failure is { } failure
            ? words.Phrases.Failures[failure.Kind] : string.Empty);
        return [$"{Mark(attempt.Outcome)} {outcome}: {DiscoveryText.Place(attempt.Source, attempt.Location, words)}{took}"];
    }

    private static char Mark(SourceOutcome outcome) => outcome switch
    {
        SourceOutcome.Found => StateMark.Good,
        SourceOutcome.Failed => StateMark.Mend,
        SourceOutcome.NotFound or SourceOutcome.Skipped => '·',
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without a sign."),
    };

    private IEnumerable<string> Discovered(DiscoveryResult result)
    {
        _endpointsToCome = ProbePool.CountIn(result);
        return [words.Said(phrases.ServersNamed, "servers", ReportWords.Text(result.Candidates.Count)!)];
    }

    private IEnumerable<string> Endpoint(EndpointReport endpoint)
    {
        _endpoints++;
        yield return $"{StateMark.Of(endpoint)} {EndpointText.OutcomeFirst(endpoint, words)} ({words.Time(endpoint.Steps.Sum(x => x.ElapsedMs ?? 0))})";
        if (endpoint.SignIn.Outcome != SignInOutcome.NotAttempted) yield return $"{(endpoint.SignIn.Outcome == SignInOutcome.Accepted ? StateMark.Good : StateMark.Bad)} {EndpointText.SignIn(endpoint.SignIn, words)}";
    }

    private string Answer(ProvisionalReport answer)
    {
        var endpoint = answer.Endpoint;
        var said = words.Filled(phrases.Provisional, ("protocol", endpoint.Protocol.Name()), ("host", OwnLetters.Of(endpoint.Host)), ("port", ReportWords.Text(endpoint.Port)));
        return $"{StateMark.Good} {said}";
    }

    private IEnumerable<string> Mailbox(string protocol, long? messages, long? bytes, bool atLeast = false)
    {
        _mailboxes++;
        return words.Filled(phrases.Measured, ("protocol", protocol), ("atLeast", atLeast ? "1" : "0"),
            ("messages", ReportWords.Text(messages)), ("bytes", ReportWords.Text(bytes))) is { } line ? [$"{StateMark.Good} {line}"] : [];
    }
}
