using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Web.Access;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>
/// Counts failed sign-ins for each account and each caller, so that nobody tries passwords through us. Accounts are known by a keyed hash under a
/// random key of this process. Guesses under way count as well, else a thousand at once would all be the first; the same secret counts once.
/// </summary>
internal sealed class SignInGuard(SignInLimits limits, TimeProvider clock)
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FailureWindow> _windows = [];

    /// <summary>Whether the order may be run; when not, how long to wait.</summary>
    public bool TryBegin(AssessmentOrder order, Caller caller, [NotNullWhen(true)] out SignInAttempt? attempt, out TimeSpan wait)
    {
        (attempt, wait) = (null, TimeSpan.Zero);
        var guess = order.Subject.Credentials is { } credentials ? Hash(credentials.Secret.Reveal()) : null;
        var windows = guess is null ? [] : Keys(order, caller).ToList();
        lock (_lock)
        {
            Forget();
            wait = windows.Select(x => Window(x.Key).Wait(x.Limit, guess!, clock.GetUtcNow())).DefaultIfEmpty().Max();
            if (wait > TimeSpan.Zero) return false;
            foreach (var (key, _, _) in windows) Window(key).Begin(guess!);
        }

        attempt = new SignInAttempt(order.Subject.Endpoints.Select(x => x.Host), ended => End(windows, guess, ended));
        return true;
    }

    private void End(IEnumerable<(string Key, int Limit, string? Host)> windows, string? guess, SignInAttempt attempt)
    {
        lock (_lock)
        {
            foreach (var (key, _, host) in windows)
            {
                var failed = host is null ? attempt.HasFailed : attempt.HasFailedAt(host);
                Window(key).End(guess!, failed ? clock.GetUtcNow() : null);
            }
        }
    }

    // A window without a host is the caller's: it is told of a failure at any host.
    private IEnumerable<(string Key, int Limit, string? Host)> Keys(AssessmentOrder order, Caller caller)
    {
        var username = order.Subject.Credentials!.Username.ToUpperInvariant();
        foreach (var host in order.Subject.Endpoints.Select(x => x.Host.Value).Distinct())
            yield return (Hash($"account\n{host}\n{username}"), limits.PerAccount, host);
        yield return (Hash($"caller\n{caller.Name}"), limits.PerCaller, null);
    }

    private FailureWindow Window(string key) =>
        _windows.TryGetValue(key, out var window) ? window : _windows[key] = new FailureWindow();

    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, _) in _windows.Where(x => x.Value.IsEmpty(now)).ToList()) _windows.Remove(key);
    }

    private string Hash(string text) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}

/// <summary>Failed sign-ins that are borne within an hour.</summary>
/// <param name="PerAccount">For one user name at one host.</param>
/// <param name="PerCaller">For one caller: more, because an onboarding service meets the typing errors of all its customers.</param>
internal sealed record SignInLimits(int PerAccount, int PerCaller);
