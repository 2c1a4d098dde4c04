using System.Collections.Concurrent;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>The mail hosts of all houses, on the six standard ports, with one certificate each; they count who comes.</summary>
internal sealed class MailHouses : IAsyncDisposable
{
    private readonly List<ScriptedMailServer> _servers = [];
    private readonly ConcurrentDictionary<(string Name, int Port), int> _probes = new();
    private readonly int[] _connected;
    private readonly int[] _mostConnected;
    private int _connections;

    internal MailHouses(AuditScale scale, TestCertificates authority)
    {
        (_connected, _mostConnected) = (new int[scale.Hosts], new int[scale.Hosts]);
        var thought = TimeSpan.FromMilliseconds(scale.LatencyMs);
        for (var house = 0; house < scale.Hosts; house++)
        {
            var certificate = authority.Good(CustomerDomain.MailHost(house));
            foreach (var (port, tls) in new[] { (StandardPort.Imaps, certificate), (StandardPort.Imap, null), (StandardPort.Pop3s, certificate), (StandardPort.Pop3, null), (StandardPort.Submissions, certificate), (StandardPort.Submission, null) })
            {
                MailScript script = port is StandardPort.Imaps or StandardPort.Imap ? new ImapScript { ImplicitTls = tls, StartTls = certificate, LongestThought = thought, ShortestThought = thought }
                    : port is StandardPort.Pop3s or StandardPort.Pop3 ? new Pop3Script { ImplicitTls = tls, StartTls = certificate, LongestThought = thought, ShortestThought = thought }
                    : new SmtpScript { ImplicitTls = tls, StartTls = certificate, LongestThought = thought, ShortestThought = thought };
                var at = house;
                _servers.Add(ScriptedMailServer.Start(connection => PlayAsync(script, connection, at, port), WorldNames.MailAddress(house), port));
            }
        }
    }

    /// <summary>What was seen of the other side.</summary>
    internal WorldCounts Counts => new()
    {
        Probes = _probes.Values.Sum(),
        Endpoints = _probes.Count,
        Connections = _connections,
        MostAtOneAddress = _mostConnected.Max(),
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
    }

    // A probe says goodbye at its end; the question for old TLS comes to no word, and the other asks for a user.
    private async Task PlayAsync(MailScript script, ScriptedConnection connection, int house, int port)
    {
        Interlocked.Increment(ref _connections);
        var now = Interlocked.Increment(ref _connected[house]);
        for (var most = _mostConnected[house]; now > most && Interlocked.CompareExchange(ref _mostConnected[house], now, most) != most; most = _mostConnected[house])
        {
        }

        try
        {
            await script.PlayAsync(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _connected[house]);
            var said = connection.Received.Select(x => x.Text).ToList();
            if (said.Count > 0 && !said.Exists(x => x.StartsWith("USER", StringComparison.Ordinal)))
                _probes.AddOrUpdate((connection.Tls?.TargetHostName ?? $"house {house}", port), 1, (_, before) => before + 1);
        }
    }
}
