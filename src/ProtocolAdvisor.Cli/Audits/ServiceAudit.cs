using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ProtocolAdvisor.Cli.Batch;
using ProtocolAdvisor.Cli.Options;
using ProtocolAdvisor.Cli.Runs;
using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli.Audits;

/// <summary>An audit at a service: the list goes there, progress comes back, and at the end the results.</summary>
internal sealed class ServiceAudit
{
    /// <summary>Where the key may be; arguments can be read by every other process.</summary>
    private const string KeyVariable = "PROTOCOL_ADVISOR_KEY";
    private const int MostFindings = 5;
    private const int MostBytes = 16 << 20;
    private static readonly Dictionary<string, FindingCode> Codes = Enum.GetValues<FindingCode>().ToDictionary(WireName.Of);

    private readonly Screen _screen;
    private readonly CliPhrases _phrases;
    private readonly OutputFile _output;
    private readonly Option<string?> _service;
    private readonly Option<string?> _name;
    private readonly Option<long?> _perHost;
    private readonly Option<string?> _follow;

    public ServiceAudit(Screen screen, OutputFile output)
    {
        (_screen, _phrases, _output) = (screen, screen.Phrases, output);
        _service = OptionForm.One<string>(_phrases, "--service", _phrases.Service, "URL", _phrases.ExpectedService,
            (string? text, out string? value) => IsService(value = text));
        _name = OptionForm.One<string>(_phrases, "--name", _phrases.AuditName, "NAME", _phrases.ExpectedName,
            (string? text, out string? value) =>
            (value = text?.Trim()) is { Length: > 0 and <= 128 } && !value.Any(char.IsControl));
        _perHost = OptionForm.Number(_phrases, "--per-host-per-minute", _phrases.PerHost, _phrases.Between(1, 6000),
            OptionForm.Whole(1, 6000));
        _follow = OptionForm.One<string>(_phrases, "--follow", _phrases.Follow, "ID", _phrases.ExpectedAudit,
            (string? text, out string? value) => (value = text)?.Length is > 0 and <= 64);
    }

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _service, _name, _perHost, _follow }) command.Add(option);
    }

    /// <summary>The options that say how an audit begins there.</summary>
    public IReadOnlyList<Option> OfNew => [_name, _perHost];

    /// <summary>Whether a service is to do it.</summary>
    public bool IsWanted(ParseResult line) => line.GetValue(_service) is not null;

    /// <summary>Whether the line names a service, and an audit that is there already.</summary>
    public (bool AtService, bool Follows) Asked(CommandResult result) =>
        (result.GetResult(_service) is not null, result.GetResult(_follow) is not null);

    /// <summary>Begins the audit, or goes on following one, to its end.</summary>
    public async Task<int> RunAsync(ParseResult line, string? list, RowForm form, CancellationToken cancellationToken)
    {
        _output.Check(line);
        var address = new Uri(line.GetValue(_service)!);
        using var service = new RemoteAudits(address, _screen.Language);
        var hasKey = UseKey(service, Environment.GetEnvironmentVariable(KeyVariable), address);
        try
        {
            return await WithKeyAsync(service, hasKey, address, () => GoAsync(service, line, list, form, cancellationToken),
                cancellationToken);
        }
        catch (ServiceRefusalException refusal)
        {
            Screen.Say(refusal.Message);
            return refusal.IsOfTheRequest ? ExitCode.WrongUsage : ExitCode.NotRun;
        }
        catch (HttpRequestException)
        {
            Screen.Say(_phrases.ServiceSilent);
            return ExitCode.NotRun;
        }
    }

    private async Task<int> GoAsync(RemoteAudits service, ParseResult line, string? list, RowForm form, CancellationToken cancellationToken)
    {
        var audit = line.GetValue(_follow) is { } id ? await service.OpenAsync(id, cancellationToken)
            : await service.BeginAsync(await BytesAsync(list!, cancellationToken), IsTable(list!), Query(line), cancellationToken);
        if (audit.List is { Duplicates: > 0 and var left }) Screen.Say(_phrases.Left(left, _screen.Language));
        Screen.Say(_phrases.Followed(audit.Id));
        using (var view = new AuditView(_screen))
        {
            await foreach (var progress in service.FollowAsync(audit.Id, cancellationToken)) view.Tell(progress);
        }

        audit = await service.OpenAsync(audit.Id, cancellationToken);
        await GiveAsync(service, line, audit.Id, form, cancellationToken);
        var sums = audit.Sums ?? new AuditSums(0, 0, 0, 0, []);
        Screen.Say(_phrases.Tally(audit.Progress.Done, sums.Works, sums.ToMend, sums.DoesNotWork, sums.CouldNotFindOut, _screen.Language));
        foreach (var (code, subjects) in sums.Findings.Take(MostFindings).Select(x => (x.Code, x.Subjects)))
            Screen.Say($"{subjects,7}  {(Codes.TryGetValue(code, out var known) ? CatalogueEntryReport.Of(known, _screen.Language).Title : code)} [{code}]");
        return sums.DoesNotWork > 0 ? ExitCode.DoesNotWork : sums.CouldNotFindOut > 0 || audit.Progress.Done < audit.Progress.Total
            ? ExitCode.CouldNotFindOut : ExitCode.Works;
    }

    private async Task GiveAsync(RemoteAudits service, ParseResult command, string id, RowForm form, CancellationToken cancellationToken)
    {
        var mediaType = form == RowForm.Csv ? "text/csv" : "application/jsonl";
        if (form != RowForm.Text)
        {
            await using var into = _output.Open(command);
            await service.CopyResultsAsync(id, mediaType, into, cancellationToken);
            return;
        }

        using var lines = new MemoryStream();
        await service.CopyResultsAsync(id, mediaType, lines, cancellationToken);
        await using var output = _output.Open(command);
        foreach (var line in Encoding.UTF8.GetString(lines.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var result = JsonSerializer.Deserialize<AuditResult>(line, WireJson.IgnoringUnknown)!;
            await output.WriteAsync(Encoding.UTF8.GetBytes(Told(result)), cancellationToken);
        }
    }

    private static string Told(AuditResult result)
    {
        var mark = result.State switch
        {
            "works" => StateMark.Good,
            "toMend" => StateMark.Mend,
            "doesNotWork" => StateMark.Bad,
            _ => StateMark.Unknown,
        };
        var host = result.MailHost is { } name ? $" ({OwnLetters.Of(name)})" : "";
        var codes = result.Findings.Count > 0 ? $" [{string.Join(", ", result.Findings)}]" : "";
        return $"{mark} {result.Subject}: {(result.Protocol ?? "–").ToUpperInvariant()}{host}{codes}\n";
    }

    // The key is asked for where the service wants one and somebody sits there.
    private async Task<int> WithKeyAsync(RemoteAudits service, bool hasKey, Uri address, Func<Task<int>> work,
        CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (ServiceRefusalException refusal) when (refusal.Status == 401 && !hasKey && Screen.CanAsk)
        {
            if (!UseKey(service, await _screen.AskAsync(_phrases.AskKey, cancellationToken), address)) throw;
        }

        return await work();
    }

    private bool UseKey(RemoteAudits service, string? key, Uri address)
    {
        if (string.IsNullOrEmpty(key)) return false;
        if (!key.All(x => x is > ' ' and <= '~')) throw new WrongUsageException(_phrases.ExpectedKey);
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback) throw new WrongUsageException(_phrases.KeyNeedsHttps);
        service.UseKey(new Secret(key));
        return true;
    }

    private string Query(ParseResult line)
    {
        string[] members =
        [
            .. line.GetValue(_name) is { } name ? [$"name={Uri.EscapeDataString(name)}"] : Array.Empty<string>(),
            .. line.GetValue(_perHost) is { } most ? [string.Create(CultureInfo.InvariantCulture, $"perHostPerMinute={most}")]
                : Array.Empty<string>(),
        ];
        return members.Length > 0 ? $"?{string.Join('&', members)}" : "";
    }

    private async Task<byte[]> BytesAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            using var bytes = new MemoryStream();
            await input.CopyToAsync(bytes, cancellationToken);
            return bytes.Length <= MostBytes ? bytes.ToArray()
                : throw new WrongUsageException(_phrases.Wants("LIST", _phrases.ExpectedList));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongUsageException(_phrases.Wants("LIST", _phrases.ExpectedList));
        }
    }

    private static bool IsTable(string path) => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    private static bool IsService(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address is { UserInfo: "", Query: "", Fragment: "" };
}
