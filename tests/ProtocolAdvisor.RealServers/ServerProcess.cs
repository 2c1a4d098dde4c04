using System.Diagnostics;
using System.Net.Sockets;

namespace ProtocolAdvisor.RealServers;

/// <summary>A running server: a process group of its own that ends with us, however we end.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>
    /// The shell becomes the server's main process. The watcher beside it waits for the end of our pipe, which the kernel
    /// closes even if we are killed, and then ends the group; so no test run leaves a server behind. Asked politely,
    /// Dovecot takes a second to go, and what a test's server has stored is thrown away in any case.
    /// </summary>
    private const string Launch =
        """exec 3<&0; { read -r _ <&3; kill -KILL 0; } >/dev/null 2>&1 & exec "$@" </dev/null >"$0" 2>&1 3<&-""";

    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(15);
    private readonly ServerFolder folder;
    private readonly string program;
    private readonly Process process;

    /// <param name="folder">The server's own; what it prints goes there.</param>
    /// <param name="program">Its name; it is looked for among the system's programs.</param>
    /// <param name="arguments">What makes it stay in the foreground with the folder's configuration.</param>
    /// <param name="environment">Variables to set besides ours.</param>
    public ServerProcess(ServerFolder folder, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        (this.folder, this.program) = (folder, program);
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Launch, folder.Output, program, .. arguments]) { RedirectStandardInput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["PATH"] += ":/usr/sbin:/usr/local/sbin";
        process = Process.Start(start)!;
    }

    public int Id => process.Id;

    /// <summary>
    /// Asks again and again whether the server answers; a server that ends meanwhile, or needs longer than the patience (15 seconds unless
    /// told otherwise), is a failure with its log.
    /// </summary>
    public async Task WaitUntilAsync(Func<CancellationToken, Task<bool>> answers, TimeSpan? patience = null)
    {
        var time = patience ?? StartTime;
        using var deadline = new CancellationTokenSource(time);
        try
        {
            while (!await answers(deadline.Token))
            {
                if (process.HasExited)
                    throw new InvalidOperationException($"{program} ended at once: {folder.ReadLogs()}");
                await Task.Delay(5, deadline.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            throw new InvalidOperationException($"{program} did not come up within {time.TotalSeconds} s: {folder.ReadLogs()}", e);
        }
    }

    /// <summary>Waits for the server's end and gives its exit code.</summary>
    public async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Asks the server itself to end (SIGTERM) and gives it that long; who is still there then is killed with the group.</summary>
    public async Task AskToEndAsync(TimeSpan patience)
    {
        if (process.HasExited)
            return;
        Account.Run("kill", "-TERM", $"{Id}");
        using var deadline = new CancellationTokenSource(patience);
        await process.WaitForExitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
