using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Audits.Running;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Tests.Audits;

/// <summary>Audits leave people their turn, and give way to their own limits.</summary>
public sealed class AuditPlacesTests
{
    private const string Audit = "audit";
    private readonly FakeTimeProvider _clock = new();
    private readonly AssessmentQueue _queue;
    private readonly AuditPlaces _places;

    public AuditPlacesTests()
    {
        var limits = new LoadLimits(8, 10, TimeSpan.Zero);
        _queue = new(limits, _clock);
        _places = new(_queue, limits, _clock);
    }

    [Fact]
    public async Task They_take_half_and_only_what_people_leave_free()
    {
        var taken = await TakeAsync(4);
        var fifth = _places.EnterAsync(Audit, TestContext.Current.CancellationToken);
        Assert.False(fifth.IsCompleted);
        var people = await PeopleAsync(4);
        var person = PersonAsync();
        taken[0].Dispose();
        people.Add(await person);
        Assert.False(fifth.IsCompleted);
        people[0].Dispose();
        await ComesAsync(fifth);
        Assert.Equal(8, _queue.UnderWay);
    }

    [Fact]
    public async Task Nobody_begins_while_a_person_waits()
    {
        var people = await PeopleAsync(8);
        var waiting = _queue.WaitAsync(TimeSpan.FromSeconds(15), new Arrival(_clock.GetTimestamp()), TestContext.Current.CancellationToken);
        var audit = _places.EnterAsync(Audit, TestContext.Current.CancellationToken);
        people[0].Dispose();
        Assert.NotNull(await waiting);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(audit.IsCompleted);
        people[1].Dispose();
        await ComesAsync(audit);
    }

    [Fact]
    public async Task Who_leaves_the_line_takes_nobodys_place_and_who_came_first_is_first()
    {
        var taken = await TakeAsync(4);
        using var leaving = new CancellationTokenSource();
        var (left, next, last) = (_places.EnterAsync(Audit, leaving.Token), _places.EnterAsync(Audit, TestContext.Current.CancellationToken), _places.EnterAsync(Audit, TestContext.Current.CancellationToken));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        taken[0].Dispose();
        await ComesAsync(next);
        Assert.False(last.IsCompleted);
        taken[1].Dispose();
        await ComesAsync(last);
        Assert.Equal(4, _queue.UnderWay);
    }

    [Fact]
    public async Task Hindered_they_become_fewer_once_a_second_and_more_again_when_all_goes_well()
    {
        using var first = await _places.EnterAsync(Audit, TestContext.Current.CancellationToken);
        for (var second = 0; second < 10; second++)
        {
            for (var i = 0; i < 5; i++) _places.Note(Audit, wasHindered: true);
            _clock.Advance(TimeSpan.FromSeconds(1));
            if (second == 0) Assert.Equal(3, _places.AllowedTo(Audit));
        }

        Assert.Equal(1, _places.AllowedTo(Audit));
        for (var i = 0; i < 20; i++) _places.Note(Audit, wasHindered: false);
        Assert.Equal(_places.Most, _places.AllowedTo(Audit));
    }

    [Fact]
    public async Task A_long_list_and_a_slow_one_hold_no_other_audit_up()
    {
        var taken = await TakeAsync(4);
        var waiting = Enumerable.Range(0, 100).Select(_ => _places.EnterAsync(Audit, TestContext.Current.CancellationToken)).ToList();
        for (var i = 0; i < 10; i++)
        {
            _places.Note(Audit, wasHindered: true);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        var others = Enumerable.Range(0, 3).Select(_ => _places.EnterAsync("another", TestContext.Current.CancellationToken)).ToList();
        Assert.Equal((1, 4), (_places.AllowedTo(Audit), _places.AllowedTo("another")));
        for (var i = 0; i < 3; i++)
        {
            taken[i].Dispose();
            await ComesAsync(others[i]);
        }

        Assert.DoesNotContain(waiting, x => x.IsCompleted);
        taken[3].Dispose();
        await ComesAsync(waiting[0]);
    }

    [Fact]
    public async Task A_subject_is_tried_again_later_each_time_and_before_that_the_others()
    {
        var queue = new ShardQueue([new(1, "a", "a"), new(2, "b", "b")], _clock);
        var first = await queue.NextAsync(TestContext.Current.CancellationToken);
        queue.Again(first!, counts: true);
        Assert.Equal(2, (await queue.NextAsync(TestContext.Current.CancellationToken))!.Subject.Number);
        var again = queue.NextAsync(TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(again.IsCompleted);
        Assert.True(await PassesAsync(again));
        Assert.Equal((1, 2), ((await again)!.Subject.Number, (await again)!.Number));
        Assert.Null(await queue.NextAsync(TestContext.Current.CancellationToken));
    }

    private async Task<List<IDisposable>> TakeAsync(int count)
    {
        List<IDisposable> taken = [];
        for (var i = 0; i < count; i++) taken.Add(await _places.EnterAsync(Audit, TestContext.Current.CancellationToken));
        return taken;
    }

    private async Task<List<Turn>> PeopleAsync(int count)
    {
        List<Turn> people = [];
        for (var i = 0; i < count; i++) people.Add(await PersonAsync());
        return people;
    }

    private async Task<Turn> PersonAsync() =>
        (await _queue.WaitAsync(TimeSpan.FromSeconds(15), new Arrival(_clock.GetTimestamp()), TestContext.Current.CancellationToken))!;

    // Told as soon as there is a place, not when somebody looks.
    private static Task ComesAsync(Task place) => place.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

    private async Task<bool> PassesAsync(Task task)
    {
        for (var i = 0; i < 100 && !task.IsCompleted; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return task.IsCompleted;
    }
}
