using System.CommandLine;
using ProtocolAdvisor.Cli.Batch;
using ProtocolAdvisor.Cli.Options;
using ProtocolAdvisor.Cli.Progress;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Cli.Runs;

/// <summary>One assessment from the terminal: what <c>assess</c> shows as a report and <c>settings</c> as a file.</summary>
internal sealed class MailboxRun
{
    private readonly Screen _screen;
    private readonly SurroundingOptions _surroundings;
    private readonly SubjectOptions _subject;
    private readonly CredentialOptions _credentials;
    private readonly UsageOptions _usage;

    public MailboxRun(Screen screen)
    {
        _screen = screen;
        _surroundings = new(screen.Phrases);
        _subject = new(screen.Phrases, _surroundings);
        _credentials = new(screen.Phrases);
        _usage = new(screen.Phrases);
    }

    /// <summary>The options that concern a list as well: how the mailboxes are used, and where the tool runs.</summary>
    public IReadOnlyList<Option> OptionsOfLists => [.. _usage.All, _subject.DeadlineOption, .. _surroundings.All];

    /// <summary>The options that concern one mailbox, and no list.</summary>
    public IReadOnlyList<Option> OptionsOfOne => _subject.OptionsOfOne;

    /// <summary>Adds every option to a command.</summary>
    public void AddTo(Command command)
    {
        _subject.AddTo(command);
        _credentials.AddTo(command);
        foreach (var option in _usage.All.Concat(_surroundings.All)) command.Add(option);
    }

    /// <summary>The address; null where only servers are named.</summary>
    public EmailAddress? EmailOf(ParseResult line) => _subject.EmailOf(line);

    /// <summary>Runs a whole list in the same surroundings, for the same use.</summary>
    public Task<int> RunListAsync(ParseResult line, BatchCommand batch, string list, CancellationToken cancellationToken) => _credentials.AreWanted(line)
        ? throw new WrongUsageException(_screen.Phrases.ListHasNoPassword)
        : batch.RunAsync(line, list, _surroundings.Of(line), _usage.Of(line), _subject.DeadlineOf(line), cancellationToken);

    /// <summary>Asks for the password where that is to be, and runs. It is kept nowhere, so it expires at once.</summary>
    public async Task<AssessedRun> RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        if (_subject.NamesServerTwice(line)) throw new WrongUsageException(_screen.Phrases.ServerOrEndpoint);
        if (!_subject.MayDial(line)) throw new WrongUsageException(_screen.Phrases.TargetNotAllowed);
        if (_subject.ToConfirm(line) is { } understood)
        {
            // What was piped is not sent where nobody has looked.
            if (_subject.IsGuess(line) && _credentials.AreWanted(line)) throw new WrongUsageException($"{understood} {_screen.Phrases.WriteItSo}");
            Screen.Say(understood);
        }

        var rehearsed = _screen.Rehearse(true, cancellationToken); // while the password is typed
        var email = _subject.EmailOf(line);
        if (_subject.IsDomain(line) && _credentials.AreWanted(line)) throw new WrongUsageException(_screen.Phrases.DomainHasNoMailbox);
        var credentials = await _credentials.AskAsync(line, _screen, email, cancellationToken);
        var subject = _subject.Of(line, credentials, _credentials.UsernameIsPresumed(line));
        var faults = new FaultList();
        using var assessor = new MailboxAssessor(_surroundings.Of(line) with { Unexpected = faults.Add }, TimeProvider.System);
        await rehearsed;
        var (heading, usage) = (ReportHeading.Of(ReportId.New(), TimeSpan.Zero, email, subject), _usage.Of(line));
        var first = new FirstAnswer(heading, usage, _screen.Language);
        var facts = await RunView.ShowAsync(_screen, subject.Credentials is not null, first, progress => assessor.AssessAsync(subject, progress, cancellationToken));
        faults.Tell(_screen);
        return new AssessedRun(heading, facts, usage);
    }
}
