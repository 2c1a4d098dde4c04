using System.Globalization;
using System.Net;

namespace ProtocolAdvisor.RealServers;

/// <summary>
/// Debian's PostgreSQL on loopback with databases of its own, deleted afterwards. What it writes survives its own end, and not the machine's:
/// it never waits for the disk.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>What to do where <see cref="Available"/> is false.</summary>
    public const string Missing = "PostgreSQL is not installed. On Debian or Ubuntu: apt-get install -y --no-install-recommends postgresql";

    /// <summary>The administrator; he needs the <see cref="Password"/>.</summary>
    public const string User = "postgres";

    /// <summary>Recognized wherever it should not be.</summary>
    public const string Password = "Zaunkönig 0815 'geheim'";

    private static readonly string[] Hurried =
    [
        "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "shared_buffers=16MB", "-c", "jit=off", "-c", "autovacuum=off",
        "-c", "max_connections=200",
    ];

    private const string Versions = "/usr/lib/postgresql";

    private readonly PostgresFolder folder = new();
    private readonly int port = LoopbackPorts.Free(IPAddress.Loopback);
    private ServerProcess? process;

    private PostgresServer()
    {
    }

    /// <summary>Whether PostgreSQL is installed.</summary>
    public static bool Available => Programs is not null;

    /// <summary>Where it answers.</summary>
    public IPEndPoint EndPoint => new(IPAddress.Loopback, port);

    /// <summary>Everything that it has said so far.</summary>
    public string Log => folder.ReadLogs();

    // Debian has the programs of each version in a folder of their own.
    private static string? Programs { get; } = Directory.Exists(Versions)
        ? Directory.GetDirectories(Versions).Select(x => Path.Combine(x, "bin")).Where(x => File.Exists(Path.Combine(x, "initdb"))).Max()
        : null;

    /// <summary>Makes an empty server and waits until it answers.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        if (!Available)
            throw new InvalidOperationException(Missing);
        var server = new PostgresServer();
        try
        {
            server.MakeFolder();
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>How a client connects to one of its databases.</summary>
    public string ConnectionString(string database) => string.Create(
        CultureInfo.InvariantCulture, $"Host={EndPoint.Address};Port={port};Database={database};Username={User};Password=\"{Password}\"");

    /// <summary>Starts it after a stop; its databases are as they were.</summary>
    public async Task StartAgainAsync()
    {
        File.Delete(folder.Output);
        var command = PostgresAccount.As(
            [Path.Combine(Programs!, "postgres"), "-D", folder.Databases, "-h", $"{EndPoint.Address}", "-p", $"{port}", "-k", folder.Run, .. Hurried]);
        process = new ServerProcess(folder, command[0], command[1..]);
        await process.WaitUntilAsync(_ => Task.FromResult(Log.Contains("system is ready to accept connections", StringComparison.Ordinal)));
    }

    /// <summary>Stops it at once, however many are connected.</summary>
    public async Task StopAsync()
    {
        if (process is null)
            return;
        // Killed, it would leave its shared memory behind.
        Account.Run("kill", "-QUIT", $"{process.Id}");
        await process.EndedAsync();
        await process.DisposeAsync();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await folder.DeleteAsync();
    }

    private void MakeFolder()
    {
        var command = PostgresAccount.As(
            Path.Combine(Programs!, "initdb"), "-D", folder.Databases, "-U", User, $"--pwfile={folder.PasswordFile}", "--auth=scram-sha-256",
            "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        Account.Run(command[0], command[1..]);
    }
}
