using System.CommandLine;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.Knowledge;

namespace ProtocolAdvisor.Cli.Options;

/// <summary>How the mailbox is used: every answer makes the advice surer.</summary>
internal sealed class UsageOptions
{
    private readonly Option<string?> _today;
    private readonly Option<long?> _devices;
    private readonly Option<long?> _people;
    private readonly Option<bool?> _webmail;
    private readonly Option<bool?> _offlineReading;
    private readonly Option<bool?> _serverFolders;
    private readonly Option<string?> _priority;
    private readonly Option<string?> _backup;
    private readonly Option<long?> _newMessagesPerDay;
    private readonly Option<double?> _roundTripMs;
    private readonly Option<double?> _downMbit;
    private readonly Option<double?> _upMbit;

    public UsageOptions(CliPhrases phrases)
    {
        _today = OptionForm.Word("--today", phrases.Today, phrases, "pop3", "imap", "none");
        _devices = Counted("--devices", phrases.Devices, 1, phrases);
        _people = Counted("--people", phrases.People, 1, phrases);
        _webmail = OptionForm.Flag("--webmail", phrases.Webmail, phrases);
        _offlineReading = OptionForm.Flag("--offline-reading", phrases.OfflineReading, phrases);
        _serverFolders = OptionForm.Flag("--server-folders", phrases.ServerFolders, phrases);
        _priority = OptionForm.Word("--priority", phrases.Priority, phrases, "speed", "flexibility");
        _backup = OptionForm.Word("--backup", phrases.Backup, phrases, "none", "regular", "impossible");
        _newMessagesPerDay = Counted("--new-messages-per-day", phrases.NewMessagesPerDay, 0, phrases);
        _roundTripMs = OptionForm.Number(phrases, "--round-trip-ms", phrases.RoundTripMs, phrases.Between(0, RequestBounds.LongestRoundTripMs), OptionForm.Fraction(0, RequestBounds.LongestRoundTripMs));
        _downMbit = Capacity("--down-mbit", phrases.DownMbit, phrases);
        _upMbit = Capacity("--up-mbit", phrases.UpMbit, phrases);
    }

    public IEnumerable<Option> All =>
    [
        _today, _devices, _people, _webmail, _offlineReading, _serverFolders, _priority, _backup, _newMessagesPerDay,
        _roundTripMs, _downMbit, _upMbit,
    ];

    /// <summary>The answers; what was not said stays unknown.</summary>
    public Usage Of(ParseResult line)
    {
        var (roundTrip, down, up) = (line.GetValue(_roundTripMs), line.GetValue(_downMbit), line.GetValue(_upMbit));
        return new Usage
        {
            Today = line.GetValue(_today) is { } today ? Enum.Parse<AccountToday>(today, ignoreCase: true) : null,
            Devices = (int?)line.GetValue(_devices),
            People = (int?)line.GetValue(_people),
            Webmail = line.GetValue(_webmail),
            OfflineReading = line.GetValue(_offlineReading),
            ServerFolders = line.GetValue(_serverFolders),
            Priority = line.GetValue(_priority) is { } priority ? Enum.Parse<Priority>(priority, ignoreCase: true) : null,
            Backup = line.GetValue(_backup) is { } backup ? Enum.Parse<Backup>(backup, ignoreCase: true) : null,
            NewMessagesPerDay = (int?)line.GetValue(_newMessagesPerDay),
            Link = (roundTrip ?? down ?? up) is null ? null : new UserLink(roundTrip, down, up),
        };
    }

    private static Option<double?> Capacity(string name, string description, CliPhrases phrases) => OptionForm.Number(
        phrases,
        name,
        description,
        phrases.Between(RequestBounds.NarrowestMbit, RequestBounds.WidestMbit),
        OptionForm.Fraction(RequestBounds.NarrowestMbit, RequestBounds.WidestMbit));

    private static Option<long?> Counted(string name, string description, long least, CliPhrases phrases) =>
        OptionForm.Number(phrases, name, description, phrases.Between(least, RequestBounds.MostCounted), OptionForm.Whole(least, RequestBounds.MostCounted));
}
