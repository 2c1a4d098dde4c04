using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace ProtocolAdvisor.Web.Telemetry;

/// <summary>
/// The console's log, written by a thread of its own: what reads it may stall, and nobody here waits for it. The framework's own provider can drop lines too, but
/// does not say how many as a metric, and once it is disposed it writes on its caller's thread, which then hangs the stop.
/// </summary>
[ProviderAlias("Console")]
internal sealed class ConsoleLog : ILoggerProvider, ISupportExternalScope
{
    /// <summary>How many lines wait for a reader at most.</summary>
    public const int Capacity = 1000;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);
    private readonly Channel<string> _lines;
    private readonly ConsoleFormatter _formatter;
    private readonly AdvisorTelemetry _telemetry;
    private readonly Thread _writing;
    private IExternalScopeProvider? _scopes;
    private long _dropped;

    /// <summary>Writes to the standard output, in the form that <c>Logging:Console:FormatterName</c> names.</summary>
    public ConsoleLog(IEnumerable<ConsoleFormatter> formatters, IOptions<ConsoleLoggerOptions> options, AdvisorTelemetry telemetry)
        : this(Chosen(formatters, options.Value), telemetry, System.Console.OpenStandardOutput())
    {
    }

    /// <summary>Writes to any stream.</summary>
    public ConsoleLog(ConsoleFormatter formatter, AdvisorTelemetry telemetry, Stream output)
    {
        (_formatter, _telemetry) = (formatter, telemetry);
        _lines = Channel.CreateBounded<string>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }, _ => Drop());
        _writing = new Thread(() => Write(output)) { IsBackground = true, Name = "Log" };
        _writing.Start();
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <summary>Lets what waits be written, but not for long.</summary>
    public void Dispose()
    {
        _lines.Writer.TryComplete();
#pragma warning disable RS0030 // The end of the process waits for a real pipe: no other clock than the machine's will do.
        _writing.Join(Farewell);
#pragma warning restore RS0030
    }

    private static ConsoleFormatter Chosen(IEnumerable<ConsoleFormatter> formatters, ConsoleLoggerOptions options)
    {
        var all = formatters.ToList();
        return all.Find(x => x.Name.Equals(options.FormatterName, StringComparison.OrdinalIgnoreCase)) ?? all.First(x => x.Name == ConsoleFormatterNames.Simple);
    }

    private void Write(Stream output)
    {
        while (_lines.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_lines.Reader.TryRead(out var line)) Write(output, line);
            if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped) new Logger(this, typeof(ConsoleLog).FullName!).LinesDropped(dropped);
        }
    }

    private void Write(Stream output, string line)
    {
        try
        {
            output.Write(Encoding.UTF8.GetBytes(line));
        }
        catch (IOException)
        {
            // A file on a full disk: it may have room again.
            Drop();
        }
    }

    private void Drop()
    {
        Interlocked.Increment(ref _dropped);
        _telemetry.LogLinesDropped.Add(1);
    }

    private sealed class Logger(ConsoleLog owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => owner._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var text = new StringWriter();
            owner._formatter.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), owner._scopes, text);
            if (text.GetStringBuilder().Length > 0) owner._lines.Writer.TryWrite(text.ToString());
        }
    }
}
