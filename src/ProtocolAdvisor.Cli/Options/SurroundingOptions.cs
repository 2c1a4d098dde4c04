using System.CommandLine;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Cli.Words;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Cli.Options;

/// <summary>What a service would have in its configuration: needed on-premises, where servers have private addresses and an authority of their own.</summary>
internal sealed class SurroundingOptions
{
    private readonly Option<IReadOnlyList<IPNetwork>> _networks;
    private readonly Option<IReadOnlyList<(int First, int Last)>> _ports;
    private readonly Option<IReadOnlyList<X509Certificate2Collection>> _roots;
    private readonly Option<IReadOnlyList<IPEndPoint>> _resolvers;
    private readonly Option<string?> _catalogue;
    private readonly Option<string?> _catalogueFolder;
    private readonly Option<int?> _httpsPort;
    private readonly Option<int?> _httpPort;

    public SurroundingOptions(CliPhrases phrases)
    {
        _networks = OptionForm.Many<IPNetwork>(phrases, "--allow-network", phrases.AllowNetwork, "CIDR", phrases.ExpectedNetwork, IPNetwork.TryParse);
        _ports = OptionForm.Many<(int, int)>(phrases, "--allow-port", phrases.AllowPort, "PORT", phrases.ExpectedPorts, OptionTexts.IsPortRange);
        _roots = OptionForm.Many<X509Certificate2Collection>(phrases, "--trusted-root", phrases.TrustedRoot, "PEM", phrases.ExpectedRoots, OptionTexts.IsRootFile);
        _resolvers = OptionForm.Many<IPEndPoint>(phrases, "--dns", phrases.Dns, "ADDRESS:PORT", phrases.ExpectedResolver, OptionTexts.IsResolver);
        _catalogue = OptionForm.One<string>(phrases, "--catalogue", phrases.Catalogue, "URL|none", phrases.ExpectedCatalogue, IsCatalogue);
        _catalogueFolder = OptionForm.One<string>(phrases, "--catalogue-folder", phrases.CatalogueFolder, "FOLDER", phrases.ExpectedFolder, OptionTexts.IsFolder);
        _httpsPort = OptionForm.Number<int>(phrases, "--https-port", phrases.HttpsPort, phrases.ExpectedPort, OptionTexts.IsPort);
        _httpPort = OptionForm.Number<int>(phrases, "--http-port", phrases.HttpPort, phrases.ExpectedPort, OptionTexts.IsPort);
    }

    public IEnumerable<Option> All => [_networks, _ports, _roots, _resolvers, _catalogue, _catalogueFolder, _httpsPort, _httpPort];

    /// <summary>What may be dialled. Ports are allowed on top of those of mail: who sits at the terminal is the operator.</summary>
    public TargetOptions Targets(ParseResult line)
    {
        var defaults = new TargetOptions();
        return defaults with { AllowedNetworks = line.GetValue(_networks) ?? [], AllowedPorts = [.. defaults.AllowedPorts, .. line.GetValue(_ports) ?? []] };
    }

    /// <summary>The assessor's surroundings.</summary>
    public AssessorOptions Of(ParseResult line)
    {
        var defaults = new AssessorOptions();
        return new AssessorOptions
        {
            Targets = Targets(line),
            TrustedRoots = [.. (line.GetValue(_roots) ?? []).SelectMany(x => x)],
            DnsServers = line.GetValue(_resolvers) ?? [],
            Catalogue = new CatalogueOptions(
                line.GetValue(_catalogue) is { } said && OptionTexts.IsCatalogue(said, out var address) ? address : CatalogueOptions.Public.Address, line.GetValue(_catalogueFolder)),
            WebPorts = new WebPorts(line.GetValue(_httpsPort) ?? defaults.WebPorts.Https, line.GetValue(_httpPort) ?? defaults.WebPorts.Http),
        };
    }

    private static bool IsCatalogue(string? text, out string? value) => OptionTexts.IsCatalogue(value = text, out _);
}
