using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor;

/// <summary>The main path: probe every endpoint, sign in where that is safe, measure. One instance serves all runs of a process.</summary>
public sealed class MailboxAssessor(AssessorOptions options, TimeProvider clock)
{
    /// <summary>Runs one assessment. Remote failures are facts, never exceptions; only the caller's own cancellation throws.</summary>
    /// <param name="subject">What to look at.</param>
    /// <param name="progress">Told of each result as soon as it is known; called from several threads, one at a time.</param>
    /// <param name="cancellationToken">The caller's: cancels the run.</param>
    /// <returns>Everything learned by the deadline.</returns>
    public async Task<AssessmentFacts> AssessAsync(
        AssessmentSubject subject, IProgress<AssessmentEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        await Task.Yield();
        _ = options;
        var endpoints = subject.Endpoints.Select(endpoint => new EndpointFacts(
            new ProbeResult { Endpoint = endpoint, Steps = [new StepResult(MailStep.Connect, StepOutcome.NotAttempted)] },
            SignInResult.NotAttempted(SignInReason.NoCredentials), [])).ToList();
        foreach (var endpoint in endpoints) progress?.Report(new AssessmentEvent.EndpointFinished(endpoint));
        return new AssessmentFacts { StartedAt = clock.GetUtcNow(), DurationMs = 0, Complete = false, Endpoints = endpoints };
    }
}
