using ProtocolAdvisor.Web.Inbound;
using ProtocolAdvisor.Web.Startup.Configured;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>How much work is taken on (configuration section <c>Limits</c>).</summary>
/// <param name="ConcurrentAssessments">Assessments that run at the same time.</param>
/// <param name="QueueLength">Assessments that wait for their turn; beyond, 429.</param>
/// <param name="ShutdownTime">How long a stop waits for runs under way.</param>
internal sealed record LoadLimits(int ConcurrentAssessments, int QueueLength, TimeSpan ShutdownTime)
{
    /// <summary>Reads the section.</summary>
    public static LoadLimits From(IConfiguration configuration)
    {
        var settings = new OperatorSettings(configuration);
        return new(settings.Value(KnownSettings.ConcurrentAssessments), settings.Value(KnownSettings.QueueLength), settings.Value(KnownSettings.ShutdownTime));
    }

    /// <summary>The same with no more runs at once than there are files for.</summary>
    public LoadLimits Within(FileBudget files) => this with { ConcurrentAssessments = files.Runs };
}
