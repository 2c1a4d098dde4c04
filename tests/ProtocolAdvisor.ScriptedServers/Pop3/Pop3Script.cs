namespace ProtocolAdvisor.ScriptedServers;

/// <summary>A POP3 server good enough for MailKit to sign in, list and fetch; every reply can be replaced.</summary>
public sealed class Pop3Script : MailScript
{
    /// <summary>The first line; "-ERR …" shows the client out.</summary>
    public string Greeting { get; init; } = "+OK ready";

    /// <summary>The lines of CAPA, besides STLS, USER and SASL, which follow from the other knobs.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = ["TOP", "UIDL", "RESP-CODES", "AUTH-RESP-CODE", "PIPELINING"];

    /// <summary>The lines of CAPA once signed in, USER and SASL included; null where they stay the same.</summary>
    public IReadOnlyList<string>? CapabilitiesAfterSignIn { get; init; }

    /// <summary>The names behind SASL; none leaves the line out.</summary>
    public IReadOnlyList<string> Mechanisms { get; init; } = ["PLAIN", "LOGIN"];

    /// <summary>Neither USER nor SASL while the line is in clear.</summary>
    public bool SignInNeedsTls { get; init; } = true;

    public IReadOnlyList<ScriptedMessage> Messages { get; init; } = ScriptedFolder.Of("INBOX", 3).Messages;

    /// <summary>Offers USER while the line is in clear although it refuses it there, as Courier does.</summary>
    public bool OffersUserInClear { get; init; }

    /// <summary>Messages that were deleted: their numbers are in no list.</summary>
    public IReadOnlyList<int> Missing { get; init; } = [];

    /// <summary>Messages that are listed but not handed out.</summary>
    public IReadOnlyList<int> Unreadable { get; init; } = [];

    /// <summary>Throws away what came behind a line in the same packet, as servers do that cannot pipeline.</summary>
    public bool DropPipelinedInput { get; init; }

    internal override Task PlayAfterHandshakeAsync(ScriptedConnection connection) => new Pop3Conversation(this, connection).PlayAsync();
}
