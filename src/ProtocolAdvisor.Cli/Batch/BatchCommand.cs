using System.CommandLine;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Cli.Options;
using ProtocolAdvisor.Cli.Runs;
using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Cli.Batch;

/// <summary>Assesses a whole list: the options that say which and how, and the run with its progress and its end.</summary>
internal sealed class BatchCommand
{
    private const int MostFindings = 5;
    private readonly Screen _screen;
    private readonly CliPhrases _phrases;
    private readonly OutputFile _output;
    private readonly Option<string?> _file;
    private readonly Option<bool> _csv;
    private readonly Option<bool> _jsonLines;
    private readonly Option<bool> _resume;

    public BatchCommand(Screen screen, OutputFile output)
    {
        (_screen, _phrases, _output) = (screen, screen.Phrases, output);
        _file = OptionForm.One<string>(_phrases, "--file", _phrases.File, "LIST", _phrases.ExpectedList, (string? text, out string? value) => (value = text) == "-" || File.Exists(text));
        _csv = new("--csv") { Description = _phrases.Csv };
        _jsonLines = new("--jsonl") { Description = _phrases.JsonLines };
        _resume = new("--resume") { Description = _phrases.Resume };
    }

    /// <summary>What says which list, and how its rows are written.</summary>
    public IEnumerable<Option> All => [_file, _csv, _jsonLines, _resume];

    /// <summary>Whether a list was named.</summary>
    public bool IsWanted(ParseResult line) => line.GetValue(_file) is not null;

    /// <summary>Judges what only fits together or not.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All) command.Add(option);
        command.Validators.Add(result =>
        {
            var (csv, jsonLines) = (result.GetValue(_csv), result.GetValue(_jsonLines));
            if (csv && jsonLines) result.AddError(_phrases.OneForm);
            if (result.GetResult(_file) is null && (csv || jsonLines || result.GetValue(_resume))) result.AddError(_phrases.NeedsFile);
            if (result.GetValue(_resume) && (csv == jsonLines || result.Children.OfType<System.CommandLine.Parsing.OptionResult>().All(x => x.Option.Name != "--output"))) result.AddError(_phrases.ResumeNeeds);
        });
    }

    /// <summary>Runs the list.</summary>
    public async Task<int> RunAsync(ParseResult line, AssessorOptions options, Usage usage, TimeSpan deadline, CancellationToken cancellationToken)
    {
        _output.Check(line, line.GetValue(_resume));
        var list = await SubjectList.ReadAsync(line.GetValue(_file)!, _screen, cancellationToken);
        if (list.Duplicates > 0) Screen.Say(_phrases.Left(list.Duplicates, _screen.Language));
        using var sink = Sink(line);
        var waiting = list.Subjects.Where(x => !sink.Done.ContainsKey(x.Shown)).ToList();
        if (sink.Done.Count > 0) Screen.Say(_phrases.GoingOn(list.Subjects.Count - waiting.Count, list.Subjects.Count, _screen.Language));
        await _screen.Rehearse(true, cancellationToken);
        var (faults, tally) = (new FaultList(), new BatchTally(list.Subjects.Where(x => sink.Done.ContainsKey(x.Shown)).Select(x => sink.Done[x.Shown])));
        using var assessor = new MailboxAssessor(options with { Unexpected = faults.Add }, TimeProvider.System);
        using (var view = new BatchView(_screen, waiting.Count, tally, quiet: line.GetValue(_csv) is false && line.GetValue(_jsonLines) is false && _output.PathOf(line) is null))
        {
            await new BatchRun(assessor, usage, deadline, _screen.Language).RunAsync(waiting, (subject, row) =>
            {
                if (row is null) tally.Leave();
                else
                {
                    sink.Write(row);
                    tally.Add(row);
                }

                view.Tell(subject, row);
            }, cancellationToken);
        }

        faults.Tell(_screen);
        foreach (var told in Sums(tally)) Screen.Say(told);
        return tally.Code;
    }

    private RowSink Sink(ParseResult line)
    {
        var form = line.GetValue(_csv) ? RowForm.Csv : line.GetValue(_jsonLines) ? RowForm.JsonLines : RowForm.Text;
        try
        {
            return _output.PathOf(line) is not { } path ? RowSink.ToOutput(form)
                : line.GetValue(_resume) ? RowSink.Continuing(path, form) : RowSink.ToFile(path, form, _output.Replaces(line));
        }
        catch (InvalidDataException)
        {
            throw new WrongUsageException(_phrases.OtherFile);
        }
    }

    private IEnumerable<string> Sums(BatchTally tally)
    {
        yield return _phrases.Tally(tally, _screen.Language);
        foreach (var (code, subjects) in tally.Findings.Take(MostFindings))
            yield return $"{subjects,7}  {CatalogueEntryReport.Of(code, _screen.Language).Title} [{WireName.Of(code)}]";
        if (tally.Left > 0) yield return _phrases.LeftOpen(tally.Left, _screen.Language);
    }
}
