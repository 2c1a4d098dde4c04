using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Web.Access;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>
/// Counts failed sign-ins for each account, each end user and each key, so that nobody tries passwords through us. Accounts are known by a keyed hash under a
/// random key of this process. Guesses under way count as well, else a thousand at once would all be the first; the same secret counts once.
/// </summary>
internal sealed class SignInGuard(SignInLimits limits, TimeProvider clock)
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _lock = new();
    private readonly FailureWindows _windows = new(clock);

    /// <summary>Whether the order may be run; when not, how long to wait.</summary>
    public bool TryBegin(AssessmentOrder order, Caller caller, [NotNullWhen(true)] out SignInAttempt? attempt, out TimeSpan wait)
    {
        (attempt, wait) = (null, TimeSpan.Zero);
        var guess = order.Subject.Credentials is { } credentials ? Hash(credentials.Secret.Reveal()) : null;
        List<Counted> windows = guess is null ? [] : [.. Keys(order, caller)];
        lock (_lock)
        {
            wait = windows.Select(x => Wait(x, guess!)).DefaultIfEmpty().Max();
            if (wait > TimeSpan.Zero) return false;
            foreach (var counted in windows) Begin(counted, guess!);
        }

        attempt = new SignInAttempt(order.Subject.Endpoints, (endpoint, username, address, isFound) => Admits(endpoint.Host, isFound, address, username, guess!, windows), ended => End(windows, guess, ended));
        return true;
    }

    // Whatever domain led here, the account that is guessed at is this host's, and this machine's whatever names it has: there it is counted, and refused before anything is sent.
    private bool Admits(HostName host, bool isFound, string address, string username, string guess, List<Counted> windows)
    {
        var at = Account(host, username, address);
        List<Counted> accounts = isFound ? [Account(host, username), at] : [at];
        lock (_lock)
        {
            accounts.RemoveAll(x => windows.Exists(y => y.Key == x.Key && y.Domain == x.Domain && y.Host == x.Host));
            if (accounts.Exists(x => Wait(x, guess) > TimeSpan.Zero)) return false;
            foreach (var account in accounts) Begin(account, guess);
            windows.AddRange(accounts);
            return true;
        }
    }

    private void End(List<Counted> windows, string? guess, SignInAttempt attempt)
    {
        // Asked before our lock is taken: the attempt asks us under a lock of its own.
        var ends = windows.Select(x => (Counted: x, Failed: x.Host is null ? attempt.HasFailed : attempt.HasFailedAt(x.Host))).ToList();
        lock (_lock)
        {
            foreach (var (counted, failed) in ends) _windows.At(counted.Key).End(counted.Domain, guess!, failed);
        }
    }

    private TimeSpan Wait(Counted counted, string guess)
    {
        var window = _windows.At(counted.Key);
        var own = window.Wait(counted.Limit, counted.Domain, guess);
        var ofAllDomains = counted.Domain is null ? TimeSpan.Zero : window.Wait(SignInLimits.Domains * counted.Limit, null, guess);
        return own > ofAllDomains ? own : ofAllDomains;
    }

    private void Begin(Counted counted, string guess) => _windows.At(counted.Key).Begin(counted.Domain, guess);

    // A window without a host is the caller's: it is told of a failure at any host.
    private sealed record Counted(string Key, int Limit, string? Host, string? Domain);

    private IEnumerable<Counted> Keys(AssessmentOrder order, Caller caller) =>
    [
        .. order.Subject.Endpoints.Select(x => x.Host).Distinct().Select(host => Account(host, order.Subject.Credentials!.Username)),
        new Counted(Hash($"caller\n{caller.Name}\n{caller.EndUser}"), limits.PerCaller, null, null),
        .. caller.Key is null ? [] : new[] { new Counted(Hash($"key\n{caller.Name}"), limits.PerKey, null, null) },
    ];

    // At the host, or at the address that it led to.
    private Counted Account(HostName host, string username, string? address = null)
    {
        var name = AccountName.Of(username);
        return new(Hash(address is null ? $"account\n{host}\n{name.Local}" : $"account at\n{address}\n{name.Local}"), limits.PerAccount, host.Value, name.Domain is { } domain ? Hash($"domain\n{domain}") : null);
    }

    private string Hash(string text) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
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
