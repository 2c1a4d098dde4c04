using System.Diagnostics;
using System.Net;

namespace ProtocolAdvisor.RealServers;

/// <summary>
/// Debian's Postfix on loopback as a submission server, with its own configuration and queue, deleted afterwards. It signs in whom a
/// Dovecot knows, and refuses every recipient.
/// </summary>
public sealed class PostfixServer : IAsyncDisposable
{
    /// <summary>What to do where <see cref="Available"/> is false.</summary>
    public const string Missing =
        "Postfix is not installed, or we are not root, as which alone it starts. On Debian or Ubuntu: apt-get install -y --no-install-recommends postfix";

    private const string Program = "/usr/lib/postfix/sbin/master";

    private readonly PostfixSetup setup;
    private readonly PostfixFolder folder;
    private readonly ServerProcess process;
    private readonly Dictionary<PostfixListener, int> ports;

    private PostfixServer(PostfixSetup setup)
    {
        this.setup = setup;
        ports = setup.OpenListeners.ToDictionary(
            listener => listener,
            listener => setup.Ports.TryGetValue(listener, out var port) ? LoopbackPorts.Wanted(setup.Address, port) : LoopbackPorts.Free(setup.Address));
        folder = new PostfixFolder(setup.Certificate);
        folder.Configure(PostfixConfiguration.MainFile(setup, folder), PostfixConfiguration.MasterFile(setup, ports));
        // -d: stay in our process group, by which it ends with us.
        process = new ServerProcess(folder, Program, ["-d", "-c", folder.Root]);
    }

    /// <summary>Whether Postfix is installed and may be started.</summary>
    public static bool Available => File.Exists(Program) && Account.IsRoot;

    public IPAddress Address => setup.Address;

    /// <summary>Postfix's master process.</summary>
    public int ProcessId => process.Id;

    /// <summary>What Postfix has logged so far; at the end of a connection it counts the commands: "ehlo=2 starttls=1 auth=1 quit=1 commands=5".</summary>
    public string Log => folder.ReadLogs();

    /// <summary>The port of a listener; throws where the setup left it closed.</summary>
    public int Port(PostfixListener listener) => ports[listener];

    /// <summary>Whether a message is anywhere in its queue: never.</summary>
    public bool HasMessages => Directory.EnumerateFiles(folder.Queue, "*", SearchOption.AllDirectories)
        .Any(file => Path.GetRelativePath(folder.Queue, file).Split('/')[0] is not ("pid" or "private" or "public"));

    /// <summary>The log once it says what is waited for, or as it is after five seconds: Postfix writes it in its own time.</summary>
    public async Task<string> LogAsync(Func<string, bool> says)
    {
        var patience = Stopwatch.StartNew();
        while (!says(Log) && patience.Elapsed < TimeSpan.FromSeconds(5))
            await Task.Delay(20);
        return Log;
    }

    /// <summary>Starts Postfix and waits until both listeners answer.</summary>
    public static async Task<PostfixServer> StartAsync(PostfixSetup setup)
    {
        if (!Available)
            throw new InvalidOperationException(Missing);
        var server = new PostfixServer(setup);
        try
        {
            foreach (var (listener, port) in server.ports)
            {
                // Inside implicit TLS it greets only a client that shakes hands; accepting must do.
                var greets = listener == PostfixListener.Submission;
                await server.process.WaitUntilAsync(deadline => LoopbackPorts.AnswersAsync(server.Address, port, greets, deadline));
            }
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await folder.DeleteAsync();
    }
}
