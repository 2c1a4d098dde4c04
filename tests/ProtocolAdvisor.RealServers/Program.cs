using System.ComponentModel;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using ProtocolAdvisor.RealServers;

// The demo: a mail provider with a mailbox of three years in folders, and ProtocolAdvisor's service beside it.
if (!ProviderPark.Available)
{
    Console.Error.WriteLine(ProviderPark.Missing);
    return 1;
}

// Started by root, Dovecot and Postfix become users of their own, who have to get at their folders.
var temporary = Path.GetTempPath();
if (Account.IsRoot && !OperatingSystem.IsWindows() && !File.GetUnixFileMode(temporary).HasFlag(UnixFileMode.OtherExecute))
{
    Console.Error.WriteLine($"The temporary folder {temporary} is closed to other users, and with it to the servers. Choose another: TMPDIR=/tmp");
    return 1;
}

var stopped = new TaskCompletionSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.TrySetResult();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
try
{
    Console.WriteLine("Starting …");
    await using var demo = await Demo.StartAsync();
    if (!stopped.Task.IsCompleted)
        Console.WriteLine(demo.Told());
    var ended = demo.Advisor.EndedAsync();
    if (await Task.WhenAny(stopped.Task, ended) == ended)
        throw new InvalidOperationException(await ended);
}
catch (Exception e) when (e is InvalidOperationException or IOException or SocketException or Win32Exception)
{
    Console.Error.WriteLine(e.Message.ReplaceLineEndings(" "));
    return 1;
}

return 0;

/// <summary>Said to be internal, for ASP.NET Core would make it public, and tests that start the product's own Program would see two.</summary>
internal sealed partial class Program;
