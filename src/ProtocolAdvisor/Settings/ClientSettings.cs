using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// What a mail client must be told: the one model behind every format. A secret has no place in it, and an address only where its holder
/// asks for his own settings.
/// </summary>
public sealed record ClientSettings
{
    /// <summary>The mail domain; null when no address was given.</summary>
    public HostName? MailDomain { get; init; }

    /// <summary>The incoming servers, the one to use first; at least one, none of them in clear text.</summary>
    public required IReadOnlyList<IncomingServer> Incoming { get; init; }

    /// <summary>The outgoing server, never in clear text; null when it is not known.</summary>
    public OutgoingServer? Outgoing { get; init; }

    /// <summary>
    /// The protocol that is recommended; null for neither. The first server's is another one where the caller asked for it.
    /// </summary>
    public required MailProtocol? Recommended { get; init; }

    /// <summary>What speaks against the first server's protocol, where the caller asked for it and it is not recommended.</summary>
    public IReadOnlyList<Reason> Warnings { get; init; } = [];

    /// <summary>Whether the first server let the user in with a password although OAuth 2.0 alone is published there.</summary>
    public bool PasswordBeatsPublished { get; init; }

    /// <summary>
    /// What must be mended before these settings work, for people, in the language of the report; null where nothing is known to stand
    /// against them.
    /// </summary>
    public string? FirstThingToFix { get; init; }

    /// <summary>The provider's name; null where nobody is recognised.</summary>
    public string? Provider { get; init; }

    /// <summary>What must be done at the provider first, in this order.</summary>
    public IReadOnlyList<PreparationStep> BeforeYouBegin { get; init; } = [];

    /// <summary>For POP3: the backup it needs; null otherwise.</summary>
    public BackupPlan? Backup { get; init; }

    /// <summary>For POP3: days to leave fetched messages on the server, 0 for none; null otherwise.</summary>
    public int? LeaveOnServerDays { get; init; }

    /// <summary>For IMAP in a mailbox that is filling: what to archive; null otherwise.</summary>
    public ArchivePlan? Archive { get; init; }

    /// <summary>The way to the first server's protocol from the other one, where that is set up now, step by step; empty otherwise.</summary>
    public IReadOnlyList<MigrationStep> Migration { get; init; } = [];

    /// <summary>The one person whom the settings are for; null where they are for everybody.</summary>
    internal AccountHolder? Holder { get; private init; }

    /// <summary>The same for one person: his address and name stand where clients would ask for them.</summary>
    internal ClientSettings For(AccountHolder holder) => this with
    {
        Holder = holder,
        MailDomain = MailDomain ?? holder.Email.Domain,
        Incoming = [.. Incoming.Select(x => x with { LoginName = x.LoginName.For(holder) })],
        Outgoing = Outgoing is null ? null : Outgoing with { LoginName = Outgoing.LoginName.For(holder) },
    };

    /// <summary>The server to use.</summary>
    public IncomingServer Best => Incoming[0];

    /// <summary>What the settings are for, as programs name it: the mail domain in A-labels, else the server.</summary>
    public HostName Subject => MailDomain ?? Best.Endpoint.Host;

    /// <summary>The same as people read it: international names in their own letters.</summary>
    public string DisplayName => OwnLetters.Of(Subject.Value);

    /// <summary>The same as the beginning of a file's name.</summary>
    internal string FileStem => Subject.Value.Replace(':', '-');
}

/// <summary>An incoming server.</summary>
/// <param name="Endpoint">Where it is.</param>
/// <param name="LoginName">The user name.</param>
/// <param name="Authentication">How to sign in, best first; at least one.</param>
public sealed record IncomingServer(MailEndpoint Endpoint, LoginName LoginName, IReadOnlyList<AuthenticationMethod> Authentication)
{
    /// <summary>What is known of it.</summary>
    public ServerState State { get; init; } = ServerState.NotTested;

    /// <summary>Which password is meant where one signs in with a password.</summary>
    public PasswordKind Password { get; init; }

    /// <summary>Whether by an encrypted password it means another than CRAM-MD5, the one that Thunderbird and Apple Mail have.</summary>
    public bool LacksCramMd5 { get; init; }

    /// <summary>The ways that Thunderbird and Apple Mail have a meaning for.</summary>
    internal IReadOnlyList<AuthenticationMethod> CommonWays => [.. Authentication.Where(x => x != AuthenticationMethod.PasswordEncrypted || !LacksCramMd5)];
}

/// <summary>An outgoing server (submission, RFC 6409).</summary>
/// <param name="Host">The host.</param>
/// <param name="Port">TCP port, 1–65535.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="LoginName">The user name.</param>
/// <param name="Authentication">How to sign in, best first; at least one.</param>
public sealed record OutgoingServer(
    HostName Host, int Port, ConnectionSecurity Security, LoginName LoginName, IReadOnlyList<AuthenticationMethod> Authentication)
{
    /// <summary>What is known of it.</summary>
    public ServerState State { get; init; } = ServerState.NotTested;

    /// <summary>
    /// The largest message in bytes that it takes, encoded as it is sent (SIZE, RFC 1870); null where it did not say so in the test.
    /// </summary>
    public long? MaxMessageBytes { get; init; }

    /// <summary>Which password is meant where one signs in with a password.</summary>
    public PasswordKind Password { get; init; }
}
