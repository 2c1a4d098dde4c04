namespace ProtocolAdvisor.ScriptedServers;

/// <summary>
/// A submission server good enough for MailKit to sign in (RFC 6409, RFC 4954); every reply can be replaced. It delivers nothing: a
/// client that begins a message is answered as by a real server, so that a test sees it in the transcript.
/// </summary>
public sealed class SmtpScript : MailScript
{
    /// <summary>
    /// The greeting, of one line or, with "220-…\r\n220 …", of several. After 421 the server hangs up; after any other refusal it
    /// waits for QUIT and answers 503 to the rest (RFC 5321 §3.1).
    /// </summary>
    public string Greeting { get; init; } = "220 mail.example.com ESMTP ready";

    /// <summary>False: EHLO is an unknown command, HELO works (RFC 5321 §3.2).</summary>
    public bool KnowsEhlo { get; init; } = true;

    /// <summary>The lines of EHLO behind the first, besides STARTTLS and AUTH, which follow from the other knobs; SIZE is told here.</summary>
    public IReadOnlyList<string> Extensions { get; init; } =
        ["PIPELINING", "SIZE 35882577", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES", "DSN", "CHUNKING"];

    /// <summary>The same inside TLS; null where nothing changes.</summary>
    public IReadOnlyList<string>? ExtensionsInsideTls { get; init; }

    /// <summary>The names behind AUTH; none leaves the line out.</summary>
    public IReadOnlyList<string> Mechanisms { get; init; } = ["PLAIN", "LOGIN"];

    /// <summary>Between AUTH and the names: "AUTH=" is the form of the draft, which old servers still tell, alone or besides.</summary>
    public IReadOnlyList<string> AuthForms { get; init; } = ["AUTH "];

    /// <summary>Neither offers AUTH nor takes it while the line is in clear.</summary>
    public bool SignInNeedsTls { get; init; } = true;

    /// <summary>The answer to AUTH in clear where that is not taken (RFC 4954 §6).</summary>
    public string NotInClear { get; init; } = "538 5.7.11 Encryption required for requested authentication mechanism";

    /// <summary>What a refused token is told first (RFC 7628 §3.2.3); the client answers before it gets the reply. Null = the reply at once.</summary>
    public string? TokenComplaint { get; init; }

    /// <summary>Throws away what came behind a line in the same packet, as servers do that cannot pipeline.</summary>
    public bool DropPipelinedInput { get; init; }

    internal override Task PlayAfterHandshakeAsync(ScriptedConnection connection) => new SmtpConversation(this, connection).PlayAsync();
}
