using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Benchmarks.Endurance;

/// <summary>More idle connections than the process may open files, at several limits: it lives, and whoever comes meanwhile is served.</summary>
internal sealed class IdleTrial : ITrial
{
    public string Name => "idle";

    public async Task<IReadOnlyList<Outcome>> RunAsync(bool isShort, CancellationToken token)
    {
        var outcomes = new List<Outcome>();
        foreach (var files in isShort ? [700] : (int[])[700, 1_024, 20_000]) outcomes.Add(await TryAsync(files, token));
        return outcomes;
    }

    private async Task<Outcome> TryAsync(int files, CancellationToken token)
    {
        using var folder = new TrialFolder();
        await using var server = ScriptedMailServer.Start(new ImapScript());
        await using var advisor = await EnduringAdvisor.StartAsync(folder.Path, files, true, token);
        var idle = new List<Socket>();
        try
        {
            var during = 0;
            for (; idle.Count < files + 1_500; idle.Add(await ConnectAsync(advisor.Port, token)))
            {
                if (idle.Count % 500 == 0 && (await advisor.AssessAsync(server.Port, token)).Reached) during++;
            }

            var wanted = (idle.Count + 499) / 500;
            var after = await advisor.AssessAsync(server.Port, token);
            var refused = advisor.Log.Contains("Too many open files", StringComparison.OrdinalIgnoreCase);
            return new Outcome(
                Name, string.Create(CultureInfo.InvariantCulture, $"{idle.Count} idle connections at {files} files"), $"{during} of {wanted} assessments meanwhile", "all, and it lives", "",
                advisor.Lives && during == wanted && after.Reached && !refused);
        }
        finally
        {
            idle.ForEach(socket => socket.Dispose());
        }
    }

    private static async Task<Socket> ConnectAsync(int port, CancellationToken token)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, token);
        await socket.SendAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nX-"), token);
        return socket;
    }
}
