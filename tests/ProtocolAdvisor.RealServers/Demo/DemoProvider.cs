namespace ProtocolAdvisor.RealServers;

/// <summary>
/// The demo's provider: everything is published and right, so that a report shows the product and no fault of the demo's. It has
/// addresses of its own, because Dovecot lets whoever comes from its own address sign in without TLS; and the usual ports where
/// they are ours to take.
/// </summary>
internal static class DemoProvider
{
    public const string Password = "secret";

    /// <summary>A line as many have one at home: on loopback every way is short, and no forecast would mean anything.</summary>
    public const int RoundTripMs = 25, DownMbit = 50;

    private static readonly (int Https, int Http) WebPorts = (443, 80);

    /// <param name="sends">Whether there is a server for sending: without one, none is published, nor found under the usual names.</param>
    public static MailProvider Provider(bool sends)
    {
        var all = MailProvider.Exemplary("example.com");
        var provider = all with
        {
            Users = new Dictionary<string, string> { [Demo.User] = Password },
            // Of these, every port is the usual one: nothing else can be said.
            Pacc = StandardPorts.Available && sends ? all.Pacc : PaccPublication.None,
        };
        return sends ? provider : provider with
        {
            SubmissionHost = "smtp.example.net",
            FurtherNames = [],
            AutoconfigServers = servers => servers.Where(server => server.Type != "smtp"),
            Services = [.. all.Services.Where(service => !service.Service.StartsWith("submission", StringComparison.Ordinal))],
        };
    }

    public static ParkSetup Setup()
    {
        var web = LoopbackAddresses.Next();
        var mail = new DovecotSetup { Address = LoopbackAddresses.Next() };
        return new()
        {
            Mail = StandardPorts.Available ? mail with { Ports = StandardPorts.Reading } : mail,
            SubmissionPorts = StandardPorts.Available ? StandardPorts.Submission : new Dictionary<PostfixListener, int>(),
            Authority = "Example Root CA",
            WebAddress = web,
            HttpsPort = LoopbackPorts.IsFree(web, WebPorts.Https) ? WebPorts.Https : null,
            HttpPort = LoopbackPorts.IsFree(web, WebPorts.Http) ? WebPorts.Http : null,
        };
    }
}
