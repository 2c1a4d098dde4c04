using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Tests.Storage;

/// <summary>What waits to be written, without a database.</summary>
public sealed class BacklogTests
{
    [Fact]
    public void A_disk_that_stands_still_does_not_fill_the_memory()
    {
        var backlog = new ReportBacklog();
        for (var i = 0; i < ReportBacklog.Capacity; i++) backlog.Add(Report($"{i}"));
        Assert.Throws<IOException>(() => backlog.Add(Report("one too many")));
        Assert.False(backlog.TryFind("one too many", out _));
        Assert.Equal(ReportBacklog.Capacity, backlog.Count);
    }

    [Fact]
    public async Task A_report_that_is_being_written_is_not_withdrawn_and_one_that_failed_is_told()
    {
        var pending = new ReportBacklog().Add(Report("x"));
        var waiting = pending.SettleAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.True(pending.TryTake());
        Assert.False(pending.TryWithdraw());
        Assert.True(pending.TryFail(new IOException("full")));
        Assert.Equal("full", (await Assert.ThrowsAsync<IOException>(() => waiting)).Message);
    }

    [Fact]
    public async Task A_promised_report_does_not_fail_but_can_still_be_withdrawn()
    {
        var pending = new ReportBacklog().Add(Report("x"));
        await pending.SettleAsync(TimeSpan.Zero, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.True(pending.TryTake());
        Assert.False(pending.TryFail(new IOException("locked")));
        Assert.True(pending.TryWithdraw());
        Assert.False(pending.TryTake());
    }

    private static StoredReport Report(string id) => new() { Id = id, ExpiresAt = long.MaxValue, CreatedAt = 0, Domain = null, Owner = null, Run = [] };
}
