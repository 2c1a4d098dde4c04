using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.RealServers;

/// <summary>
/// Debian's Thunderbird without a window, with a profile of its own, asked through its remote control. It finds its settings files here only: its database of providers is
/// ours, and it asks nobody on the internet.
/// </summary>
public sealed class ThunderbirdProgram : IAsyncDisposable
{
    /// <summary>What to do where it is not installed.</summary>
    public const string Missing = "Thunderbird is not installed. On Debian: apt-get install -y --no-install-recommends thunderbird";

    /// <summary>A mail host that it reaches at 127.0.0.1.</summary>
    public const string Host = "mail.example.com";

    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private readonly ServerFolder _folder = new("thunderbird");
    private readonly HttpListener _database = new();
    private readonly Dictionary<string, string> _files = [];
    private readonly int _port = LoopbackPorts.Free(IPAddress.Loopback);
    private readonly ServerProcess _process;
    private Marionette _control = null!;

    private ThunderbirdProgram()
    {
        var database = $"http://127.0.0.1:{LoopbackPorts.Free(IPAddress.Loopback)}/";
        _database.Prefixes.Add(database);
        _database.Start();
        _ = ServeAsync();
        File.WriteAllText(Path.Combine(_folder.Root, "user.js"), Preferences(database));
        _process = new ServerProcess(
            _folder, "thunderbird", ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", _folder.Root], ("HOME", _folder.Root), ("MOZ_HEADLESS", "1"));
    }

    /// <summary>Whether it is installed.</summary>
    public static bool Available => File.Exists("/usr/bin/thunderbird");

    /// <summary>Starts it, and makes it trust an authority.</summary>
    public static async Task<ThunderbirdProgram> StartAsync(TestCertificates trusted)
    {
        if (!Available) throw new InvalidOperationException(Missing);
        var program = new ThunderbirdProgram();
        try
        {
            await program.ConnectAsync();
            await program.AskAsync(
                """
                Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB).addCertFromBase64(arguments[0], "CT,C,C");
                arguments[1](true);
                """,
                Convert.ToBase64String(trusted.Root.RawData));
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sets up an account from a settings file, and tells what came of it.</summary>
    /// <param name="file">The file, which is found for the address's domain.</param>
    /// <param name="address">The user's address.</param>
    /// <param name="password">The password.</param>
    public async Task<JsonNode> SetUpAsync(string file, string address, string password)
    {
        lock (_files) _files[address.Split('@')[1]] = file;
        var result = await AskAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Thunderbird", "set-up.js")), address, password);
        return result?["fault"] is { } fault ? throw new InvalidOperationException((string?)fault) : result!;
    }

    /// <summary>Runs a script on its privileged side; the script calls its last argument with the result.</summary>
    public async Task<JsonNode?> AskAsync(string script, params string[] arguments)
    {
        using var deadline = new CancellationTokenSource(StartTime);
        return await _control.RunAsync(script, [.. arguments.Select(x => (JsonNode)x)], deadline.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_control is not null) await _control.DisposeAsync();
        await _process.DisposeAsync();
        _database.Close();
        await _folder.DeleteAsync();
    }

    private async Task ConnectAsync()
    {
        await _process.WaitUntilAsync(deadline => LoopbackPorts.AnswersAsync(IPAddress.Loopback, _port, greets: false, deadline));
        using var patience = new CancellationTokenSource(StartTime);
        _control = await Marionette.ConnectAsync(_port, patience.Token);
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var request = await _database.GetContextAsync();
                await AnswerAsync(request.Response, request.Request.Url!.AbsolutePath.Trim('/'));
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or HttpListenerException)
        {
            // Closed: nobody asks any more.
        }
    }

    private async Task AnswerAsync(HttpListenerResponse answer, string domain)
    {
        string? file;
        lock (_files) _files.TryGetValue(domain, out file);
        answer.StatusCode = file is null ? 404 : 200;
        answer.ContentType = "text/xml; charset=utf-8";
        await answer.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(file ?? ""));
        answer.Close();
    }

    private string Preferences(string database) => string.Concat(new (string Name, string Value)[]
    {
        ("marionette.port", $"{_port}"),
        ("mailnews.auto_config_url", $"\"{database}\""),
        ("mailnews.auto_config.fetchFromISP.enabled", "false"),
        ("mailnews.auto_config.fetchFromExchange.enabled", "false"),
        ("network.dns.localDomains", $"\"{Host}\""),
        ("network.captive-portal-service.enabled", "false"),
        ("network.connectivity-service.enabled", "false"),
        ("app.update.enabled", "false"),
        ("extensions.update.enabled", "false"),
        ("datareporting.policy.dataSubmissionEnabled", "false"),
        ("services.settings.server", "\"data:,\""),
        ("mailnews.start_page.enabled", "false"),
        ("mail.instrumentation.postUrl", "\"\""),
    }.Select(x => $"user_pref(\"{x.Name}\", {x.Value});\n"));
}
