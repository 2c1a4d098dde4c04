using System.Text.RegularExpressions;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>One protocol's side of reconnaissance: its greeting, its capabilities, its way into TLS. Three of them: IMAP, POP3 and SMTP.</summary>
internal abstract partial class Greeter
{
    /// <summary>Most lines of one capability reply.</summary>
    protected const int MaxLines = 200;

    /// <summary>The greeter of a protocol.</summary>
    internal static Greeter For(MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap => new ImapGreeter(),
        MailProtocol.Pop3 => new Pop3Greeter(),
        MailProtocol.Submission => new SubmissionGreeter(),
    };

    /// <summary>The capability that offers an upgrade to TLS.</summary>
    internal abstract string StartTlsCapability { get; }

    /// <summary>The command that asks for the upgrade, tag included.</summary>
    internal abstract string StartTlsCommand { get; }

    /// <summary>The command that asks for the capabilities, tag included.</summary>
    internal abstract string CapabilityCommand { get; }

    /// <summary>Whether both may go out in one write.</summary>
    internal virtual bool AsksBothAtOnce => true;

    /// <summary>The polite last word.</summary>
    internal abstract string Farewell { get; }

    /// <summary>The whole greeting that a line begins; the line itself where greetings have one.</summary>
    /// <param name="line">The first line.</param>
    /// <param name="lines">Where the others come from.</param>
    /// <param name="token">The step's limit.</param>
    internal virtual Task<string> ReadOnAsync(string line, LineConversation lines, CancellationToken token) => Task.FromResult(line);

    /// <summary>Whether the line greets us in this protocol; false when it is another protocol's.</summary>
    /// <exception cref="UnexpectedReplyException">It is a refusal.</exception>
    internal bool Accepts(string line)
    {
        if (IsRefusal(line)) throw new UnexpectedReplyException(FailureKind.GreetingRejected, ServerText.Of(line));
        return Greets(line);
    }

    /// <summary>Whether the line turns us away: in this protocol's words, or in those of a gatekeeper that answers on every mail port like an SMTP server that is busy (RFC 5321 §4.2.3).</summary>
    internal bool IsRefusal(string line) => Refuses(line) || Busy().IsMatch(line);

    /// <summary>Whether the line greets us in this protocol.</summary>
    protected abstract bool Greets(string line);

    /// <summary>Whether the line is this protocol's refusal.</summary>
    protected abstract bool Refuses(string line);

    /// <summary>The capabilities in the greeting; null where it lists none.</summary>
    internal abstract CapabilitySet? CapabilitiesIn(string greeting);

    /// <summary>Reads the reply to <see cref="CapabilityCommand"/>; empty where the server does not know the command.</summary>
    internal abstract Task<CapabilitySet> ReadCapabilitiesAsync(LineConversation lines, CancellationToken token);

    /// <summary>Reads the reply to <see cref="StartTlsCommand"/>: null when the server agreed, its words when it refused.</summary>
    internal abstract Task<string?> ReadStartTlsReplyAsync(LineConversation lines, CancellationToken token);

    // 421 closes the connection, whoever says it; the other passing codes count where they speak of mail or of load.
    [GeneratedRegex(
        @"^(?:421(?:[ -]|$)|4\d\d[ -].*\b(?:busy|later|again|unavailable|overload|too many|connections?|tempora|mail|imap|pop3?|server|service|resources))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Busy();
}
