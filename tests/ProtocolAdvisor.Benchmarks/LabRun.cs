using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>A lab of our own for one run: brought up, used from outside, and taken down whatever happens.</summary>
internal sealed class LabRun(string name) : IAsyncDisposable
{
    private readonly List<FarServer> _beside = [];
    private bool _started;

    /// <summary>Brings the lab up, with Dovecot and a mailbox.</summary>
    /// <param name="servers">The servers that are wanted beside it.</param>
    /// <param name="withPostfix">Whether a Postfix is wanted beside the Dovecot.</param>
    /// <param name="token">Stops it.</param>
    internal async Task StartAsync(IEnumerable<FarServer> servers, bool withPostfix, CancellationToken token)
    {
        var status = await LabAsync(token, "status");
        if (status.Contains("up=True", StringComparison.Ordinal))
            throw new LabException($"A lab '{name}' is up already: another run, or the rest of one. 'tests/lab/lab --name {name} down --purge' ends it.");
        _started = true;
        await LabAsync(token, "up", "--rtt", "0");
        await LabAsync(token, "dovecot", "up");
        if (withPostfix) await LabAsync(token, "postfix", "up");
        await Console.Error.WriteLineAsync($"Filling a mailbox with {FarSide.Messages} messages …");
        await LabAsync(token, "mailbox", "--user", FarSide.Username, "--messages", $"{FarSide.Messages}", "--profile", "office");
        await LabAsync(token, "mailbox", "--user", FarServer.Dovecot.FetchedUsername, "--messages", $"{FarSide.FetchedMessages}", "--profile", "office", "--seed", FarSide.FetchedSeed);
        foreach (var server in servers.Where(x => x != FarServer.Dovecot)) await StartAsync(server, token);
    }

    // Each has its packages in an overlay of its own, made once for each lab.
    private async Task StartAsync(FarServer server, CancellationToken token)
    {
        await Console.Error.WriteLineAsync($"Starting {server} …");
        _beside.Add(server);
        await RunAsync(Repository.Server(server), ["up"], token);
        await LabAsync(token, "exec", "env", $"SEED={FarSide.FetchedSeed}", "python3", Repository.Server("fill.py"), server.Host, $"{FarSide.FetchedMessages}", "office");
    }

    /// <summary>Runs a benchmark in a fresh process on the client's side of <paramref name="line"/>.</summary>
    internal async Task<IReadOnlyList<Outcome>> RunAsync(IBenchmark benchmark, FarServer server, Line line, CancellationToken token)
    {
        await Console.Error.WriteLineAsync($"{benchmark.Name}: {server}, {line} …");
        await LabAsync(token, "set", "--rtt", Text(line.RoundTripMs), "--mbit", Text(line.Mbit));
        // The runtime reads SSL_CERT_FILE at its start: with it the lab's authority is one of the system's, for MailKit as for us.
        const string trusting = "SSL_CERT_FILE=\"$LAB_CA\" exec \"$@\"";
        string[] command = ["exec", "sh", "-c", trusting, "sh", .. Repository.Command, Program.Inside, benchmark.Name, server.Name, Text(line.RoundTripMs), Text(line.Mbit)];
        var output = await LabAsync(token, command);
        return JsonSerializer.Deserialize<List<Outcome>>(output) ?? [];
    }

    /// <summary>Takes it down and deletes its mailbox; nothing that another run started is touched.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in _beside) await RunAsync(Repository.Server(server), ["down"], CancellationToken.None);
        if (_started) await LabAsync(CancellationToken.None, "down", "--purge");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Task<string> LabAsync(CancellationToken token, params string[] arguments) => RunAsync(Repository.Lab, ["--name", name, .. arguments], token);

    private async Task<string> RunAsync(string program, string[] arguments, CancellationToken token)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true, Environment = { ["LAB_NAME"] = name } };
        using var process = Start(start);
        process.StandardInput.Close();
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            return process.ExitCode == 0 ? output : throw new LabException($"'{Path.GetFileName(program)} {string.Join(' ', arguments)}' failed; what it said is above.");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new LabException($"{start.FileName} cannot be started: {e.Message}. It needs Linux and Python 3.");
        }
    }
}

/// <summary>The lab does not work, and why.</summary>
internal sealed class LabException(string message) : Exception(message);
