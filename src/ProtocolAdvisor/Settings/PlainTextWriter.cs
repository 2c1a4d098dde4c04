using System.Globalization;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// The settings for a person who types them in: without greeting or signature, so that a support agent can paste them into a mail as they
/// are.
/// </summary>
internal sealed class PlainTextWriter
{
    private readonly ClientSettings _settings;
    private readonly Language _language;
    private readonly SettingsPhrases _phrases;
    private readonly AdviceWords _advice;

    private PlainTextWriter(ClientSettings settings, Language language) =>
        (_settings, _language, _phrases, _advice) = (settings, language, SettingsPhrases.Of(language), AdviceWords.In(language));

    public static SettingsOutcome Write(ClientSettings settings, Language language)
    {
        var writer = new PlainTextWriter(settings, language);
        return SettingsOutcome.Of(new SettingsFile($"{settings.FileStem}.txt", "text/plain", writer.Text()));
    }

    /// <summary>What is to be typed in and heeded, heading by heading: for a text with an introduction of its own.</summary>
    public static IReadOnlyList<SettingsBlock> Blocks(ClientSettings settings, Language language) =>
        new PlainTextWriter(settings, language).Blocks();

    /// <summary>The same without the notes on the plan: for a page that tells the plan itself.</summary>
    public static IReadOnlyList<SettingsBlock> BlocksWithoutPlan(ClientSettings settings, Language language) =>
        new PlainTextWriter(settings, language).WithoutPlan();

    private MailProtocol Protocol => _settings.Best.Endpoint.Protocol;

    private string Text()
    {
        string[] paragraphs =
        [
            Fill(_phrases.Title, "name", OwnLetters.Of(_settings.Holder?.Email.ToString() ?? _settings.DisplayName)),
            string.Join(' ', Introduction()),
            .. _settings.FirstThingToFix is { } remedy ? [Fill(_phrases.FirstThingToFix, "remedy", remedy)] : Array.Empty<string>(),
            .. Filled([Preparation()]).Concat(Blocks()).Select(x => string.Join('\n', x.Lines.Select(line => line.ToString()).Prepend(x.Heading))),
        ];
        return string.Join("\n\n", paragraphs) + "\n";
    }

    private IReadOnlyList<SettingsBlock> Blocks() => Filled([.. Servers(), new(_phrases.Notes, [.. Notes().Select(Note)]), Migration(), ProgramNotes()]);

    private IReadOnlyList<SettingsBlock> WithoutPlan() => Filled([.. Servers(), ProgramNotes()]);

    private IReadOnlyList<SettingsBlock> Servers() =>
    [
        .. _settings.Holder is { } holder ? [Account(holder)] : Array.Empty<SettingsBlock>(),
        WithState(Fill(_phrases.Incoming, "protocol", Protocol.Name()), _settings.Best.State, Incoming(_settings.Best)),
        _settings.Outgoing is { } outgoing
            ? WithState(_phrases.Outgoing, outgoing.State, Outgoing(outgoing)) : new(_phrases.Outgoing, [new SettingsLine("", _phrases.OutgoingUnknown)]),
    ];

    private SettingsBlock Account(AccountHolder holder) => new(_phrases.Account,
    [
        .. holder.DisplayName is { } name ? [new SettingsLine(_phrases.OwnName, name)] : Array.Empty<SettingsLine>(),
        new(_phrases.OwnAddress, OwnLetters.Of(holder.Email.ToString())),
    ]);

    private SettingsBlock Preparation()
    {
        var words = new PreparationWords(_language);
        return new(words.Heading(_settings.Provider ?? ""), [.. _settings.BeforeYouBegin.Select(x => Note(x.Address is { } page ? $"{words.Text(x)} {page.AbsoluteUri}" : words.Text(x)))]);
    }

    private SettingsBlock Migration() => new(_advice.WayTo(Protocol), [.. _settings.Migration.Index().SelectMany(x => Step(x.Index + 1, x.Item))]);

    private IEnumerable<SettingsLine> Step(int number, MigrationStep step) =>
        step.Folders.Select(x => new SettingsLine("", $"   - {_advice.Text(x)}")).Prepend(new SettingsLine("", $"{number}. {_advice.Text(step)}"));

    private SettingsBlock ProgramNotes() => new(_phrases.ProgramNotes,
    [
        .. _settings.PasswordBeatsPublished ? [Note(_phrases.PasswordBeatsPublished)] : Array.Empty<SettingsLine>(),
        .. ClientCaveat.Of(_settings).Select(x => Note(_phrases.Caveats[x.Code])),
    ]);

    private static SettingsLine Note(string text) => new(null, text);

    private static IReadOnlyList<SettingsBlock> Filled(IEnumerable<SettingsBlock> blocks) => [.. blocks.Where(x => x.Lines.Count > 0)];

    private IEnumerable<string> Introduction()
    {
        yield return _settings.Recommended is { } recommended ? _phrases.Recommended[recommended] : _phrases.NothingRecommended;
        if (Protocol != _settings.Recommended) yield return Fill(_phrases.AskedFor, "protocol", Protocol.Name());
    }

    private IReadOnlyList<SettingsLine> Incoming(IncomingServer server) =>
        Server(server.Endpoint.Host, server.Endpoint.Port, server.Endpoint.Security, server.LoginName, server.Authentication, server.Password);

    private IReadOnlyList<SettingsLine> Outgoing(OutgoingServer server) =>
    [
        .. Server(server.Host, server.Port, server.Security, server.LoginName, server.Authentication, server.Password),
        .. server.MaxMessageBytes is { } most ? [Note(_phrases.SendsUpTo(most, _language))] : Array.Empty<SettingsLine>(),
    ];

    private IReadOnlyList<SettingsLine> Server(HostName host, int port, ConnectionSecurity security, LoginName name, IReadOnlyList<AuthenticationMethod> ways, PasswordKind password)
    {
        var method = ways[0];
        var anonymous = method is AuthenticationMethod.None or AuthenticationMethod.ClientIpAddress;
        return
        [
            new(_phrases.Server, OwnLetters.Of(host.Value)) { IsTyped = true },
            new(_phrases.Port, port.ToString(CultureInfo.InvariantCulture)) { IsTyped = true },
            new(_phrases.Encryption, security == ConnectionSecurity.ImplicitTls ? "SSL/TLS" : "STARTTLS") { IsTyped = true },
            .. anonymous ? Array.Empty<SettingsLine>() : [new(_phrases.UserName, Said(name)) { IsTyped = name is { Own: not null, Basis: not LoginNameBasis.Usual } }],
            new(_phrases.SignIn, SignIn(ways, password)),
        ];
    }

    // Where OAuth 2.0 stands first and a password that must be made is taken, too, whoever has no such program needs to know.
    private string SignIn(IReadOnlyList<AuthenticationMethod> ways, PasswordKind password)
    {
        var said = Said(ways[0], password);
        return ways[0] == AuthenticationMethod.OAuth2 && password is not (PasswordKind.Own or PasswordKind.AsTested or PasswordKind.NotTheRefused) && ways.Contains(AuthenticationMethod.PasswordCleartext)
            ? Template.Fill(_phrases.Either, new Dictionary<string, string> { ["one"] = said, ["other"] = _phrases.Passwords[password] }, _language) : said;
    }

    private string Said(AuthenticationMethod method, PasswordKind password) =>
        Fill(_phrases.Methods[method], "password", _phrases.Passwords[password]);

    // A program sends it letter by letter, so it is told as it was tried; a server's name is looked up in any letters.
    private string Said(LoginName name) => name switch
    {
        { Basis: LoginNameBasis.OnlyUserKnows } => _phrases.OwnUserName,
        { Basis: LoginNameBasis.Usual, Own: { } own } => Fill(_phrases.UsuallyThis, "name", own),
        { Own: { } own } => own,
        { Basis: LoginNameBasis.Usual } => _phrases.UsuallyWholeAddress,
        _ => _phrases.UserNameOf(name.Template!),
    };

    private IEnumerable<string> Notes()
    {
        foreach (var warning in _settings.Warnings) yield return _advice.Text(warning);
        if (Protocol == MailProtocol.Pop3 && !Tells(MigrationStepCode.Backup, MigrationStepCode.KeepBackup))
            yield return _settings.Backup is { } backup ? _advice.Text(backup) : _phrases.BackupInAnyCase;
        if (_settings.LeaveOnServerDays is { } days && !Tells(MigrationStepCode.LeaveOnServer, MigrationStepCode.RemoveFromServer)) yield return _advice.LeaveOnServer(days);
        if (_settings.Archive is { } archive && !Tells(MigrationStepCode.MakeRoom)) yield return _advice.Text(archive);
    }

    // What the way from the other protocol tells in its place is not told before.
    private bool Tells(params MigrationStepCode[] codes) => _settings.Migration.Any(x => codes.Contains(x.Code));

    private SettingsBlock WithState(string heading, ServerState state, IReadOnlyList<SettingsLine> lines) =>
        new(Template.Fill(_phrases.WithState, new Dictionary<string, string> { ["heading"] = heading, ["state"] = _phrases.States[state] }, _language), lines)
        {
            Server = (state, heading, _phrases.States[state]),
        };

    private string Fill(string sentence, string place, string value) =>
        Template.Fill(sentence, new Dictionary<string, string> { [place] = value }, _language);
}
