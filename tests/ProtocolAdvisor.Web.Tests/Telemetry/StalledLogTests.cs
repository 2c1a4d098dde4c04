using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using ProtocolAdvisor.Web.Telemetry;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Telemetry;

/// <summary>Nobody waits for whoever reads the log.</summary>
public sealed class StalledLogTests : IDisposable
{
    private const int Extra = 50;
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddSingleton<AdvisorTelemetry>().BuildServiceProvider();
    private readonly StallingStream _output = new();

    public void Dispose()
    {
        _services.Dispose();
        _output.Dispose();
    }

    [Fact]
    public async Task While_the_reader_stalls_lines_are_dropped_and_counted_and_told_once_it_reads_again()
    {
        long dropped = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Name == "protocol_advisor.log.dropped") own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, measured, _, _) => Interlocked.Add(ref dropped, measured));
        listener.Start();
        using var log = new ConsoleLog(new Plain(), _services.GetRequiredService<AdvisorTelemetry>(), _output);
        var logger = log.CreateLogger("test");
        logger.ReportsPurged(1);
        await _output.Stalled.WaitAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < ConsoleLog.Capacity + Extra; i++) logger.ReportsPurged(1);
        Assert.Equal(Extra, Interlocked.Read(ref dropped));
        _output.Flow();
        await _output.SaysAsync($"{Extra} log lines were dropped");
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_the_reader_and_what_is_logged_afterwards_neither()
    {
        var log = new ConsoleLog(new Plain(), _services.GetRequiredService<AdvisorTelemetry>(), _output);
        var logger = log.CreateLogger("test");
        logger.ReportsPurged(1);
        await _output.Stalled.WaitAsync(TestContext.Current.CancellationToken);
        var stopped = Task.Run(
            () =>
            {
                log.Dispose();
                logger.ReportsPurged(1);
            },
            TestContext.Current.CancellationToken);
        await stopped.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        _output.Flow();
    }

    [Fact]
    public async Task A_process_whose_log_nobody_reads_answers_and_stops()
    {
        if (!OperatingSystem.IsLinux()) return;

        // The JSON form with its scopes has long lines: a pipe takes 64 KiB of them, and then as many wait as may.
        await using var advisor = await RunningAdvisor.StartAsync(null, readsLog: false, "Logging:Console:FormatterName=json", "Logging:Console:FormatterOptions:IncludeScopes=true");
        for (var i = 0; i < 12; i++)
        {
            var replies = await Task.WhenAll(Enumerable.Range(0, 110).Select(_ => advisor.SendAsync(HttpMethod.Post, "/v1/assessments", Requests.OfDeadServer, ("X-Request-Id", new string('x', 128)))));
            Assert.All(replies, reply => Assert.Equal(201, (int)reply.StatusCode));
        }

        await advisor.SignalAsync("TERM");
        await advisor.EndedAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, advisor.ExitCode);
    }

    private sealed class Plain() : ConsoleFormatter("plain")
    {
        public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter) =>
            textWriter.WriteLine(logEntry.Formatter(logEntry.State, logEntry.Exception));
    }

    private sealed class StallingStream : MemoryStream
    {
        private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _flows = new();

        public Task Stalled => _stalled.Task;

        public void Flow() => _flows.TrySetResult();

        public async Task SaysAsync(string text)
        {
            while (!Encoding.UTF8.GetString(ToArray()).Contains(text, StringComparison.Ordinal)) await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _stalled.TrySetResult();
            _flows.Task.Wait();
            lock (this) base.Write(buffer);
        }

#pragma warning disable CA2215 // Like the console's, it outlives whoever writes to it.
        protected override void Dispose(bool disposing)
        {
        }
#pragma warning restore CA2215

        public override byte[] ToArray()
        {
            lock (this) return base.ToArray();
        }
    }
}
