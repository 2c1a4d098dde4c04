using System.Net;

namespace ProtocolAdvisor.RealServers;

/// <summary>A provider to try ProtocolAdvisor on: its servers on fixed ports of 127.0.0.1, and the commands that lead there.</summary>
internal static class Demo
{
    public const string User = "jane@example.com";

    private const string Servers = """

          "server": { "endpoints": [
            { "protocol": "imap", "host": "127.0.0.1", "port": 27993, "security": "implicitTls" },
            { "protocol": "imap", "host": "127.0.0.1", "port": 27143, "security": "startTls" },
            { "protocol": "pop3", "host": "127.0.0.1", "port": 27995, "security": "implicitTls" },
            { "protocol": "pop3", "host": "127.0.0.1", "port": 27110, "security": "startTls" } ] },
        """;

    public static ParkSetup Setup { get; } = new()
    {
        Mail = new()
        {
            Ports = new Dictionary<DovecotListener, int>
            {
                [DovecotListener.Imaps] = 27993,
                [DovecotListener.Imap] = 27143,
                [DovecotListener.Pop3s] = 27995,
                [DovecotListener.Pop3] = 27110,
            },
        },
        SubmissionPorts = new Dictionary<PostfixListener, int> { [PostfixListener.Submissions] = 27465, [PostfixListener.Submission] = 27587 },
        WebAddress = IPAddress.Loopback,
        HttpsPort = 27443,
        HttpPort = 27080,
        DnsPort = 27053,
    };

    /// <summary>Everything but the configuration for user agents, which can name the standard ports only.</summary>
    public static MailProvider Provider { get; } = MailProvider.Exemplary("example.com") with { Pacc = PaccPublication.None };

    /// <summary>The service's command line; with a name server it is told where that is, and on which ports the provider's web is.</summary>
    public static string StartService(string root, bool withNames) =>
        $"""
        dotnet run --project src/ProtocolAdvisor.Web -- --Targets:AllowedNetworks:0=127.0.0.0/8 --Targets:AllowedPorts:0=27000-27999 \
            --Tls:TrustedRoots:0={root}
        """ + (withNames ? $" --Dns:Servers:0=127.0.0.1:{Setup.DnsPort} --Discovery:HttpsPort={Setup.HttpsPort} --Discovery:HttpPort={Setup.HttpPort}" : "");

    /// <summary>The same without the service: the terminal asks for the password, which is secret.</summary>
    public static string AskInTerminal(string root, bool withNames) =>
        $"""
        dotnet run --project src/ProtocolAdvisor.Cli -- assess {User} --devices 2 --people 1 --webmail --new-messages-per-day 20 \
            --allow-network 127.0.0.0/8 --allow-port 27000-27999 --trusted-root {root} \
        """ + "\n    " + (withNames
            ? $"--dns 127.0.0.1:{Setup.DnsPort} --https-port {Setup.HttpsPort} --http-port {Setup.HttpPort}"
            : string.Join(' ', Setup.Mail.Ports.Select(x => $"--endpoint {x.Key.ToString().ToLowerInvariant()}://127.0.0.1:{x.Value}")));

    /// <summary>A question by the address alone where names resolve, else one that names the servers.</summary>
    public static string Ask(bool withNames) => $$"""
        curl -s http://127.0.0.1:5080/v1/assessments -H 'Content-Type: application/json' -d '{
          "email": "{{User}}",{{(withNames ? "" : Servers)}}
          "credentials": { "password": "secret" },
          "usage": { "devices": 2, "people": 1, "webmail": true, "newMessagesPerDay": 20 }
        }'
        """;
}
