using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Tests.Findings;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Advice;

/// <summary>EXPIRE from the server's line to what the user is told to do.</summary>
public class ExpireAdviceTests
{
    [Fact]
    public void A_server_that_keeps_mail_for_a_day_wants_a_daily_backup_and_leaves_it_that_day()
    {
        var plan = Advisor.Advise(Known.OnePlace, Known.With(pop3: Known.Pop3 with { ExpireDays = 1 })).Plan;
        Assert.Equal((1, 1), (plan.Backup!.EveryDays, plan.LeaveOnServerDays));
    }

    [Fact]
    public void One_day_is_not_at_once()
    {
        var usage = Known.OnePlace with { Backup = Backup.None };
        Assert.DoesNotContain(Advisor.Advise(usage, Known.With(pop3: Known.Pop3 with { ExpireDays = 1 })).Reasons, x => x.Code == ReasonCode.DeletesOnRetrieval);
        Assert.Contains(Advisor.Advise(usage, Known.With(pop3: Known.Pop3 with { ExpireDays = 0 })).Reasons, x => x.Code == ReasonCode.DeletesOnRetrieval);

        var run = ProducingRuns.Measured(pop3: new() { ExpireDays = 1 });
        var finding = Assert.Single(Diagnosis.Of(run, Advisor.Advise(new() { Devices = 2 }, KnownFacts.From(run))));
        Assert.Equal((FindingCode.Pop3ExpirePolicy, Severity.High, "EXPIRE: 1 day"), (finding.Code, finding.Severity, finding.Shown()));
    }
}
