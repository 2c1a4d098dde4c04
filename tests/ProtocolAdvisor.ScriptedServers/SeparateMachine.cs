using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>
/// What looks like a machine of its own to whoever runs on it: a network in which there is loopback and nothing else, and a list of name servers of its own, in a network and
/// a mount namespace (namespaces(7)). Sockets that are made <see cref="Within"/> are there, and programs run there behind <see cref="Enter"/>. It ends with us, however
/// we end.
/// </summary>
public sealed partial class SeparateMachine : IAsyncDisposable
{
    private const string Needs = "This test needs a network and a mount namespace of its own: root (or CAP_SYS_ADMIN) on Linux, util-linux and iproute2";

    // nsswitch.conf: whatever else the machine asks for names, here there are only the files and the name servers. The hosts file of a
    // container may name hosts by addresses that are not there.
    private const string Launch =
        """
        set -e
        ip link set lo up
        mount --bind "$0/resolv.conf" /etc/resolv.conf
        mount --bind "$0/hosts" /etc/hosts
        mount --bind "$0/nsswitch.conf" /etc/nsswitch.conf
        echo ready
        exec cat
        """;

    private readonly DirectoryInfo folder;
    private readonly Process holder;

    private SeparateMachine(DirectoryInfo folder, Process holder) => (this.folder, this.holder) = (folder, holder);

    /// <summary>The words to put before a command that is to run there.</summary>
    public IReadOnlyList<string> Enter => ["nsenter", $"--target={holder.Id}", "--net", "--mount"];

    /// <summary>Why there can be none here: a sandbox may forbid it even to root. Null where there can.</summary>
    public static async Task<string?> WhyNoneAsync()
    {
        try
        {
            await using var machine = await StartAsync();
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return e.Message;
        }
    }

    /// <summary>Starts one; it asks nobody for names until it is told whom.</summary>
    /// <exception cref="InvalidOperationException">This machine cannot: the message says what is missing.</exception>
    public static async Task<SeparateMachine> StartAsync()
    {
        if (!OperatingSystem.IsLinux())
            throw new InvalidOperationException(Needs);
        var folder = Directory.CreateTempSubdirectory("pa-machine");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "resolv.conf"), "");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "hosts"), "127.0.0.1 localhost\n");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "nsswitch.conf"), "hosts: files dns\n");
        var start = new ProcessStartInfo("unshare", ["--net", "--mount", "sh", "-c", Launch, folder.FullName])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] += ":/usr/sbin:/sbin";
        var machine = new SeparateMachine(folder, Process.Start(start)!);
        if (await machine.holder.StandardOutput.ReadLineAsync() == "ready")
            return machine;
        var said = await machine.holder.StandardError.ReadToEndAsync();
        await machine.DisposeAsync();
        throw new InvalidOperationException($"{Needs}. Here it failed: {said.Trim()}");
    }

    /// <summary>Whom its programs ask for names, in this order: what its resolv.conf says. The port is 53.</summary>
    public void AsksForNames(params IEnumerable<IPAddress> servers) =>
        File.WriteAllText(Path.Combine(folder.FullName, "resolv.conf"), string.Concat(servers.Select(x => $"nameserver {x}\n")));

    /// <summary>
    /// Makes a socket there, which belongs to that network for good, whoever uses it afterwards. The work must start nothing asynchronous: a thread is in the network of whoever
    /// has started it, and the pool's threads serve all tests.
    /// </summary>
    public Socket Within(Func<Socket> make)
    {
        Socket? made = null;
        ExceptionDispatchInfo? failed = null;
        // A thread that ends with the work: it would take whatever else ran on it there.
        var visitor = new Thread(() =>
        {
            try
            {
                using var network = File.OpenHandle($"/proc/{holder.Id}/ns/net");
                if (SetNamespace(network, 0) != 0)
                    throw new InvalidOperationException($"{Needs}. setns failed: {Marshal.GetLastPInvokeErrorMessage()}");
                made = make();
            }
            catch (Exception e)
            {
                failed = ExceptionDispatchInfo.Capture(e);
            }
        });
        visitor.Start();
        visitor.Join();
        failed?.Throw();
        return made!;
    }

    /// <summary>Speaks HTTP with a service there.</summary>
    public HttpClient Client(int port) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = async (_, token) =>
        {
            var socket = Within(() => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true });
            await socket.ConnectAsync(IPAddress.Loopback, port, token);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{port}"),
    };

    public async ValueTask DisposeAsync()
    {
        holder.StandardInput.Close();
        await holder.WaitForExitAsync();
        holder.Dispose();
        folder.Delete(recursive: true);
    }

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int SetNamespace(SafeHandle namespaceFile, int kind);
}
