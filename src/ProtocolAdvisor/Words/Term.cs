using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Words;

/// <summary>What a language calls one thing, everywhere: on the pages, in the text, in the terminal.</summary>
/// <param name="Thing">The thing.</param>
/// <param name="Word">The word for it.</param>
/// <param name="Never">What it is never called, as a pattern.</param>
internal sealed partial record Term(Thing Thing, string Word,
    [property: System.Diagnostics.CodeAnalysis.StringSyntax(System.Diagnostics.CodeAnalysis.StringSyntaxAttribute.Regex)] string Never)
{
    /// <summary>The wrong words for it in a sentence; places, addresses, quotations and what protocols spell in capitals are not words of
    /// ours.</summary>
    public IEnumerable<string> WrongIn(string sentence) =>
        Regex.Matches(NotOurs().Replace(sentence, " "), Never, RegexOptions.CultureInvariant).Select(x => x.Value);

    [GeneratedRegex(@"\{[\w.]+(?::(?:number|size|duration|date))?\}|\{[\w.]+:|https?://\S+|“[^”]*”|„[^“]*“|(?<!\w)--?[a-z][a-z0-9-]*|\b[A-Z]{2,}(?:-[A-Z]+)*\b")]
    private static partial Regex NotOurs();
}

/// <summary>The things that people meet in a report, and that must have one name each.</summary>
internal enum Thing
{
    /// <summary><c>jane@example.com</c>.</summary>
    Address,

    /// <summary>Proving who one is to a server.</summary>
    SignIn,

    /// <summary>What mail is read from and sent by.</summary>
    MailServer,

    /// <summary>What people read their mail with.</summary>
    MailProgram,

    /// <summary>Where somebody's mail is.</summary>
    Mailbox,

    /// <summary>The folder in which new mail arrives.</summary>
    Inbox,

    /// <summary>What one types in to say who one is.</summary>
    UserName,

    /// <summary>What one types in to prove it.</summary>
    Password,

    /// <summary>A password that the provider makes for one program.</summary>
    AppPassword,

    /// <summary>What takes a password's place with OAuth 2.0.</summary>
    AccessToken,

    /// <summary>A mailbox in the browser.</summary>
    Webmail,

    /// <summary>Whose servers they are.</summary>
    Provider,

    /// <summary>What knows the addresses of names.</summary>
    NameServer,

    /// <summary>A server's name.</summary>
    HostName,

    /// <summary>What stands behind the @.</summary>
    Domain,

    /// <summary>That something is likely, and not certain.</summary>
    Likely,

    /// <summary>Putting right what is wrong.</summary>
    Fixing,

    /// <summary>That something kept us from finding out how it stands.</summary>
    NoResult,

    /// <summary>That we do not sign in, lest somebody tries passwords through us.</summary>
    SignInPaused,

    /// <summary>Doing the same check once more.</summary>
    CheckingAgain,

    /// <summary>What somebody's devices reach the internet by.</summary>
    InternetConnection,

    /// <summary>What a server says that it can do.</summary>
    Capabilities,

    /// <summary>That a figure was worked out, not measured.</summary>
    Calculated,

    /// <summary>That a server serves mail programs.</summary>
    Usable,

    /// <summary>Opening a connection to a server.</summary>
    Contacting,
}
