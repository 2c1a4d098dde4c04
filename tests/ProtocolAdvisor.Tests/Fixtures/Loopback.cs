using System.Net;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>An assessor that may dial loopback, and subjects for it.</summary>
internal static class Loopback
{
    internal const string Jane = "jane@example.com";
    internal const string Password = "secret";

    internal static readonly HostName Host = HostName.Parse("127.0.0.1");

    internal static TargetOptions Targets { get; } = new()
    {
        AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")],
        AllowedPorts = [(1, 65535)],
        PerHostPerMinute = 10_000,
        PerHostConcurrency = 100,
        PerAddressPerMinute = 100_000,
        PerAddressConcurrency = 1_000,
        WebPerMinute = 10_000,
        WebConcurrency = 100,
    };

    internal static MailDialer Dialer { get; } = new(new AddressPolicy(Targets), TimeProvider.System, new LocalGate(Targets.PerAddress, TimeProvider.System), new LocalGate(Targets.Dials, TimeProvider.System));

    internal static Credentials Credentials => ProtocolAdvisor.Mail.Credentials.WithPassword(Jane, new Secret(Password));

    internal static MailboxAssessor Assessor(X509Certificate2? root = null, IPEndPoint? dns = null, List<Exception>? unexpected = null, TimeProvider? clock = null) => new(
        new AssessorOptions
        {
            Targets = Targets,
            TrustedRoots = root is null ? [] : [root],
            DnsServers = dns is null ? [] : [dns],
            DnsTimeout = TimeSpan.FromMilliseconds(500),
            Unexpected = e => unexpected?.Add(e),
        },
        clock ?? TimeProvider.System);

    internal static MailEndpoint Endpoint(MailProtocol protocol, int port, ConnectionSecurity security, string host = "127.0.0.1") =>
        new(protocol, HostName.Parse(host), port, security);

    internal static IReadOnlyList<MailEndpoint> EndpointsOf(DovecotServer server, string host = "127.0.0.1") =>
    [
        Endpoint(MailProtocol.Imap, server.Port(DovecotListener.Imaps), ConnectionSecurity.ImplicitTls, host),
        Endpoint(MailProtocol.Imap, server.Port(DovecotListener.Imap), ConnectionSecurity.StartTls, host),
        Endpoint(MailProtocol.Pop3, server.Port(DovecotListener.Pop3s), ConnectionSecurity.ImplicitTls, host),
        Endpoint(MailProtocol.Pop3, server.Port(DovecotListener.Pop3), ConnectionSecurity.StartTls, host),
    ];

    internal static AssessmentSubject Subject(IReadOnlyList<MailEndpoint> endpoints, Credentials? credentials = null, int samples = 10, double deadlineSeconds = 15) =>
        new(endpoints, credentials, AssessmentLimits.Default with { Samples = samples, Deadline = TimeSpan.FromSeconds(deadlineSeconds) });

    /// <summary>One endpoint of a scripted server, assessed.</summary>
    internal static async Task<EndpointFacts> AssessAsync(
        ScriptedMailServer server, MailProtocol protocol, ConnectionSecurity security, X509Certificate2? root = null, Credentials? credentials = null, double deadlineSeconds = 15)
    {
        using var assessor = Assessor(root);
        var facts = await assessor.AssessAsync(
            Subject([Endpoint(protocol, server.Port, security)], credentials, deadlineSeconds: deadlineSeconds), null, TestContext.Current.CancellationToken);
        return facts.Endpoints[0];
    }
}
