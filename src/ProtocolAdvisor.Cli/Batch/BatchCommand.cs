using System.CommandLine;
using System.CommandLine.Parsing;
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
        _file = OptionForm.One<string>(_phrases, "--file", _phrases.File, "LIST", _phrases.ExpectedList,
            (string? text, out string? value) => (value = text) == "-" || File.Exists(text));
        _csv = new("--csv") { Description = _phrases.Csv };
        _jsonLines = new("--jsonl") { Description = _phrases.JsonLines };
        _resume = new("--resume") { Description = _phrases.Resume };
    }

    /// <summary>Whether an earlier run is to be gone on with.</summary>
    public Option Resume => _resume;

    /// <summary>The list that was named; null for none.</summary>
    public string? FileOf(ParseResult line) => line.GetValue(_file);

    /// <summary>Adds everything, and judges what only fits together or not.</summary>
    /// <param name="command">The command.</param>
    /// <param name="forOne">Its options that have no meaning for a list: each is refused rather than left unheard.</param>
    public void AddTo(Command command, IReadOnlyList<Option> forOne)
    {
        command.Add(_file);
        AddFormsTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_file) is null
                && (result.GetValue(_csv) || result.GetValue(_jsonLines) || result.GetValue(_resume))) result.AddError(_phrases.NeedsFile);
            if (result.GetResult(_file) is null) return;
            foreach (var option in forOne.Where(x => result.GetResult(x) is { Implicit: false })) result.AddError(_phrases.NotWithList(option.Name));
        });
    }

    /// <summary>The same for a command that takes lists only, and names them in its own way.</summary>
    public void AddFormsTo(Command command)
    {
        foreach (var option in new Option[] { _csv, _jsonLines, _resume }) command.Add(option);
        command.Validators.Add(result =>
        {
            var (csv, jsonLines) = (result.GetValue(_csv), result.GetValue(_jsonLines));
            if (csv && jsonLines) result.AddError(_phrases.OneForm);
            if (result.GetValue(_resume) && _output.IsReplacing(result)) result.AddError(_phrases.ResumeOrForce);
            if (result.GetValue(_resume)
                && (csv == jsonLines
                    || result.Children.OfType<OptionResult>().All(x => x.Option.Name != "--output"))) result.AddError(_phrases.ResumeNeeds);
        });
    }

    /// <summary>How rows are to be written.</summary>
    public RowForm FormOf(ParseResult line) => line.GetValue(_csv) ? RowForm.Csv : line.GetValue(_jsonLines) ? RowForm.JsonLines
        : RowForm.Text;

    /// <summary>Runs the list.</summary>
    public async Task<int> RunAsync(ParseResult line, string path, AssessorOptions options, Usage usage, TimeSpan deadline,
        CancellationToken cancellationToken)
    {
        _output.Check(line, line.GetValue(_resume));
        var list = await SubjectList.ReadAsync(path, _screen, cancellationToken);
        if (list.Duplicates > 0) Screen.Say(_phrases.Left(list.Duplicates, _screen.Language));
        using var sink = Sink(line);
        var waiting = list.Subjects.Where(x => !sink.Done.ContainsKey(x.Shown)).ToList();
        if (sink.Done.Count > 0) Screen.Say(_phrases.GoingOn(list.Subjects.Count - waiting.Count, list.Subjects.Count, _screen.Language));
        await _screen.Rehearse(true, cancellationToken);
        var (faults, tally) = (new FaultList(),
            new BatchTally(list.Subjects.Where(x => sink.Done.ContainsKey(x.Shown)).Select(x => sink.Done[x.Shown])));
        using var assessor = new MailboxAssessor(options with { Unexpected = faults.Add }, TimeProvider.System);
        using (var view = new BatchView(_screen, waiting.Count, tally, quiet: FormOf(line) == RowForm.Text && _output.PathOf(line) is null))
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
        var form = FormOf(line);
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
        yield return _phrases.Tally(tally.Done, tally.Of(SummaryState.Works), tally.Of(SummaryState.ToMend),
            tally.Of(SummaryState.DoesNotWork), tally.Of(SummaryState.CouldNotFindOut), _screen.Language);
        foreach (var (code, subjects) in tally.Findings.Take(MostFindings))
            yield return $"{subjects,7}  {CatalogueEntryReport.Of(code, _screen.Language).Title} [{WireName.Of(code)}]";
        if (tally.Left > 0) yield return _phrases.LeftOpen(tally.Left, _screen.Language);
    }
}
