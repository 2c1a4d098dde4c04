using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Cluster.Limits;
using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Warming;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Startup.Warming;

/// <summary>A whole assessment of our own loopback mail server, with sign-in, from probing to a stored and removed report.</summary>
internal sealed class WarmAssessment(AssessmentRunner runner, ReportArchive archive, TimeProvider clock)
{
    private static readonly SignInLimits SignIns = new(1, 1);
    private static readonly Caller Ourselves = new("warm-up", null);

    /// <summary>Runs it; the report says how far it came.</summary>
    /// <param name="open">Is given the report's id as long as it is stored.</param>
    /// <param name="cancellationToken">The end of patience.</param>
    public async Task<AssessmentReport> RunAsync(Func<string, Task> open, CancellationToken cancellationToken)
    {
        using var certificate = CannedCertificate.Create(clock.GetUtcNow());
        using var server = new CannedMailServer(certificate);
        using var assessor = new MailboxAssessor(server.Options, clock);
        var order = new AssessmentOrder(null, server.Subject, new Usage());
        var (attempt, _) = await new SignInGuard(SignIns, new LocalFailureCounts(clock)).TryBeginAsync(order, Ourselves, cancellationToken);
        await using var ownAttempt = attempt ?? throw new InvalidOperationException("A guard that has seen nothing refuses nothing.");
        var run = await runner.RunUnrecordedAsync(assessor, order, attempt, attempt.AdmitsAsync, cancellationToken);
        try
        {
            await open(run.Heading.Id);
        }
        finally
        {
            await archive.DeleteAsync(run.Heading.Id, CancellationToken.None);
        }

        return run.Report(Language.German);
    }
}
