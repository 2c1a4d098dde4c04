using System.Diagnostics;

namespace ProtocolAdvisor.RealServers;

/// <summary>The running Dovecot: a process group of its own that ends with us, however we end.</summary>
internal sealed class DovecotProcess : IAsyncDisposable
{
    /// <summary>
    /// The shell becomes Dovecot's master process. The watcher beside it waits for the end of our pipe, which the kernel
    /// closes even if we are killed, and then ends the group; so no test run leaves a server behind. Asked politely,
    /// Dovecot takes a second to go, and its mail is thrown away in any case.
    /// </summary>
    private const string Launch =
        """exec 3<&0; { read -r _ <&3; kill -KILL 0; } >/dev/null 2>&1 & exec dovecot -F -c "$0" </dev/null >"$1" 2>&1 3<&-""";

    private readonly Process process;

    public DovecotProcess(DovecotFolder folder)
    {
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Launch, folder.Configuration, folder.Output]) { RedirectStandardInput = true };
        start.Environment["OPENSSL_CONF"] = folder.OpenSslConfiguration;
        start.Environment["PATH"] += ":/usr/sbin:/usr/local/sbin";
        process = Process.Start(start)!;
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
