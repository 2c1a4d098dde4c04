using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ProtocolAdvisor.Dialing.Certificates;

/// <summary>What building a chain has shown, apart from the host's name and the day.</summary>
/// <param name="Faults">Everything that is wrong with it.</param>
/// <param name="IsLeafOnly">Whether no issuer of the leaf was found.</param>
internal sealed record ChainVerdict(X509ChainStatusFlags Faults, bool IsLeafOnly)
{
    /// <summary>Whether it ends at something that is trusted.</summary>
    internal bool ReachesRoot => (Faults & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) == 0;
}

/// <summary>
/// Builds chains from what a server sent and what is trusted, nothing else: nothing that a server's certificate points to (issuer,
/// revocation list, responder) is ever fetched. The four endpoints of a host mostly show the same certificates, and a build costs more than
/// the rest of a probe (measured: a third of its CPU). So a verdict on the same bytes is kept for a minute.
/// </summary>
/// <param name="trustedRoots">What the operator trusts beside the system.</param>
/// <param name="clock">Tells the day.</param>
/// <param name="asksSystem">Whether the system itself says what it trusts; false where its store, read once, tells it all. Null for what fits this system.</param>
internal sealed class CertificateChains(IReadOnlyList<X509Certificate2> trustedRoots, TimeProvider clock, bool? asksSystem = null)
{
    private const string ServerAuth = "1.3.6.1.5.5.7.3.1";
    private const int MaxKept = 1_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    // Windows fetches most roots from its maker while it builds a chain, so that its store lists a part of them; and what users and administrators trust stands elsewhere, on macOS too.
    private readonly bool _asksSystem = asksSystem ?? (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS());
    private readonly ConcurrentDictionary<string, (Lazy<ChainVerdict> Verdict, long Since)> _verdicts = new();

    /// <summary>A policy that asks nobody and trusts nothing: for the handshake, whose own verdict is not used.</summary>
    internal static X509ChainPolicy Unasked() => new()
    {
        DisableCertificateDownloads = true,
        RevocationMode = X509RevocationMode.NoCheck,
        TrustMode = X509ChainTrustMode.CustomRootTrust,
    };

    /// <summary>The verdict on a leaf with the certificates that were sent beside it.</summary>
    internal ChainVerdict Of(X509Certificate2 leaf, X509Certificate2Collection sent)
    {
        if (_verdicts.Count > MaxKept) _verdicts.Clear();
        var key = Fingerprint(leaf, sent);
        if (_verdicts.TryGetValue(key, out var known) && clock.GetElapsedTime(known.Since) < Kept) return known.Verdict.Value;
        var fresh = (new Lazy<ChainVerdict>(() => Build(leaf, sent)), clock.GetTimestamp());
        return _verdicts.AddOrUpdate(key, fresh, (_, old) => clock.GetElapsedTime(old.Since) < Kept ? old : fresh).Verdict.Value;
    }

    private ChainVerdict Build(X509Certificate2 leaf, X509Certificate2Collection sent)
    {
        if (!_asksSystem) return Build(leaf, sent, X509ChainTrustMode.CustomRootTrust, [.. SystemRoots.Value, .. trustedRoots]);
        var bySystem = Build(leaf, sent, X509ChainTrustMode.System, []);
        return bySystem.ReachesRoot || trustedRoots.Count == 0 ? bySystem : Build(leaf, sent, X509ChainTrustMode.CustomRootTrust, trustedRoots);
    }

    private ChainVerdict Build(X509Certificate2 leaf, X509Certificate2Collection sent, X509ChainTrustMode mode, IEnumerable<X509Certificate2> roots)
    {
        using var chain = new X509Chain { ChainPolicy = Unasked() };
        chain.ChainPolicy.TrustMode = mode;
        chain.ChainPolicy.VerificationTime = clock.GetUtcNow().LocalDateTime;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuth));
        chain.ChainPolicy.ExtraStore.AddRange(sent);
        foreach (var root in roots) chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.Build(leaf);
        var faults = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        var verdict = new ChainVerdict(faults, chain.ChainElements.Count <= 1);
        foreach (var element in chain.ChainElements) element.Certificate.Dispose();
        return verdict;
    }

    private static string Fingerprint(X509Certificate2 leaf, X509Certificate2Collection sent)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var certificate in sent.Prepend(leaf)) hash.AppendData(certificate.RawDataMemory.Span);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    // Read once a process: opening the store costs milliseconds, and a handshake waits for it.
    private static readonly Lazy<X509Certificate2Collection> SystemRoots = new(() =>
    {
        using var store = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
        return store.Certificates;
    });
}
