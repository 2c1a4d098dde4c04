using System.Text;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Cli.Batch;

/// <summary>Where finished rows go: the standard output, or a file, into which each is written at once, so that an interruption loses
/// none.</summary>
internal sealed class RowSink : IDisposable
{
    private readonly Stream _stream;
    private readonly RowForm _form;

    private RowSink(Stream stream, RowForm form) => (_stream, _form) = (stream, form);

    /// <summary>The subjects that an earlier run has finished, and what each came to.</summary>
    public IReadOnlyDictionary<string, SummaryState> Done { get; private init; } = new Dictionary<string, SummaryState>();

    /// <summary>The standard output.</summary>
    public static RowSink ToOutput(RowForm form) => Begun(new RowSink(Console.OpenStandardOutput(), form));

    /// <summary>A file that is begun anew.</summary>
    /// <param name="path">The file.</param>
    /// <param name="form">How rows are written.</param>
    /// <param name="replaces">Whether one that is there is replaced.</param>
    public static RowSink ToFile(string path, RowForm form, bool replaces) =>
        Begun(new RowSink(new FileStream(path, replaces ? FileMode.Create : FileMode.CreateNew, FileAccess.Write, FileShare.Read,
            bufferSize: 1), form));

    /// <summary>
    /// A file that is gone on with, if there is one. A row that was torn when the earlier run was ended is taken off. A byte order mark that
    /// an editor put before the rows, and the line ends that it left, stay as they are.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="form">How rows are written.</param>
    /// <exception cref="InvalidDataException">The file holds something else than such rows; it stays as it is.</exception>
    public static RowSink Continuing(string path, RowForm form)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0) return ToFile(path, form, replaces: true);
        var bytes = File.ReadAllBytes(path);
        var written = WrittenRows.In(bytes, form);
        var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 1);
        file.SetLength(written.Length);
        file.Seek(0, SeekOrigin.End);
        var sink = new RowSink(file, form) { Done = written.Done };
        return written.IsBegun ? sink : Begun(sink);
    }

    /// <summary>Writes a row.</summary>
    public void Write(BatchRow row) => Put(_form.Row(row));

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static RowSink Begun(RowSink sink)
    {
        if (sink._form.Heading() is { Length: > 0 } heading) sink.Put(heading);
        return sink;
    }

    private void Put(string text)
    {
        _stream.Write(Encoding.UTF8.GetBytes(text));
        _stream.Flush();
    }
}
