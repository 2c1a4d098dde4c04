using System.CommandLine;
using System.CommandLine.Parsing;
using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Pasting;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli.Options;

/// <summary>Whose mailbox to look at, and how far to go.</summary>
internal sealed class SubjectOptions
{
    private readonly CliPhrases _phrases;
    private readonly SurroundingOptions _surroundings;
    private readonly Argument<PasteReading?> _address;
    private readonly Option<HostName?> _server;
    private readonly Option<IReadOnlyList<MailEndpoint>> _endpoints;
    private readonly Option<bool> _sendAddress;
    private readonly Option<long?> _samples;
    private readonly Option<long?> _maxBytes;
    private readonly Option<double?> _deadline;

    public SubjectOptions(CliPhrases phrases, SurroundingOptions surroundings)
    {
        (_phrases, _surroundings) = (phrases, surroundings);
        _address = new("ADDRESS")
        {
            Description = phrases.Address,
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result => SubjectText.Read(result, phrases),
        };
        _server = OptionForm.One<HostName>(phrases, "--server", phrases.Server, "HOST", phrases.ExpectedHost,
            (string? text, out HostName? host) => HostName.TryParse(text, null, out host));
        _endpoints = OptionForm.Many<MailEndpoint>(phrases, "--endpoint", phrases.Endpoint, "imaps://HOST:PORT", phrases.ExpectedEndpoint,
            EndpointAddress.TryParse!);
        _sendAddress = new("--send-address") { Description = phrases.SendAddress };
        _samples = OptionForm.Number(phrases, "--samples", phrases.Samples, phrases.Between(0, RequestBounds.MostSamples),
            OptionForm.Whole(0, RequestBounds.MostSamples));
        _maxBytes = OptionForm.Number(phrases, "--max-bytes", phrases.MaxBytes, phrases.Between(0, RequestBounds.MostSampleBytes),
            OptionForm.Whole(0, RequestBounds.MostSampleBytes));
        _deadline = Deadline(phrases);
    }

    public IEnumerable<Option> All => [_server, _endpoints, .. OptionsOfOne, _deadline];

    /// <summary>The options that concern how one mailbox is looked at, and no list: there nothing is fetched, and no address is sent.</summary>
    public IReadOnlyList<Option> OptionsOfOne => [_sendAddress, _samples, _maxBytes];

    /// <summary>Adds everything to a command, and judges what only fits together or not.</summary>
    public void AddTo(Command command)
    {
        command.Add(_address);
        foreach (var option in All) command.Add(option);
        command.Validators.Add(Judge);
    }

    /// <summary>The address; null where only a domain or servers are named.</summary>
    public EmailAddress? EmailOf(ParseResult line) => (Pasted(line) as PastedSubject.Mailbox)?.Address;

    /// <summary>Whether only a domain is named, which has no mailbox to sign in to.</summary>
    public bool IsDomain(ParseResult line) => Pasted(line) is PastedSubject.Domain;

    /// <summary>What to look at.</summary>
    public AssessmentSubject Of(ParseResult line, Credentials? credentials, bool usernameIsPresumed)
    {
        var usual = AssessmentLimits.Default;
        var limits = new AssessmentLimits(
            DeadlineOf(line),
            (int?)line.GetValue(_samples) ?? usual.Samples,
            line.GetValue(_maxBytes) ?? usual.MaxSampleBytes);
        return new AssessmentSubject(Named(line), credentials, limits, EmailOf(line), (Pasted(line) as PastedSubject.Domain)?.Name)
        {
            UsernameIsPresumed = credentials is not null && usernameIsPresumed,
            MaySendAddress = line.GetValue(_sendAddress),
        };
    }

    /// <summary>Says when an answer must be there.</summary>
    public Option DeadlineOption => _deadline;

    /// <summary>When an answer must be there.</summary>
    public TimeSpan DeadlineOf(ParseResult line) => line.GetValue(_deadline) is { } seconds ? TimeSpan.FromSeconds(seconds)
        : AssessmentLimits.Default.Deadline;

    /// <summary>Seconds to the answer.</summary>
    public static Option<double?> Deadline(CliPhrases phrases)
    {
        var (least, most) = (RequestBounds.ShortestDeadlineMs / 1_000, RequestBounds.LongestDeadlineMs / 1_000);
        return OptionForm.Number(phrases, "--deadline", phrases.Deadline, phrases.Between(least, most), OptionForm.Fraction(least, most));
    }

    /// <summary>What was understood of the address, where more than decoration had to be cut, or a bare name was taken as a server; null
    /// where there is nothing to say.</summary>
    public string? ToConfirm(ParseResult line) => line.GetValue(_address) switch
    {
        { IsGuess: true, Subject: { } subject } =>
            _phrases.Understood.Replace("{subject}", SubjectText.Shown(subject), StringComparison.Ordinal),
        { Subject: PastedSubject.Server { Endpoint: null, Host: { Address: null } host } } =>
            _phrases.TakenAsServer.Replace("{host}", OwnLetters.Of(host.Value), StringComparison.Ordinal),
        _ => null,
    };

    /// <summary>Whether that is a guess, with which no secret should go anywhere unseen.</summary>
    public bool IsGuess(ParseResult line) => line.GetValue(_address) is { IsGuess: true };

    // Exact endpoints are all that is looked at; a server alone means its standard ones.
    private IReadOnlyList<MailEndpoint> Named(ParseResult line)
    {
        var pasted = Pasted(line) as PastedSubject.Server;
        if (pasted?.Endpoint is { } endpoint) return [endpoint];
        if (line.GetValue(_endpoints) is { Count: > 0 } endpoints) return [.. endpoints.Distinct()];
        return (line.GetValue(_server) ?? pasted?.Host) is { } server ? MailEndpoint.StandardOf(server) : [];
    }

    private PastedSubject? Pasted(ParseResult line) => line.GetValue(_address)?.Subject;

    private void Judge(CommandResult result)
    {
        // By what was typed: values that are wrong cannot be asked for yet.
        var (serverIsNamed, address) = (result.GetResult(_server) is not null || result.GetResult(_endpoints) is not null,
            result.GetResult(_address));
        var fileIsNamed = result.Children.OfType<OptionResult>().Any(x => x.Option.Name == "--file");
        if (!serverIsNamed && !fileIsNamed && address is null or { Tokens.Count: 0 }) result.AddError(_phrases.AddressOrServer);
        if (fileIsNamed && (serverIsNamed || address is { Tokens.Count: > 0 })) result.AddError(_phrases.FileOrAddress);
        if (serverIsNamed && address is { Tokens: [var only] } && !IsAddress(only.Value)) result.AddError(_phrases.DomainOrServer);
        if (result.GetResult(_endpoints)?.Tokens.Count > RequestBounds.MostEndpoints) result.AddError(_phrases.TooManyEndpoints);
    }

    /// <summary>Whether both a server and endpoints are named, of which only the endpoints would be looked at.</summary>
    public bool NamesServerTwice(ParseResult line) => line.GetValue(_server) is not null && line.GetValue(_endpoints) is { Count: > 0 };

    // What cannot be read at all has a complaint of its own.
    private static bool IsAddress(string text) =>
        text.Contains('@', StringComparison.Ordinal) && PasteReader.Read(text).Subject is null or PastedSubject.Mailbox;

    /// <summary>Whether a named server may be dialled at all. What a name turns out to resolve to is a finding, not a mistake.</summary>
    public bool MayDial(ParseResult line)
    {
        var policy = new AddressPolicy(_surroundings.Targets(line));
        return Named(line).All(x => policy.Allows(x.Host) && policy.AllowsPort(x.Port));
    }
}
