using System.Diagnostics;
using System.Text;

namespace ProtocolAdvisor.Cli.Tests.Hosting;

/// <summary>The tool in a pseudo-terminal of 40 rows, which <c>script</c> of util-linux lends: what somebody at a keyboard sees.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly Process _script;
    private readonly StringBuilder _seen = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(60));

    private Terminal(Process script) => _script = script;

    /// <summary>Everything that was written to the terminal so far, escape sequences included.</summary>
    public string Seen => _seen.ToString();

    /// <summary>Starts the tool; at the end the terminal's own settings are printed.</summary>
    public static Terminal Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment) => Start(100, arguments, environment);

    /// <summary>The same in a terminal of another width.</summary>
    public static Terminal Start(int columns, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        string[] words = ["dotnet", Tool.Program, .. arguments];
        // An interruption reaches the shell as well; some shells would end with it, whatever the tool made of it.
        var command = $"trap : INT; stty cols {columns} rows 40; {string.Join(' ', words.Select(x => $"'{x}'"))}; code=$?; stty -a; exit $code";
        var start = new ProcessStartInfo("script", ["-qefc", command, "/dev/null"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["SHELL"] = "/bin/sh";
        foreach (var name in new[] { "LC_ALL", "LANG", "NO_COLOR" }) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new Terminal(Process.Start(start)!);
    }

    /// <summary>Reads on until the text has been seen.</summary>
    public async Task UntilAsync(string text)
    {
        while (!Seen.Contains(text, StringComparison.Ordinal))
            if (!await ReadAsync()) throw new InvalidOperationException($"The tool ended without showing “{text}”: {Seen}");
    }

    /// <summary>Types.</summary>
    public async Task TypeAsync(string keys)
    {
        await _script.StandardInput.WriteAsync(keys);
        await _script.StandardInput.FlushAsync();
    }

    /// <summary>Reads to the end; gives the exit code.</summary>
    public async Task<int> EndAsync()
    {
        while (await ReadAsync())
        {
        }

        await _script.WaitForExitAsync(_patience.Token);
        return _script.ExitCode;
    }

    public void Dispose()
    {
        _script.Kill(entireProcessTree: true);
        _script.Dispose();
        _patience.Dispose();
    }

    private async Task<bool> ReadAsync()
    {
        var buffer = new char[4096];
        var read = await _script.StandardOutput.ReadAsync(buffer, _patience.Token);
        _seen.Append(buffer, 0, read);
        return read > 0;
    }
}
