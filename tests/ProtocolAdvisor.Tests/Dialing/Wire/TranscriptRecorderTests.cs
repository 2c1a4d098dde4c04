using CsCheck;
using ProtocolAdvisor.Dialing.Wire;

namespace ProtocolAdvisor.Tests.Dialing.Wire;

public sealed class TranscriptRecorderTests
{
    [Fact]
    public void However_much_is_said_the_transcript_is_short_and_tells_what_is_missing() => Gen.Select(
        Gen.String[0, 1000], Gen.Int[0, 5]).Array[0, 300].Sample(said =>
    {
        var recorder = new TranscriptRecorder(TimeProvider.System);
        foreach (var (text, leftOut) in said)
        {
            recorder.Server(text);
            recorder.LeaveOut(leftOut);
        }

        var lines = recorder.Lines;
        Assert.InRange(lines.Count, 0, TranscriptRecorder.MostLines);
        Assert.All(lines, line => Assert.InRange(line.Text.Length, 0, TranscriptRecorder.MostCharacters));
        Assert.Equal(said.Sum(x => 1 + x.Item2), lines.Sum(line => Math.Max(1, line.LeftOut)));
    });

    [Fact]
    public void The_end_is_kept_because_that_is_where_it_failed()
    {
        var recorder = new TranscriptRecorder(TimeProvider.System);
        for (var i = 1; i <= 1000; i++) recorder.Client($"NOOP {i}");
        Assert.Equal(("NOOP 1", "NOOP 1000"), (recorder.Lines[0].Text, recorder.Lines[^1].Text));
        Assert.Contains(recorder.Lines, line => line is { From: Speaker.Note, LeftOut: 942 });
    }
}
