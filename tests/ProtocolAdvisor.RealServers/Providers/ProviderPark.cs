using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.RealServers;

/// <summary>
/// Mail providers with everything that is theirs: one Dovecot, one name server, one web server and one authority serve them all.
/// Names lead to two addresses of loopback that only this process uses, one for mail and one for the web.
/// </summary>
public sealed class ProviderPark : IAsyncDisposable
{
    /// <summary>What to do where <see cref="Available"/> is false.</summary>
    public const string Missing =
        "Dovecot or knot is not installed. On Debian or Ubuntu: apt-get install -y --no-install-recommends dovecot-imapd dovecot-pop3d knot";

    private const string CatalogueHost = "catalogue.example";
    private const string CataloguePath = "/v1.1/";

    private readonly Stack<IAsyncDisposable> started = new();
    private readonly TestCertificate certificate;

    private ProviderPark(string authority, IReadOnlyList<MailProvider> providers)
    {
        Authority = new(authority);
        certificate = Authority.Good([.. providers.SelectMany(Publication.CertificateNames)]);
    }

    /// <summary>Whether the programs that it needs are installed.</summary>
    public static bool Available => DovecotServer.Available && KnotServer.Available;

    /// <summary>Who issued all certificates: to be trusted.</summary>
    public TestCertificates Authority { get; }

    /// <summary>Listens on ports of its own, and on the standard ones where <see cref="StandardPorts.Available"/>.</summary>
    public DovecotServer Mail { get; private set; } = null!;

    /// <summary>Where mail is handed in, with the mail server's users; null where <see cref="PostfixServer.Available"/> is false: nobody is there then.</summary>
    public PostfixServer? Submission { get; private set; }

    /// <summary>Pages may be added, and replaced, at any time.</summary>
    public ProviderWeb Web { get; private set; } = null!;

    /// <summary>What the providers have not named does not exist.</summary>
    public KnotServer Dns { get; private set; } = null!;

    /// <summary>The catalogue's base URL; an entry is the domain behind it.</summary>
    public string Catalogue => Web.Https(CatalogueHost, CataloguePath);

    /// <summary>Starts everything that the providers need.</summary>
    public static Task<ProviderPark> StartAsync(params IReadOnlyList<MailProvider> providers) => StartAsync(new ParkSetup(), providers);

    /// <inheritdoc cref="StartAsync(IReadOnlyList{MailProvider})"/>
    public static async Task<ProviderPark> StartAsync(ParkSetup setup, params IReadOnlyList<MailProvider> providers)
    {
        var park = new ProviderPark(setup.Authority, providers);
        try
        {
            await park.StartServersAsync(setup, providers);
            return park;
        }
        catch
        {
            await park.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (started.TryPop(out var server))
            await server.DisposeAsync();
        certificate.Dispose();
        Authority.Dispose();
    }

    private async Task StartServersAsync(ParkSetup setup, IReadOnlyList<MailProvider> providers)
    {
        var users = providers.SelectMany(provider => provider.Users).ToDictionary();
        started.Push(Mail = await DovecotServer.StartAsync(setup.Mail with { Certificate = certificate, Users = users }));
        if (PostfixServer.Available)
            started.Push(Submission = await PostfixServer.StartAsync(SubmissionOf(setup)));
        started.Push(Web = await ProviderWeb.StartAsync(Authority, setup.WebAddress, setup.HttpsPort, setup.HttpPort));
        var publications = providers.Select(provider => new Publication(provider, Mail, Submission, Web)).ToList();
        publications.ForEach(publication => publication.ServePages(CatalogueHost, CataloguePath));
        DnsZone[] zones = [DnsZone.Root, new(CatalogueHost, $"@ A {Web.Address}"), .. publications.Select(publication => publication.Zone())];
        started.Push(Dns = await KnotServer.StartAsync(zones, setup.DnsPort));
    }

    private PostfixSetup SubmissionOf(ParkSetup setup) => new(Mail.SignInSocket, certificate)
    {
        Address = Mail.Address,
        Ports = setup.SubmissionPorts,
        OnStandardPorts = StandardPorts.Available && setup.SubmissionPorts.Count == 0,
    };
}
