using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Inbound;
using ProtocolAdvisor.Web.Startup.Configured;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>The library's options from the sections <c>Targets</c>, <c>Tls</c>, <c>Dns</c> and <c>Discovery</c>.</summary>
internal static class AssessorSettings
{
    /// <summary>Reads the sections.</summary>
    public static AssessorOptions From(IConfiguration configuration)
    {
        var settings = new OperatorSettings(configuration);
        return new AssessorOptions
        {
            Targets = Targets(settings),
            Catalogue = new CatalogueOptions(settings.Value(KnownSettings.CatalogueUrl), settings.Value(KnownSettings.CatalogueFolder)),
            TrustedRoots = [.. settings.List(KnownSettings.TrustedRoots).SelectMany(Roots)],
            DnsServers = settings.List(KnownSettings.DnsServers),
            DnsTimeout = settings.Value(KnownSettings.DnsTimeout),
            TrustAuthenticatedDns = settings.Value(KnownSettings.TrustAuthenticatedData),
            WebPorts = new WebPorts(settings.Value(KnownSettings.HttpsPort), settings.Value(KnownSettings.HttpPort)),
        };
    }

    /// <summary>How many failed sign-ins are borne.</summary>
    public static SignInLimits SignIns(IConfiguration configuration)
    {
        var perAccount = new OperatorSettings(configuration).Value(KnownSettings.FailuresPerHour);
        return new(perAccount, 10 * perAccount);
    }

    private static TargetOptions Targets(OperatorSettings settings) => new()
    {
        AllowedNetworks = settings.List(KnownSettings.AllowedNetworks),
        DeniedNetworks = settings.List(KnownSettings.DeniedNetworks),
        AllowedPorts = settings.List(KnownSettings.AllowedPorts),
        PerHostConcurrency = settings.Value(KnownSettings.PerHostConcurrency),
        PerHostPerMinute = settings.Value(KnownSettings.PerHostPerMinute),
        PerAddressConcurrency = settings.Value(KnownSettings.PerAddressConcurrency),
        PerAddressPerMinute = settings.Value(KnownSettings.PerAddressPerMinute),
        DialsAtOnce = FileBudget.For(settings.Value(KnownSettings.ConcurrentAssessments)).Dials,
    };

    private static X509Certificate2Collection Roots(string path) => OptionTexts.IsRootFile(path, out var roots)
        ? roots : throw new StartRefusedException($"Tls:TrustedRoots: {path} cannot be read as PEM certificates.");
}
