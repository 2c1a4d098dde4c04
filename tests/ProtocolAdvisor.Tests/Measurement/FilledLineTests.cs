using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Running;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>A line that one message fills. Where a reader has no turn meanwhile, more is fetched: so nothing runs beside, and a line that was late is tried again.</summary>
[Collection(nameof(Alone))]
public sealed class FilledLineTests
{
    private const double Mbit = 5;
    private const int Tries = 5;
    private const int Large = 450_000;

    // Greetings, capabilities, sizes, TLS: what is no message.
    private const long Around = 20_000;
    private static readonly TimeSpan Disturbed = TimeSpan.FromMilliseconds(15);

    // Whoever waits at a narrow line waits for every byte twice otherwise.
    [Fact]
    public async Task What_filled_the_line_by_itself_is_not_fetched_again_with_the_others()
    {
        ScriptedMessage[] messages = [.. Enumerable.Repeat(ScriptedMessage.OfSize(70, DateTimeOffset.UnixEpoch), 5), ScriptedMessage.OfSize(Large, DateTimeOffset.UnixEpoch)];
        var (imap, pop3, late, facts) = (new ThrottledLine(Mbit), new ThrottledLine(Mbit), TimeSpan.MaxValue, (AssessmentFacts?)null);
        for (var i = 0; i < Tries && late > Disturbed; i++)
        {
            (imap, pop3) = (new ThrottledLine(Mbit), new ThrottledLine(Mbit));
            facts = await SampleSeriesTests.AssessAsync(messages, imap, pop3, AssessmentLimits.Default.MaxSampleBytes);
            late = new[] { imap.TakeLateness(), pop3.TakeLateness() }.Max();
        }

        Assert.All([imap, pop3], line => Assert.InRange(line.Carried, Large, Large + Around));
        Assert.All([facts!.Imap!.Fetch!, facts.Pop3!.Fetch!], fetch =>
        {
            Assert.Equal((false, CapacityKind.Reached), (fetch.Batched, fetch.DownMbitKind));
            Assert.InRange(fetch.DownMbit!.Value / Mbit, 0.92, 1.08);
            Assert.InRange(fetch.ThroughputBytesPerSecond!.Value * 8 / 1e6 / Mbit, 0.8, 1.08);
        });
    }
}
