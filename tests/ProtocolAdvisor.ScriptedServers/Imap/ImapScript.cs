namespace ProtocolAdvisor.ScriptedServers;

/// <summary>An IMAP server good enough for MailKit to sign in, list, size up and fetch; every reply can be replaced.</summary>
public sealed class ImapScript : MailScript
{
    /// <summary>The first line; "* PREAUTH …" lets the client in, "* BYE …" shows it out. {capabilities} becomes the list.</summary>
    public string Greeting { get; init; } = "* OK [CAPABILITY {capabilities}] ready";

    /// <summary>What CAPABILITY says, besides STARTTLS, LOGINDISABLED and AUTH=…, which follow from the other knobs.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } =
        ["IMAP4rev1", "SASL-IR", "LITERAL+", "ID", "IDLE", "NAMESPACE", "UIDPLUS", "SPECIAL-USE", "LIST-EXTENDED", "LIST-STATUS", "STATUS=SIZE", "QUOTA"];

    /// <summary>The names behind AUTH=.</summary>
    public IReadOnlyList<string> Mechanisms { get; init; } = ["PLAIN", "LOGIN"];

    /// <summary>LOGINDISABLED, and no sign-in, while the line is in clear.</summary>
    public bool SignInNeedsTls { get; init; } = true;

    /// <summary>Tells the capabilities in the OK to a sign-in, which saves the client a round trip.</summary>
    public bool SignInListsCapabilities { get; init; } = true;

    /// <summary>The reply to <see cref="IntroductionVerbs"/> until the client has sent ID; null = it need not.</summary>
    public string? BeforeIntroduction { get; init; }

    /// <summary>What is refused before ID. NetEase opens and counts no folder, and lists them.</summary>
    public IReadOnlyList<string> IntroductionVerbs { get; init; } = ["SELECT", "EXAMINE", "STATUS"];

    public IReadOnlyList<ScriptedFolder> Folders { get; init; } = [ScriptedFolder.Of("INBOX", 3), ScriptedFolder.Of("Sent", 2, attributes: "\\HasNoChildren \\Sent")];

    public ScriptedQuota? Quota { get; init; } = new(1024, 1024 * 1024);

    /// <summary>A FETCH reply whose BODYSTRUCTURE nests so deep that a recursive parser overflows its stack.</summary>
    public static string NestedBodyStructure(int depth = 2000) =>
        $"* 1 FETCH (UID 1 BODYSTRUCTURE {new string('(', depth)}\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 1 1{new string(')', depth)})\r\n{{tag}} OK done\r\n";

    internal override Task PlayAfterHandshakeAsync(ScriptedConnection connection) => new ImapConversation(this, connection).PlayAsync();
}
