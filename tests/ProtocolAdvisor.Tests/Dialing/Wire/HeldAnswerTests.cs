using ProtocolAdvisor.Dialing.Wire;

namespace ProtocolAdvisor.Tests.Dialing.Wire;

public class HeldAnswerTests
{
    // Cyrus behind 60 ms, as it was seen: the session tickets, and a round trip behind them the greeting.
    [Fact]
    public void The_rest_of_an_answer_that_comes_a_round_trip_later_was_held_back() => Assert.Equal(1, HeldAnswer.Count([new(77.9, 271), new(139.6, 698)], 60));

    [Theory]
    [InlineData(60.5, 62.0)] // one flight
    [InlineData(60.5, 90.0)] // the server took its time
    [InlineData(60.5, 400.0)] // much of it
    public void Other_pauses_are_not(double first, double second) => Assert.Equal(0, HeldAnswer.Count([new(first, 271), new(second, 698)], 60));

    [Fact]
    public void Behind_a_whole_window_a_pause_is_the_windows() => Assert.Equal(0, HeldAnswer.Count([new(60, 1448), new(60.5, 16_000), new(121, 30_000)], 60));

    [Theory]
    [InlineData(null)]
    [InlineData(0.05)]
    public void On_no_line_to_speak_of_nobody_can_tell(double? roundTripMs) => Assert.Equal(0, HeldAnswer.Count([new(1, 271), new(1.05, 698)], roundTripMs));
}
