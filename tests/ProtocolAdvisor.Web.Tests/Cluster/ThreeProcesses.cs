using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>Three nodes as processes of their own over one PostgreSQL, speaking TLS to each other, and a mail server that all of them reach.</summary>
internal sealed class ThreeProcesses : IAsyncDisposable
{
    /// <summary>A key that may ask as often as it likes.</summary>
    public const string Key = "a-key-of-the-tests";

    /// <summary>A key that may ask six times a minute.</summary>
    public const string Seldom = "a-key-that-asks-seldom";

    /// <summary>The account's right password.</summary>
    public const string Password = "nobody guesses this";

    private readonly TestCertificates _authority = new();
    private readonly ScriptedDnsServer _dns = ScriptedDnsServer.Start();
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-cluster").FullName;
    private readonly RunningAdvisor?[] _nodes = new RunningAdvisor?[3];
    private readonly RunningAdvisor?[] _up = new RunningAdvisor?[3];
    private readonly int[] _ports = [.. Enumerable.Range(0, 3).Select(_ => LoopbackPorts.Free(IPAddress.Loopback))];
    private PostgresServer _postgres = null!;
    private readonly long[] _endedAt = [long.MaxValue, long.MaxValue, long.MaxValue];
    private TestDatabase _database = null!;
    private int _open;
    private int _mostOpen;

    private ThreeProcesses()
    {
    }

    /// <summary>An IMAP server with one account.</summary>
    public ScriptedMailServer Mail { get; private set; } = null!;

    /// <summary>A server under ten names (<c>slow0.example.com</c> …) that takes its time.</summary>
    public ScriptedMailServer Slow { get; private set; } = null!;

    /// <summary>How many connections the slow server had at once at most.</summary>
    public int MostOpen => Volatile.Read(ref _mostOpen);

    /// <summary>The name server that all of them ask.</summary>
    public ScriptedDnsServer Dns => _dns;

    /// <summary>The database server, which may be stopped: it is theirs alone.</summary>
    public PostgresServer Postgres => _postgres;

    /// <summary>The database.</summary>
    public TestDatabase Database => _database;

    public static async Task<ThreeProcesses> StartAsync()
    {
        Assert.SkipUnless(PostgresServer.Available, PostgresServer.Missing);
        var postgres = await PostgresServer.StartAsync();
        var all = new ThreeProcesses { _postgres = postgres, _database = await PostgreSqlTestDatabase.MakeAsync(postgres) };
        all.Serve();
        await Task.WhenAll(all.StartAsync(0), all.StartAsync(1), all.StartAsync(2));
        return all;
    }

    /// <summary>One that runs.</summary>
    public RunningAdvisor this[int node] => _nodes[node]!;

    /// <summary>Where the other nodes reach it.</summary>
    public int SiloPort(int node) => _ports[node];

    /// <summary>The one that takes requests under this number; null while it is stopped, and until it is ready.</summary>
    public RunningAdvisor? Up(int node) => Volatile.Read(ref _up[node]);

    /// <summary>When it was last told to end, as a timestamp.</summary>
    public long EndedAt(int node) => Volatile.Read(ref _endedAt[node]);

    /// <summary>Starts one, anew where it has ended.</summary>
    public async Task StartAsync(int node)
    {
        if (_nodes[node] is { } before) await before.DisposeAsync();
        _nodes[node] = null;
        _nodes[node] = await RunningAdvisor.StartAsync(settings: Settings(node));
        Volatile.Write(ref _up[node], _nodes[node]);
    }

    /// <summary>Ends one without a word.</summary>
    public Task KillAsync(int node) => EndAsync(node, "KILL");

    /// <summary>Stops one as an operator does.</summary>
    public async Task StopAsync(int node)
    {
        await EndAsync(node, "TERM");
        Assert.Equal(0, this[node].ExitCode);
        Assert.Contains("Left the cluster", this[node].Output, StringComparison.Ordinal);
    }

    private async Task EndAsync(int node, string signal)
    {
        Volatile.Write(ref _endedAt[node], Stopwatch.GetTimestamp());
        Volatile.Write(ref _up[node], null);
        await this[node].SignalAsync(signal);
        await this[node].EndedAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes.OfType<RunningAdvisor>()) await node.DisposeAsync();
        await Mail.DisposeAsync();
        await Slow.DisposeAsync();
        await _dns.DisposeAsync();
        await _database.DisposeAsync();
        await _postgres.DisposeAsync();
        _authority.Dispose();
        Directory.Delete(_folder, true);
    }

    private void Serve()
    {
        _dns.Answer("mail.example.com", "127.0.0.1");
        for (var i = 0; i < 10; i++) _dns.Answer($"slow{i}.example.com", "127.0.0.1");
        Mail = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _authority.Good("mail.example.com"), Password = Password });
        Slow = ScriptedMailServer.Start(async connection =>
        {
            var now = Interlocked.Increment(ref _open);
            int most;
            while ((most = MostOpen) < now && Interlocked.CompareExchange(ref _mostOpen, now, most) != most)
            {
            }

            try
            {
                await Task.Delay(150, TestContext.Current.CancellationToken);
                await connection.WriteAsync("* BYE not today\r\n");
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        });
        File.WriteAllText(Path.Combine(_folder, "root.pem"), _authority.RootPem);
        MakeNodeCertificates();
    }

    private void MakeNodeCertificates()
    {
        var (now, name) = (DateTimeOffset.UtcNow, "CN=nodes");
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootForm = new CertificateRequest(name, rootKey, HashAlgorithmName.SHA256);
        rootForm.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = rootForm.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        using var nodeKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var node = new CertificateRequest("CN=node", nodeKey, HashAlgorithmName.SHA256).Create(root, now.AddDays(-1), now.AddDays(1), [1]);
        File.WriteAllText(Path.Combine(_folder, "nodes.pem"), root.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "node.pem"), $"{node.ExportCertificatePem()}\n{nodeKey.ExportPkcs8PrivateKeyPem()}\n");
    }

    private string[] Settings(int node) =>
    [
        .. _database.Settings.Select(x => $"{x.Key}={x.Value}"),
        "Cluster:Enabled=true", "Cluster:AdvertisedAddress=127.0.0.1", $"Cluster:SiloPort={_ports[node]}",
        $"Cluster:Tls:Certificate={_folder}/node.pem", $"Cluster:Tls:Roots={_folder}/nodes.pem",
        $"Dns:Servers={_dns.EndPoint}", $"Tls:TrustedRoots={_folder}/root.pem", "Targets:PerAddress:Concurrency=4", "Access:WrongKeysPerMinute=5",
        .. KeySettings(0, Key, "assess,audit,admin"), .. KeySettings(1, Seldom, "assess"), "Access:Keys:1:PerMinute=6",
        "Limits:ConcurrentAssessments=8", "Audit:ShardSize=5",
    ];

    private static string[] KeySettings(int number, string key, string scopes) =>
    [
        $"Access:Keys:{number}:Name=key{number}", $"Access:Keys:{number}:Sha256={Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}", $"Access:Keys:{number}:Scopes={scopes}",
    ];
}
