using ProtocolAdvisor.Pasting;
using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>
/// What the start page says of a text that was typed or pasted. Sentences have the places that <see cref="Template"/> describes.
/// </summary>
internal sealed record PasteWords
{
    /// <summary>Stand before what was understood.</summary>
    public required string Mailbox { get; init; }
    public required string Domain { get; init; }
    public required string Server { get; init; }

    /// <summary>Stand behind it: what will be done.</summary>
    public required string MailboxHint { get; init; }
    public required string DomainHint { get; init; }
    public required string ServerHint { get; init; }

    /// <summary>The same of one port. Places: <c>protocol</c>, <c>security</c>.</summary>
    public required string EndpointHint { get; init; }

    /// <summary>Part of the text was left out. Place: <c>button</c>.</summary>
    public required string Confirm { get; init; }

    /// <summary>A provider's name is likely misspelled. Place: <c>meant</c>.</summary>
    public required string DidYouMean { get; init; }

    /// <summary>The button. Place: <c>subject</c>.</summary>
    public required string Instead { get; init; }

    /// <summary>A server's name may be a mail domain. Place: <c>subject</c>.</summary>
    public required string AsDomain { get; init; }

    /// <summary>More than one was pasted; the button of each has the place <c>subject</c>.</summary>
    public required string Several { get; init; }

    /// <summary>What asks for the protocol of a port.</summary>
    public required string WhichProtocol { get; init; }
    public required string One { get; init; }

    /// <summary>Why nothing was understood, and what to cut. Place: <c>characters</c>.</summary>
    public required IReadOnlyDictionary<PasteFault, string> Faults { get; init; }

    /// <summary>The words of a language.</summary>
    public static PasteWords Of(Language language) => WebLanguages.PackOf(language).Paste();
}
