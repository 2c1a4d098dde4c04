using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Dialing;

namespace ProtocolAdvisor.Tests.Dialing;

public sealed class EvenPaceTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_a_second_are_five_in_every_second_however_many_wait_and_after_any_quiet()
    {
        var clock = new FakeTimeProvider();
        var pace = new EvenPace(TimeSpan.FromMilliseconds(200), clock);
        for (var quiet = 0; quiet < 2; quiet++)
        {
            var turns = Enumerable.Range(0, 50).Select(_ => pace.TurnAsync(Cancel)).ToList();
            for (var turn = 1; turn <= 50; turn++)
            {
                Assert.Equal(turn, turns.Count(x => x.IsCompleted));
                clock.Advance(TimeSpan.FromMilliseconds(200));
            }

            clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.True(pace.TurnAsync(Cancel).IsCompleted);
        using var impatient = new CancellationTokenSource();
        var waits = pace.TurnAsync(impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
    }
}
