using ProtocolAdvisor.Cluster.Limits;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Assessments.Retries;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>What stands between an order and its run: the policy on targets, the count of wrong passwords, and the turn.</summary>
internal sealed class Admission(AddressPolicy policy, SignInGuard guard, AssessmentQueue queue, Drain drain)
{
    /// <summary>The run, or why there is none; whoever gets a run disposes it.</summary>
    public async Task<(AdmittedRun? Run, ProblemResult? Refusal)> AskAsync(AssessmentOrder order, HttpContext http)
    {
        if (TargetRefusal.Of(order, policy) is { } refusal) return (null, refusal.AsResult());
        var (attempt, held) = await BeginAsync(order, http);
        if (attempt is null) return (null, held);
        return await TurnAsync(order, attempt, http) is { } turn
            ? (new AdmittedRun(order.Within(turn.Left) with { Owner = Caller.Of(http).Key?.Name, Retry = http.Features.Get<RetryClaim>() }, attempt, turn, drain), null) : (null, QueueRefusal.Of(http, queue));
    }

    private async Task<(SignInAttempt? Attempt, ProblemResult? Refusal)> BeginAsync(AssessmentOrder order, HttpContext http)
    {
        try
        {
            var (attempt, wait) = await guard.TryBeginAsync(order, Caller.Of(http), http.RequestAborted);
            return (attempt, attempt is null ? SignInRefusal.Of(http, wait) : null);
        }
        catch (CountsUnreachableException)
        {
            return (null, SignInRefusal.Unreachable(http));
        }
    }

    // Whoever leaves or is turned away while waiting has not signed in anywhere.
    private async Task<Turn?> TurnAsync(AssessmentOrder order, SignInAttempt attempt, HttpContext http)
    {
        Turn? turn = null;
        try
        {
            return turn = await queue.WaitAsync(order.Subject.Limits.Deadline, Arrival.Of(http), http.RequestAborted);
        }
        finally
        {
            if (turn is null)
            {
                attempt.Withdraw();
                await attempt.DisposeAsync();
            }
        }
    }
}

/// <summary>A run that may begin now.</summary>
/// <param name="Order">What is assessed, in the time that is left.</param>
/// <param name="Attempt">Its sign-ins, watched.</param>
/// <param name="Turn">Its place among the running.</param>
/// <param name="Drain">The process's stop, which may come before its end.</param>
internal sealed record AdmittedRun(AssessmentOrder Order, SignInAttempt Attempt, Turn Turn, Drain Drain) : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Turn.Dispose();
        await Attempt.DisposeAsync();
    }
}
