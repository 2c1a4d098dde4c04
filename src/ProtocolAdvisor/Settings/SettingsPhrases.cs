using System.Globalization;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Settings;

/// <summary>One language's words for settings that a person types in, fit to be pasted into a mail to a customer.</summary>
internal sealed record SettingsPhrases
{
    // Four characters for three bytes, and a line's end after 76 (RFC 2045 §6.8).
    private const double Base64Growth = 4.0 / 3 * 78 / 76;

    /// <summary>Place: <c>name</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Which protocol, and why, in one sentence.</summary>
    public required IReadOnlyDictionary<MailProtocol, string> Recommended { get; init; }

    /// <summary>Neither protocol is recommended, and the caller asked for one all the same.</summary>
    public required string NothingRecommended { get; init; }

    /// <summary>The caller asked for the other protocol. Place: <c>protocol</c>.</summary>
    public required string AskedFor { get; init; }

    /// <summary>Place: <c>remedy</c>.</summary>
    public required string FirstThingToFix { get; init; }

    /// <summary>Place: <c>protocol</c>.</summary>
    public required string Incoming { get; init; }

    /// <summary>Heads the person's own name and address.</summary>
    public required string Account { get; init; }
    public required string OwnName { get; init; }
    public required string OwnAddress { get; init; }
    public required string Outgoing { get; init; }

    /// <summary>What stands behind a server's heading.</summary>
    public required IReadOnlyDictionary<ServerState, string> States { get; init; }

    /// <summary>Places: <c>heading</c>, <c>state</c>.</summary>
    public required string WithState { get; init; }
    public required string OutgoingUnknown { get; init; }

    public required string Server { get; init; }
    public required string Port { get; init; }
    public required string Encryption { get; init; }
    public required string UserName { get; init; }
    public required string SignIn { get; init; }

    public required string WholeAddress { get; init; }
    public required string UsuallyWholeAddress { get; init; }

    /// <summary>The same of one person's own name. Place: <c>name</c>.</summary>
    public required string UsuallyThis { get; init; }
    public required string PartBeforeAt { get; init; }
    public required string OwnUserName { get; init; }

    /// <summary>What stands for each placeholder inside a longer user name.</summary>
    public required IReadOnlyDictionary<string, string> Placeholders { get; init; }

    /// <summary>Ways to sign in. Place, in those with a password: <c>password</c>.</summary>
    public required IReadOnlyDictionary<AuthenticationMethod, string> Methods { get; init; }

    /// <summary>With which password, in the middle of a sentence.</summary>
    public required IReadOnlyDictionary<PasswordKind, string> Passwords { get; init; }

    /// <summary>Two ways to sign in. Places: <c>one</c>, <c>other</c>.</summary>
    public required string Either { get; init; }

    public required string Notes { get; init; }

    /// <summary>How large a message can be. Places: <c>bytes</c>; <c>files</c>, which grow on the way.</summary>
    public required string MaxMessage { get; init; }

    /// <summary>Only OAuth 2.0 is published, and the server took a password.</summary>
    public required string PasswordBeatsPublished { get; init; }

    /// <summary>POP3 was asked for, and no plan was made for it.</summary>
    public required string BackupInAnyCase { get; init; }

    public required string ProgramNotes { get; init; }
    public required IReadOnlyDictionary<CaveatCode, string> Caveats { get; init; }

    /// <summary>Why a format has no file.</summary>
    public required IReadOnlyDictionary<SettingsObstacle, string> Obstacles { get; init; }

    /// <summary>A user name as a person reads it: what a program fills in is told in words.</summary>
    /// <param name="template">The name, or a template of it.</param>
    public string UserNameOf(string template) => template switch
    {
        LoginName.Address => WholeAddress,
        LoginName.LocalPart => PartBeforeAt,
        _ => Placeholders.Aggregate(OwnLetters.Of(template), (text, x) => text.Replace(x.Key, x.Value, StringComparison.Ordinal)),
    };

    /// <summary>How large a message can be, in a sentence.</summary>
    /// <param name="bytes">The server's limit.</param>
    /// <param name="language">The language of these words.</param>
    internal string SendsUpTo(long bytes, Language language) => Template.Fill(MaxMessage, new Dictionary<string, string>
    {
        ["bytes"] = bytes.ToString(CultureInfo.InvariantCulture),
        ["files"] = ((long)(bytes / Base64Growth)).ToString(CultureInfo.InvariantCulture),
    }, language);

    /// <summary>The words of a language.</summary>
    public static SettingsPhrases Of(Language language) => language.Table<SettingsPhrases>();
}
