using ProtocolAdvisor.Cluster.Limits;
using ProtocolAdvisor.Web.Access;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>
/// Counts failed sign-ins for each account, each end user and each key, so that nobody tries passwords through us. Accounts are known by a keyed hash under a
/// random key of this process, or of all nodes. Guesses under way count as well, else a thousand at once would all be the first; the same secret counts once.
/// </summary>
internal sealed class SignInGuard(SignInLimits limits, FailureCounts counts)
{
    /// <summary>The attempt, where the order may be run; otherwise how long to wait.</summary>
    /// <exception cref="CountsUnreachableException">Nobody knows now how many failures there were.</exception>
    public async Task<(SignInAttempt? Attempt, TimeSpan Wait)> TryBeginAsync(AssessmentOrder order, Caller caller, CancellationToken cancellationToken)
    {
        if (order.Subject.Credentials is not { } credentials) return (new SignInAttempt([], (_, _, _, _) => Task.FromResult(false), _ => Task.CompletedTask), TimeSpan.Zero);
        var hash = new CountedHash(counts.HashKey ?? throw new CountsUnreachableException());
        var guess = hash.Of(credentials.Secret.Reveal());
        List<Counted> windows = [.. Windows(order, caller, hash)];
        var wait = await counts.TryBeginAsync([.. windows.Select(x => x.Bounds)], guess, cancellationToken);
        if (wait > TimeSpan.Zero) return (null, wait);
        var run = new CountedRun(limits, counts, hash, guess, windows);
        return (new SignInAttempt(order.Subject.Endpoints, (endpoint, username, address, isFound) => run.AdmitsAsync(endpoint.Host, isFound, address, username), run.EndAsync), TimeSpan.Zero);
    }

    private IEnumerable<Counted> Windows(AssessmentOrder order, Caller caller, CountedHash hash) =>
    [
        .. order.Subject.Endpoints.Select(x => x.Host).Distinct().Select(host => Counted.Account(limits, hash, host, order.Subject.Credentials!.Username)),
        Counted.Of(hash.Of($"caller\n{caller.Name}\n{caller.EndUser}"), limits.PerCaller),
        .. caller.Key is null ? [] : new[] { Counted.Of(hash.Of($"key\n{caller.Name}"), limits.PerKey) },
    ];
}

/// <summary>Failed sign-ins that are borne within an hour.</summary>
/// <param name="PerAccount">For one user name at one host.</param>
/// <param name="PerCaller">For one end user: more, because families and support desks share a machine.</param>
internal sealed record SignInLimits(int PerAccount, int PerCaller)
{
    /// <summary>So many times the account's limit for all accounts of one name at one host, whatever their domains: a server may overlook the domain.</summary>
    public const int Domains = 4;

    /// <summary>For one key: an onboarding service meets the typing errors of all its customers.</summary>
    public int PerKey => 20 * PerCaller;
}
