using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Running;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>A line that one message fills. A reader that has no turn meanwhile sees a rest, and more is fetched then: so nothing runs beside.</summary>
[Collection(nameof(Alone))]
public sealed class FilledLineTests
{
    private const double Mbit = 20;

    // Greetings, capabilities, sizes, TLS: what is no message.
    private const long Around = 20_000;

    // Whoever waits at a narrow line waits for every byte twice otherwise.
    [Fact]
    public async Task What_filled_the_line_by_itself_is_not_fetched_again_with_the_others()
    {
        const int large = 600_000;
        var (imap, pop3) = (new ThrottledLine(Mbit), new ThrottledLine(Mbit));
        var facts = await SampleSeriesTests.AssessAsync([.. Enumerable.Repeat(ScriptedMessage.OfSize(70, DateTimeOffset.UnixEpoch), 5), ScriptedMessage.OfSize(large, DateTimeOffset.UnixEpoch)], imap, pop3, AssessmentLimits.Default.MaxSampleBytes);
        Assert.All([imap, pop3], line => Assert.InRange(line.Carried, large, large + Around));
        Assert.All([facts.Imap!.Fetch!, facts.Pop3!.Fetch!], fetch =>
        {
            Assert.Equal((false, CapacityKind.Reached), (fetch.Batched, fetch.DownMbitKind));
            Assert.InRange(fetch.DownMbit!.Value / Mbit, 0.92, 1.08);
            Assert.InRange(fetch.ThroughputBytesPerSecond!.Value * 8 / 1e6 / Mbit, 0.8, 1);
        });
    }
}
