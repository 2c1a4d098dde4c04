using System.Text;
using ProtocolAdvisor.Cli.Batch;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Cli.Tests.Batch;

/// <summary>A file that is gone on with: byte by byte, whatever an editor or the end of the earlier run has left in it.</summary>
public sealed class RowSinkTests : IDisposable
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    public void Whole_rows_stay_and_a_torn_one_goes(bool asTable, bool isMarked, bool hasReturns)
    {
        var form = asTable ? RowForm.Csv : RowForm.JsonLines;
        var rows = Encoding.UTF8.GetBytes((form.Heading() + form.Row(Row(1, "bücher.example")) + form.Row(Row(2, "two.example")))
            .Replace("\r", "", StringComparison.Ordinal).Replace("\n", hasReturns ? "\r\n" : "\n", StringComparison.Ordinal));
        byte[] kept = [.. isMarked ? Mark : [], .. rows];
        // Torn within a letter of two bytes.
        File.WriteAllBytes(_path, [.. kept, .. Encoding.UTF8.GetBytes("{3,ü")[..^1]]);
        using (var sink = RowSink.Continuing(_path, form))
        {
            Assert.Equal(["bücher.example", "two.example"], sink.Done.Keys.Order(StringComparer.Ordinal));
            sink.Write(Row(3, "three.example"));
        }

        Assert.Equal([.. kept, .. Encoding.UTF8.GetBytes(form.Row(Row(3, "three.example")))], File.ReadAllBytes(_path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("number,sub")]
    public void A_file_with_no_whole_row_is_begun_behind_its_mark(string torn)
    {
        File.WriteAllBytes(_path, [.. Mark, .. Encoding.UTF8.GetBytes(torn)]);
        RowSink.Continuing(_path, RowForm.Csv).Dispose();
        Assert.Equal([.. Mark, .. Encoding.UTF8.GetBytes(RowForm.Csv.Heading())], File.ReadAllBytes(_path));
    }

    private static byte[][] Strangers =>
    [
        Encoding.UTF8.GetBytes("a thesis without a line end"),
        Encoding.UTF8.GetBytes("somebody else's\n"),
        [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(RowForm.JsonLines.Row(Row(1, "one.example")))],
        Encoding.Unicode.GetBytes(RowForm.JsonLines.Row(Row(1, "one.example"))),
        [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(RowForm.Csv.Heading())],
        [.. Encoding.UTF8.GetBytes(RowForm.JsonLines.Row(Row(1, "one.example"))), 0xFF, (byte)'\n'],
    ];

    [Fact]
    public void What_is_something_else_is_refused_and_stays_to_the_last_byte() => Assert.All(Strangers, bytes =>
    {
        File.WriteAllBytes(_path, bytes);
        Assert.Throws<InvalidDataException>(() => RowSink.Continuing(_path, RowForm.JsonLines));
        Assert.Throws<InvalidDataException>(() => RowSink.Continuing(_path, RowForm.Csv));
        Assert.Equal(bytes, File.ReadAllBytes(_path));
    });

    private static BatchRow Row(int number, string subject) =>
        new(number, subject, subject, SummaryState.Works, "Use IMAP", [], RecommendedProtocol.Imap, null, null, null);
}
