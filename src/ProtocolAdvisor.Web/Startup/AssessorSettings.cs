using System.Net;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Web.Assessments;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>The library's options from the sections <c>Targets</c>, <c>Tls</c>, <c>Dns</c> and <c>Discovery</c>.</summary>
internal static class AssessorSettings
{
    private const string Number = "a whole number above 0";
    private const string Port = "a port such as 443";
    private const string Network = "a network such as 10.0.0.0/8";

    /// <summary>Reads the sections.</summary>
    public static AssessorOptions From(IConfiguration configuration)
    {
        var settings = new OperatorSettings(configuration);
        var defaults = new AssessorOptions();
        return new AssessorOptions
        {
            Targets = Targets(settings, defaults.Targets),
            Catalogue = new CatalogueOptions(
                settings.Reference("Discovery:CatalogueUrl", CatalogueOptions.Public.Address, OptionTexts.IsCatalogue, "an https address, or none,"),
                settings.Reference<string>("Discovery:CatalogueFolder", null, OptionTexts.IsFolder, "an existing folder")),
            TrustedRoots = [.. settings.List<string>("Tls:TrustedRoots", [], IsFile, "an existing PEM file").SelectMany(Roots)],
            DnsServers = settings.List("Dns:Servers", defaults.DnsServers, OptionTexts.IsResolver, "an address and port such as 192.0.2.1:53"),
            DnsTimeout = settings.Value("Dns:Timeout", defaults.DnsTimeout, OperatorSettings.IsTime, "a time such as 00:00:02"),
            TrustAuthenticatedDns = settings.Value<bool>("Dns:TrustAuthenticatedData", defaults.TrustAuthenticatedDns, bool.TryParse, "true or false"),
            WebPorts = new WebPorts(
                settings.Value("Discovery:HttpsPort", defaults.WebPorts.Https, OptionTexts.IsPort, Port), settings.Value("Discovery:HttpPort", defaults.WebPorts.Http, OptionTexts.IsPort, Port)),
        };
    }

    /// <summary>How many failed sign-ins are borne.</summary>
    public static SignInLimits SignIns(IConfiguration configuration)
    {
        var perAccount = new OperatorSettings(configuration).Value("Targets:SignIn:FailuresPerHour", 5, OperatorSettings.IsPositive, Number);
        return new(perAccount, 10 * perAccount);
    }

    private static TargetOptions Targets(OperatorSettings settings, TargetOptions defaults) => new()
    {
        AllowedNetworks = settings.List<IPNetwork>("Targets:AllowedNetworks", [], IPNetwork.TryParse, Network),
        DeniedNetworks = settings.List<IPNetwork>("Targets:DeniedNetworks", [], IPNetwork.TryParse, Network),
        AllowedPorts = settings.List("Targets:AllowedPorts", defaults.AllowedPorts, OptionTexts.IsPortRange, "a port such as 993, or a range such as 27000-27999,"),
        PerHostConcurrency = settings.Value("Targets:PerHost:Concurrency", defaults.PerHostConcurrency, OperatorSettings.IsPositive, Number),
        PerHostPerMinute = settings.Value("Targets:PerHost:PerMinute", defaults.PerHostPerMinute, OperatorSettings.IsPositive, Number),
        PerAddressConcurrency = settings.Value("Targets:PerAddress:Concurrency", defaults.PerAddressConcurrency, OperatorSettings.IsPositive, Number),
        PerAddressPerMinute = settings.Value("Targets:PerAddress:PerMinute", defaults.PerAddressPerMinute, OperatorSettings.IsPositive, Number),
    };

    private static bool IsFile(string? text, out string path) => File.Exists(path = text ?? "");

    private static X509Certificate2Collection Roots(string path) => OptionTexts.IsRootFile(path, out var roots)
        ? roots : throw new StartRefusedException($"Tls:TrustedRoots: {path} cannot be read as PEM certificates.");
}
