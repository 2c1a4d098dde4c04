using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>One protocol's side of reconnaissance: its greeting, its capabilities, its way into TLS. Two of them: IMAP and POP3.</summary>
internal abstract class Greeter
{
    /// <summary>Most lines of one capability reply.</summary>
    protected const int MaxLines = 200;

    /// <summary>The greeter of a protocol.</summary>
    internal static Greeter For(MailProtocol protocol) => protocol == MailProtocol.Imap ? new ImapGreeter() : new Pop3Greeter();

    /// <summary>The capability that offers an upgrade to TLS.</summary>
    internal abstract string StartTlsCapability { get; }

    /// <summary>The command that asks for the upgrade, tag included.</summary>
    internal abstract string StartTlsCommand { get; }

    /// <summary>The command that asks for the capabilities, tag included.</summary>
    internal abstract string CapabilityCommand { get; }

    /// <summary>The polite last word.</summary>
    internal abstract string Farewell { get; }

    /// <summary>Whether the line greets us in this protocol; false when it is another protocol's.</summary>
    /// <exception cref="UnexpectedReplyException">It is this protocol's refusal.</exception>
    internal abstract bool Accepts(string greeting);

    /// <summary>The capabilities in the greeting; null where it lists none.</summary>
    internal abstract CapabilitySet? CapabilitiesIn(string greeting);

    /// <summary>Reads the reply to <see cref="CapabilityCommand"/>; empty where the server does not know the command.</summary>
    internal abstract Task<CapabilitySet> ReadCapabilitiesAsync(LineConversation lines, CancellationToken token);

    /// <summary>Reads the reply to <see cref="StartTlsCommand"/>: null when the server agreed, its words when it refused.</summary>
    internal abstract Task<string?> ReadStartTlsReplyAsync(LineConversation lines, CancellationToken token);
}
