using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Discovery;

/// <summary>How long a round waits, with a clock that the test turns.</summary>
public class InquiryRoundTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly DateTimeOffset _began = new FakeTimeProvider().GetUtcNow();
    private readonly List<(Place Place, TaskCompletionSource<Answer> Answer)> _asked = [];
    private readonly TaskCompletionSource _named = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task It_ends_as_soon_as_all_have_answered()
    {
        var round = RunAsync("a", "b");
        Answer("b");
        Answer("a", Published.Imaps());
        Assert.Equal([SourceOutcome.Found, SourceOutcome.NotFound], (await round).Select(x => x.Outcome));
    }

    [Fact]
    public async Task A_dead_source_below_the_best_answer_costs_half_a_second()
    {
        var round = RunAsync("best", "dead");
        Answer("best", Published.Imaps());
        await _named.Task;
        _clock.Advance(Patience.Usual.ForWorse - TimeSpan.FromMilliseconds(1));
        Assert.False(round.IsCompleted);
        Assert.Equal(FailureKind.TimedOut, (await EndAsync(round))[1].Failure?.Kind);
    }

    [Fact]
    public async Task A_dead_source_above_the_best_answer_is_worth_two_seconds()
    {
        var round = RunAsync("dead", "good");
        Answer("good", Published.Imaps());
        await _named.Task;
        _clock.Advance(Patience.Usual.ForBetter - TimeSpan.FromMilliseconds(1));
        Assert.False(round.IsCompleted);
        Assert.Equal([FailureKind.TimedOut, null], (await EndAsync(round)).Select(x => x.Failure?.Kind));
    }

    [Fact]
    public async Task Without_any_answer_it_ends_after_five_seconds()
    {
        var round = RunAsync("dead", "also dead");
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.All(await EndAsync(round), x => Assert.Equal(FailureKind.TimedOut, x.Failure?.Kind));
    }

    [Fact]
    public async Task Half_of_a_short_deadline_is_left_for_probing()
    {
        var round = RunAsync(TimeSpan.FromSeconds(2), "dead");
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(FailureKind.TimedOut, (await EndAsync(round))[0].Failure?.Kind);
    }

    [Fact]
    public async Task What_an_answer_leads_to_is_asked_with_its_precedence()
    {
        var round = RunAsync("a", "c");
        Of("a").SetResult(new Answer(new Place(DiscoverySource.Mx, "a").Attempt(SourceOutcome.Found), [Inquiry("b")]));
        Answer("c");
        Answer("b", Published.Imaps());
        Assert.Equal(["a", "b", "c"], (await round).Select(x => x.Location));
    }

    [Fact]
    public async Task A_question_aside_has_a_moment_when_all_others_are_done()
    {
        var round = RunAsync("best", "beside");
        Answer("best", Published.Imaps());
        await _named.Task;
        _clock.Advance(Patience.Usual.ForAsides - TimeSpan.FromMilliseconds(1));
        Assert.False(round.IsCompleted);
        Assert.Equal([null, FailureKind.TimedOut], (await EndAsync(round)).Select(x => x.Failure?.Kind));
        Assert.InRange(_clock.GetUtcNow() - _began, TimeSpan.Zero, Patience.Usual.ForWorse);
    }

    [Fact]
    public async Task A_question_aside_is_heard_while_others_are_waited_for_and_does_not_prolong_their_wait()
    {
        var round = RunAsync("best", "dead", "beside", "beside too");
        Answer("beside");
        Answer("best", Published.Imaps());
        await _named.Task;
        _clock.Advance(Patience.Usual.ForWorse - TimeSpan.FromMilliseconds(1));
        Assert.False(round.IsCompleted);
        Assert.Equal([null, FailureKind.TimedOut, null, FailureKind.TimedOut], (await EndAsync(round)).Select(x => x.Failure?.Kind));
        Assert.InRange(_clock.GetUtcNow() - _began, TimeSpan.Zero, Patience.Usual.ForWorse + Patience.Usual.ForAsides);
    }

    [Fact]
    public async Task Where_nothing_was_named_a_question_aside_has_half_a_second()
    {
        var round = RunAsync("nothing", "beside");
        Answer("nothing");
        _clock.Advance(Patience.Usual.ForAsides + TimeSpan.FromMilliseconds(1));
        Assert.False(round.IsCompleted);
        Assert.Equal([null, FailureKind.TimedOut], (await EndAsync(round)).Select(x => x.Failure?.Kind));
        Assert.InRange(_clock.GetUtcNow() - _began, TimeSpan.Zero, Patience.Usual.ForBetter);
    }

    [Fact]
    public async Task A_fault_of_ours_is_that_inquirys_and_told()
    {
        var faults = new List<Exception>();
        var round = RunAsync(TimeSpan.FromSeconds(15), faults, "broken", "sound");
        Of("broken").SetException(new InvalidOperationException());
        Answer("sound", Published.Imaps());
        Assert.Equal([FailureKind.Unexpected, null], (await round).Select(x => x.Failure?.Kind));
        Assert.IsType<InvalidOperationException>(Assert.Single(faults));
    }

    [Fact]
    public async Task A_listeners_fault_is_not_the_inquirys()
    {
        var told = new List<SourceAttempt>();
        using var deadline = new Deadline(TimeSpan.FromSeconds(15), _clock, TestContext.Current.CancellationToken);
        using var round = new InquiryRound(Patience.Usual, deadline, attempt => { told.Add(attempt); throw new IOException(); }, null);
        Answer("sound", Published.Imaps());
        await Assert.ThrowsAsync<IOException>(() => round.RunAsync([Inquiry("sound")]));
        Assert.Equal([SourceOutcome.Found], told.Select(x => x.Outcome));
    }

    [Fact]
    public async Task What_was_not_asked_took_no_time()
    {
        var round = RunAsync("skipped", "asked");
        Of("skipped").SetResult(new Answer(new Place(DiscoverySource.Convention, "skipped").Attempt(SourceOutcome.Skipped)));
        Answer("asked");
        Assert.Equal([true, false], (await round).Select(x => x.ElapsedMs is null));
    }

    [Fact]
    public async Task The_callers_cancellation_ends_it()
    {
        using var caller = new CancellationTokenSource();
        using var deadline = new Deadline(TimeSpan.FromSeconds(15), _clock, caller.Token);
        using var round = new InquiryRound(Patience.Usual, deadline, null, null);
        var running = round.RunAsync([Inquiry("dead")]);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private Task<IReadOnlyList<SourceAttempt>> RunAsync(params string[] places) => RunAsync(TimeSpan.FromSeconds(15), places);

    private Task<IReadOnlyList<SourceAttempt>> RunAsync(TimeSpan limit, params string[] places) => RunAsync(limit, [], places);

    private async Task<IReadOnlyList<SourceAttempt>> RunAsync(TimeSpan limit, List<Exception> faults, params string[] places)
    {
        using var deadline = new Deadline(limit, _clock, TestContext.Current.CancellationToken);
        using var round = new InquiryRound(Patience.Usual, deadline, attempt => { if (attempt.Incoming.Count > 0) _named.TrySetResult(); }, faults.Add);
        return await round.RunAsync([.. places.Select(Inquiry)]);
    }

    // The round may be just between reckoning its wait and beginning it: a clock that then stood still would leave it waiting for ever.
    private async Task<IReadOnlyList<SourceAttempt>> EndAsync(Task<IReadOnlyList<SourceAttempt>> round)
    {
        while (!round.IsCompleted)
        {
            // Slowly: a clock that raced on would bring the run's own deadline.
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Delay(1);
        }

        return await round;
    }

    // A dead place answers to its cancellation only.
    private Inquiry Inquiry(string name)
    {
        var place = new Place(DiscoverySource.Autoconfig, name);
        var answer = Of(name);
        return new Inquiry(place, token => answer.Task.WaitAsync(token)) { IsAside = name.StartsWith("beside", StringComparison.Ordinal) };
    }

    private TaskCompletionSource<Answer> Of(string name)
    {
        if (_asked.Find(x => x.Place.Location == name) is { Answer: { } known }) return known;
        _asked.Add((new Place(DiscoverySource.Autoconfig, name), new(TaskCreationOptions.RunContinuationsAsynchronously)));
        return _asked[^1].Answer;
    }

    private void Answer(string name, params IncomingClaim[] claims) => Of(name).SetResult(new Answer(
        new Place(DiscoverySource.Autoconfig, name).Attempt(claims.Length > 0 ? SourceOutcome.Found : SourceOutcome.NotFound) with { Incoming = claims }));
}
