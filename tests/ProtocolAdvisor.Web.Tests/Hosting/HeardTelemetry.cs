using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;

namespace ProtocolAdvisor.Web.Tests.Hosting;

/// <summary>Every trace and every measurement of this process, whoever makes it.</summary>
internal sealed class HeardTelemetry : IDisposable
{
    private readonly StringBuilder _heard = new();
    private readonly ActivityListener _traces;
    private readonly MeterListener _metrics;

    public HeardTelemetry()
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = x => Keep($"{x.DisplayName} {string.Join(' ', x.TagObjects)} {string.Join(' ', x.Events.SelectMany(y => y.Tags))}"),
        };
        ActivitySource.AddActivityListener(_traces);
        _metrics = new MeterListener { InstrumentPublished = (instrument, self) => self.EnableMeasurementEvents(instrument) };
        _metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        _metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        _metrics.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Keep(instrument, tags));
        _metrics.Start();
    }

    public string Text
    {
        get { lock (_heard) return _heard.ToString(); }
    }

    public void Dispose()
    {
        _metrics.Dispose();
        _traces.Dispose();
    }

    /// <summary>Asks the instruments that tell only when they are asked, as those of a pool of connections do.</summary>
    public void Ask() => _metrics.RecordObservableInstruments();

    private void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Keep($"{instrument.Name} {string.Join(' ', tags.ToArray())}");

    private void Keep(string line)
    {
        lock (_heard) _heard.AppendLine(line);
    }
}
