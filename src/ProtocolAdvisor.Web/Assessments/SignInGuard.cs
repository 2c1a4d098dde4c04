using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Mail;
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
        List<Counted> windows = guess is null ? [] : [.. Keys(order, caller)];
        lock (_lock)
        {
            Forget();
            wait = windows.Select(x => Window(x.Key).Wait(x.Limit, guess!, clock.GetUtcNow())).DefaultIfEmpty().Max();
            if (wait > TimeSpan.Zero) return false;
            foreach (var counted in windows) Window(counted.Key).Begin(guess!);
        }

        attempt = new SignInAttempt(order.Subject.Endpoints, (endpoint, username) => Admits(endpoint.Host, username, guess!, windows), ended => End(windows, guess, ended));
        return true;
    }

    // Whatever domain led here, the account that is guessed at is this host's: there it is counted, and refused before anything is sent.
    private bool Admits(HostName host, string username, string guess, List<Counted> windows)
    {
        var account = Account(host, username);
        lock (_lock)
        {
            if (Window(account.Key).Wait(account.Limit, guess, clock.GetUtcNow()) > TimeSpan.Zero) return false;
            Window(account.Key).Begin(guess);
            windows.Add(account);
            return true;
        }
    }

    private void End(List<Counted> windows, string? guess, SignInAttempt attempt)
    {
        // Asked before our lock is taken: the attempt asks us under a lock of its own.
        var ends = windows.Select(x => (x.Key, Failed: x.Host is null ? attempt.HasFailed : attempt.HasFailedAt(x.Host))).ToList();
        lock (_lock)
        {
            foreach (var (key, failed) in ends) Window(key).End(guess!, failed ? clock.GetUtcNow() : null);
        }
    }

    // A window without a host is the caller's: it is told of a failure at any host.
    private sealed record Counted(string Key, int Limit, string? Host);

    private IEnumerable<Counted> Keys(AssessmentOrder order, Caller caller) =>
    [
        .. order.Subject.Endpoints.Select(x => x.Host).Distinct().Select(host => Account(host, order.Subject.Credentials!.Username)),
        new Counted(Hash($"caller\n{caller.Name}"), limits.PerCaller, null),
    ];

    private Counted Account(HostName host, string username) => new(Hash($"account\n{host}\n{username.ToUpperInvariant()}"), limits.PerAccount, host.Value);

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
