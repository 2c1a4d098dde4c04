using System.Collections.Concurrent;
using System.Net.Security;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.RealServers;

/// <summary>Which certificate the web server shows for a host name (SNI): one each, and for names it does not know that of another site.</summary>
internal sealed class HostCertificates(TestCertificates authority) : IDisposable
{
    /// <summary>The site that a client lands on with any other name, as on a shared server.</summary>
    private const string FirstSite = "first-site.invalid";

    private readonly ConcurrentDictionary<string, Lazy<TestCertificate>> issued = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, TestCertificate> chosen = new(StringComparer.OrdinalIgnoreCase);

    public void Know(string host) => issued.TryAdd(host, new(() => authority.Good(host)));

    /// <summary>Shows a certificate of the test's own instead.</summary>
    public void Choose(string host, TestCertificate certificate) => chosen[host] = certificate;

    public SslStreamCertificateContext Of(string host)
    {
        if (chosen.TryGetValue(host, out var own))
            return own.ServerContext;
        Know(FirstSite);
        return issued.GetValueOrDefault(host, issued[FirstSite]).Value.ServerContext;
    }

    public void Dispose()
    {
        foreach (var certificate in issued.Values.Where(certificate => certificate.IsValueCreated))
            certificate.Value.Dispose();
    }
}
