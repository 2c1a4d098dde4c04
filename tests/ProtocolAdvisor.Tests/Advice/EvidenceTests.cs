using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Advice;

/// <summary>What a reason rests on, named as in the contract: whoever reads the report by program finds the value again.</summary>
public class EvidenceTests
{
    [Fact]
    public void What_was_said_of_the_use_is_evidence()
    {
        Assert.Equal(["usage.devices=1", "usage.people=1", "usage.webmail=false"], Of(ReasonCode.SingleDevice, Known.OnePlace));
        Assert.Equal(["usage.webmail=true"], Of(ReasonCode.Webmail, Known.OnePlace with { Webmail = true }));
        Assert.Equal(["usage.offlineReading=true"], Of(ReasonCode.OfflineReading, Known.OnePlace with { OfflineReading = true }));
        Assert.Equal(["usage.priority=speed"], Of(ReasonCode.WantsSpeed, Known.OnePlace with { Priority = Priority.Speed }));
        Assert.Equal(["usage.priority=flexibility"], Of(ReasonCode.WantsFlexibility, Known.OnePlace with { Priority = Priority.Flexibility }));
        Assert.Equal(["usage.backup=none"], Of(ReasonCode.NoBackup, Known.OnePlace with { Backup = Backup.None }));
        Assert.Equal(["usage.backup=impossible"], Of(ReasonCode.BackupImpossible, Known.OnePlace with { Backup = Backup.Impossible }));
        Assert.Equal(["usage.people=2"], Of(ReasonCode.SharedMailbox, Known.OnePlace with { People = 2 }));
    }

    [Fact]
    public void What_was_learned_of_the_servers_is_evidence()
    {
        Assert.Equal(["pop3.uidl=false", "usage.backup=none"], Of(ReasonCode.Pop3NoUidl, Known.OnePlace with { Backup = Backup.None }, Known.With(pop3: Known.Pop3 with { Uidl = false })));
        Assert.Equal(["pop3.loginDelaySeconds=300"], Of(ReasonCode.LoginDelay, Known.OnePlace, Known.With(pop3: Known.Pop3 with { LoginDelaySeconds = 300 })));
        Assert.Equal(
            ["imap.idle=true", "usage.newMessagesPerDay=50"], Of(ReasonCode.Push, Known.OnePlace with { NewMessagesPerDay = 50 }, Known.With(Known.Imap with { Idle = true })));
        Assert.Equal(
            ["pop3.expiresOnRetrieval=true", "usage.backup=none"],
            Of(ReasonCode.DeletesOnRetrieval, Known.OnePlace with { Backup = Backup.None }, Known.With(pop3: Known.Pop3 with { ExpiresOnRetrieval = true })));
    }

    [Fact]
    public void Folders_are_evidence_as_said_and_as_counted()
    {
        var sorted = Known.With(Known.Imap with { Messages = 1000, InboxMessages = 600 });
        Assert.Equal(["usage.serverFolders=true", "imap.sortedMessages=400", "imap.percentSorted=40"], Of(ReasonCode.ServerFolders, Known.OnePlace with { ServerFolders = true }, sorted));
        Assert.Equal(["imap.sortedMessages=400", "imap.percentSorted=40"], Of(ReasonCode.ServerFolders, Known.OnePlace with { ServerFolders = null }, sorted));
    }

    [Fact]
    public void Forecast_times_are_evidence_in_seconds()
    {
        var usage = Known.OnePlace with { NewMessagesPerDay = 10, Link = new UserLink(2000, 50) };
        var forecast = Advisor.ForecastFor(usage, Known.Facts)!;
        var (imap, pop3) = (Day(x => x.Imap), Day(x => x.Pop3));
        Assert.Equal(
            [
                FormattableString.Invariant($"forecast.imapSeconds={Math.Round(imap / 1000, 1)}"), FormattableString.Invariant($"forecast.pop3Seconds={Math.Round(pop3 / 1000, 1)}"),
                FormattableString.Invariant($"forecast.pop3SlowerPercent={Math.Round((pop3 / imap - 1) * 100)}"),
            ],
            Of(ReasonCode.Pop3Slower, usage));

        var slow = Known.OnePlace with { Link = new UserLink(50, 0.5) };
        var open = Advisor.ForecastFor(slow, Known.Facts)![MailTask.OpenLargeMessage].Imap!.Value.Ms;
        Assert.Equal([FormattableString.Invariant($"forecast.openLargeMessage.imapSeconds={Math.Round(open / 1000)}")], Of(ReasonCode.LargeMessages, slow));

        double Day(Func<TaskForecast, TaskCost?> of) => of(forecast[MailTask.CheckNothingNew])!.Value.Ms + of(forecast[MailTask.CheckNewMail])!.Value.Ms;
    }

    [Fact]
    public void How_long_to_leave_and_how_often_to_back_up_is_said_for_none_for_one_and_for_several_days()
    {
        var (english, german) = (AdviceWords.In(Language.English), AdviceWords.In(Language.German));
        Assert.Contains("removed from the server", english.LeaveOnServer(0), StringComparison.Ordinal);
        Assert.Contains("for one more day", english.LeaveOnServer(1), StringComparison.Ordinal);
        Assert.Contains("for 14 days", english.LeaveOnServer(14), StringComparison.Ordinal);
        Assert.StartsWith("Set up a backup that runs every day.", english.Text(new BackupPlan(true, 1)), StringComparison.Ordinal);
        Assert.StartsWith("Set up a backup that runs at least every 7 days.", english.Text(new BackupPlan(true, 7)), StringComparison.Ordinal);
        Assert.StartsWith("Keep up your backup, and let it run every day", english.Text(new BackupPlan(false, 1)), StringComparison.Ordinal);
        Assert.StartsWith("Keep up your backup, and let it run at least every 7 days", english.Text(new BackupPlan(false, 7)), StringComparison.Ordinal);
        Assert.NotEqual(english.LeaveOnServer(14), german.LeaveOnServer(14));
        Assert.Contains("14", german.LeaveOnServer(14), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Of(ReasonCode code, Usage usage, KnownFacts? facts = null) =>
        Advisor.Advise(usage, facts ?? Known.Facts).Reasons.Single(x => x.Code == code).Evidence;
}
