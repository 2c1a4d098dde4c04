using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Cluster.Limits;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>Where one run's guess counts: what was known at its beginning, and the accounts that its sign-ins lead to.</summary>
internal sealed class CountedRun(SignInLimits limits, FailureCounts counts, CountedHash hash, string guess, List<Counted> windows)
{
    private readonly Lock _lock = new();
    private bool _ended;

    /// <summary>
    /// Whether a password may go there. Whatever domain led here, the account that is guessed at is this host's, and this machine's whatever names it has: there it is counted, and
    /// refused before anything is sent; so it is where nobody can count it now.
    /// </summary>
    internal async Task<bool> AdmitsAsync(HostName host, bool isFound, string address, string username)
    {
        var at = Counted.Account(limits, hash, host, username, address);
        List<Counted> accounts = isFound ? [Counted.Account(limits, hash, host, username), at] : [at];
        lock (_lock) accounts.RemoveAll(x => windows.Exists(x.IsSame));
        try
        {
            if (await counts.TryBeginAsync([.. accounts.Select(x => x.Bounds)], guess, CancellationToken.None) > TimeSpan.Zero) return false;
        }
        catch (CountsUnreachableException)
        {
            return false;
        }

        lock (_lock)
        {
            if (!_ended)
            {
                windows.AddRange(accounts);
                return true;
            }
        }

        await counts.EndAsync([.. accounts.Select(x => x.End(failed: false))]);
        return false;
    }

    /// <summary>The run is over.</summary>
    internal Task EndAsync(SignInAttempt attempt)
    {
        lock (_lock) _ended = true;
        return counts.EndAsync([.. windows.Select(x => x.End(x.Host is null ? attempt.HasFailed : attempt.HasFailedAt(x.Host)))]);
    }
}

/// <summary>One window that a run counts in.</summary>
/// <param name="Bounds">What is counted.</param>
/// <param name="Host">The host whose failures count; a window without one is the caller's, and told of a failure at any host.</param>
internal sealed record Counted(GuessBounds Bounds, string? Host)
{
    /// <summary>A caller's, or a key's.</summary>
    internal static Counted Of(string window, int limit) => new(new GuessBounds(Guid.NewGuid(), window, limit, null, null), null);

    /// <summary>An account's at the host, or at the address that it led to.</summary>
    internal static Counted Account(SignInLimits limits, CountedHash hash, HostName host, string username, string? address = null)
    {
        var name = AccountName.Of(username);
        var window = hash.Of(address is null ? $"account\n{host}\n{name.Local}" : $"account at\n{address}\n{name.Local}");
        var domain = name.Domain is { } given ? hash.Of($"domain\n{given}") : null;
        return new(new GuessBounds(Guid.NewGuid(), window, limits.PerAccount, domain, domain is null ? null : SignInLimits.Domains * limits.PerAccount), host.Value);
    }

    /// <summary>Whether both count the same.</summary>
    internal bool IsSame(Counted other) => other.Bounds.Window == Bounds.Window && other.Bounds.Domain == Bounds.Domain && other.Host == Host;

    /// <summary>Its end.</summary>
    internal GuessEnd End(bool failed) => new(Bounds.Attempt, Bounds.Window, failed);
}

/// <summary>Hashes what is counted, so that nobody who sees the counts learns of whom they are.</summary>
/// <param name="Key">A random key.</param>
internal sealed record CountedHash(byte[] Key)
{
    /// <summary>The hash, in hexadecimal digits.</summary>
    internal string Of(string text) => Convert.ToHexString(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(text)));
}
