using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>On one screen: every server that was tested in one line, with what became of it.</summary>
internal static class BriefServers
{
    private const int LeastAuthority = 16;

    /// <summary>The servers, those first that work.</summary>
    public static BriefPart Of(AssessmentReport report, ReportWords words)
    {
        var told = report.Endpoints.Select(x => Cells(x, words)).ToList();
        if (told.Count == 0) return new(string.Empty, [], 0);
        var (protocol, security) = (told.Max(x => x.Protocol.Length), told.Max(x => x.Security.Length));
        var room = words.Layout.Width - protocol - security - "✓ ".Length - (2 * "  ".Length) - 1;
        var authority = Math.Min(told.Max(x => x.Authority.Length), Math.Max(LeastAuthority, room - told.Min(x => x.Outcome.Length)));
        var phrases = BriefPhrases.Of(words.Language);
        return new(phrases.Servers,
        [
            .. told.Select(x => (IReadOnlyList<string>)[Cut(
                $"{x.Mark} {x.Protocol.PadRight(protocol)} {Middle(x.Authority, authority).PadRight(authority)}  {x.Security.PadRight(security)}  {x.Outcome}", words.Layout.Width)]),
        ],
        2);
    }

    private static (char Mark, string Protocol, string Authority, string Security, string Outcome) Cells(EndpointReport endpoint, ReportWords words) =>
        (StateMark.Of(endpoint), endpoint.Protocol.Name(), OwnLetters.Of(EndpointText.Authority(endpoint)), words.Security(endpoint.Security), Outcome(endpoint, words));

    private static string Outcome(EndpointReport endpoint, ReportWords words)
    {
        var phrases = BriefPhrases.Of(words.Language);
        if (endpoint.Usable) return SignIn(endpoint.SignIn.Outcome, phrases) ?? (endpoint.Trusted ? words.Phrases.Usable : words.Phrases.NotTrusted);
        var failed = endpoint.Steps.FirstOrDefault(x => x.Failure is not null);
        var why = failed is { Failure: { } failure } ? words.Phrases.Cause(failed.Step, failure.Kind) : words.Phrases.NotUsable;
        return endpoint.IsUnexamined ? $"{phrases.Untested}: {why}" : why;
    }

    private static string? SignIn(SignInOutcome outcome, BriefPhrases phrases) => outcome switch
    {
        SignInOutcome.Accepted => phrases.SignInAccepted,
        SignInOutcome.Rejected => phrases.SignInRefused,
        SignInOutcome.Unanswered => phrases.SignInUnanswered,
        SignInOutcome.NotAttempted => null,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome without words."),
    };

    // Of a long name both ends are telling: the host's beginning, and the port.
    private static string Middle(string text, int room) => text.Length <= room ? text : $"{text[..((room - 1) / 2)]}…{text[^(room - 1 - ((room - 1) / 2))..]}";

    private static string Cut(string line, int width) => (line.Length <= width ? line : $"{line[..(width - 1)]}…").Replace('\u00A0', ' ');
}
