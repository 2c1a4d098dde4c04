#pragma warning disable
using System.Net;
using ProtocolAdvisor.Mail;
using System.Security.Cryptography.X509Certificates;
namespace ProtocolAdvisor.Dialing
{
    internal sealed class DnsLookup(IReadOnlyList<IPEndPoint> servers, TimeSpan timeout, TimeProvider clock, bool trustAuthenticated = false) : IDisposable
    {
        internal Task<DnsReply<ServiceRecord>> ServicesAsync(string name, CancellationToken token) => throw new NotImplementedException();
        internal Task<DnsReply<MailExchanger>> MailExchangersAsync(HostName domain, CancellationToken token) => throw new NotImplementedException();
        internal Task<DnsReply<string>> TextsAsync(string name, CancellationToken token) => throw new NotImplementedException();
        internal Task<DnsReply<IPAddress>> AddressesAsync(HostName host, CancellationToken token) => throw new NotImplementedException();
        public void Dispose() { }
    }
    public sealed record WebPorts(int Https = 443, int Http = 80);
    internal sealed class GuardedHttp : IDisposable
    {
        internal Task<HttpFetch> GetAsync(Uri uri, Deadline deadline, CancellationToken token) => throw new NotImplementedException();
        public void Dispose() { }
    }
}
namespace ProtocolAdvisor.Discovery
{
    internal sealed record PublishedSettings(IReadOnlyList<IncomingClaim> Incoming, IReadOnlyList<OutgoingClaim> Outgoing, IReadOnlyList<string> Oddities, string? Unreadable);
    internal static class AutoconfigReader { internal static PublishedSettings Read(ReadOnlyMemory<byte> document, HostName domain) => throw new NotImplementedException(); }
    internal static class PaccReader
    {
        internal static PublishedSettings Read(ReadOnlyMemory<byte> document, HostName domain) => throw new NotImplementedException();
        internal static string? DigestOf(string txtRecord) => throw new NotImplementedException();
    }
    internal sealed class PublicSuffixList { internal static PublicSuffixList Official { get; } = new(); internal HostName? RegistrableDomain(HostName host) => throw new NotImplementedException(); }
}
