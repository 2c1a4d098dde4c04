using System.Net;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>Mail servers at 127.0.1.1 and up, on the four standard ports, that think for half a second to a second before every reply.</summary>
internal sealed class SlowServers : IAsyncDisposable
{
    private static readonly TimeSpan ShortestThought = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestThought = TimeSpan.FromMilliseconds(1000);
    private readonly TestCertificates _authority = new();
    private readonly List<ScriptedMailServer> _servers = [];
    private readonly string _rootFile = Path.GetTempFileName();

    /// <summary>Starts so many hosts.</summary>
    internal SlowServers(int hosts)
    {
        Hosts = [.. Enumerable.Range(1, hosts).Select(i => $"127.0.1.{i}")];
        var certificate = _authority.Good([.. Hosts]);
        _authority.WriteRootPem(_rootFile);
        MailScript Imap(TestCertificate? implicitTls) => new ImapScript { ImplicitTls = implicitTls, StartTls = certificate, LongestThought = LongestThought, ShortestThought = ShortestThought };
        MailScript Pop3(TestCertificate? implicitTls) => new Pop3Script { ImplicitTls = implicitTls, StartTls = certificate, LongestThought = LongestThought, ShortestThought = ShortestThought };
        foreach (var address in Hosts.Select(IPAddress.Parse))
        {
            _servers.Add(ScriptedMailServer.Start(Imap(certificate), address, StandardPort.Imaps));
            _servers.Add(ScriptedMailServer.Start(Imap(null), address, StandardPort.Imap));
            _servers.Add(ScriptedMailServer.Start(Pop3(certificate), address, StandardPort.Pop3s));
            _servers.Add(ScriptedMailServer.Start(Pop3(null), address, StandardPort.Pop3));
        }
    }

    /// <summary>Their addresses.</summary>
    internal IReadOnlyList<string> Hosts { get; }

    /// <summary>The PEM file to trust.</summary>
    internal string TrustedRoot => _rootFile;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
        _authority.Dispose();
        File.Delete(_rootFile);
    }
}
