using System.Globalization;
using ProtocolAdvisor.Cli.Progress;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;

namespace ProtocolAdvisor.Cli.Batch;

/// <summary>How far a list is, on the error output: one line that is drawn anew on a terminal, a line a subject elsewhere.</summary>
internal sealed class BatchView : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);
    private readonly Screen _screen;
    private readonly int _total;
    private readonly BatchTally _tally;
    private readonly bool _quiet;
    private readonly StatusLine _status;
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private long _drawn;

    /// <summary>A view.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="total">How many subjects there are.</param>
    /// <param name="tally">What they have come to.</param>
    /// <param name="quiet">Whether the rows themselves are read by somebody, so that each is told already.</param>
    public BatchView(Screen screen, int total, BatchTally tally, bool quiet) => (_screen, _total, _tally, _quiet, _status) = (screen, total, tally, quiet, new StatusLine(screen));

    private bool IsDrawn => _screen.IsLive && (!_quiet || Console.IsOutputRedirected);

    /// <summary>Tells that a subject is finished, or left.</summary>
    public void Tell(ListedSubject subject, BatchRow? row)
    {
        if (!IsDrawn && !_quiet) Screen.Say($"{Count()}  {(row is null ? StateMark.Unknown : StateMark.Of(row.State))} {row?.Headline ?? "–"}: {subject.Shown}");
        if (!IsDrawn || (TimeProvider.System.GetElapsedTime(_drawn) < Pace && Finished < _total)) return;
        _drawn = TimeProvider.System.GetTimestamp();
        _status.Draw($"{Count()}  {StateMark.Good} {Of(SummaryState.Works)}  {StateMark.Mend} {Of(SummaryState.ToMend)}  {StateMark.Bad} {Of(SummaryState.DoesNotWork)}  {StateMark.Unknown} {Of(SummaryState.CouldNotFindOut)}  {Rate()}/s  {subject.Shown}");
    }

    /// <summary>Wipes the line off.</summary>
    public void Dispose()
    {
        if (IsDrawn) _status.Dispose();
    }

    private int Finished => _tally.Done + _tally.Left;

    private string Count() => string.Create(CultureInfo.InvariantCulture, $"{Finished}/{_total}");

    private string Of(SummaryState state) => _tally.Of(state).ToString(CultureInfo.InvariantCulture);

    private string Rate() => (Finished / Math.Max(0.1, TimeProvider.System.GetElapsedTime(_began).TotalSeconds)).ToString("0.0", CultureInfo.InvariantCulture);
}
