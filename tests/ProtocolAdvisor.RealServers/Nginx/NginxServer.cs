using System.Globalization;
using System.Net;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.RealServers;

/// <summary>Debian's nginx on loopback before a service of ours, with a site's configuration as an operator would write it; deleted afterwards.</summary>
public sealed class NginxServer : IAsyncDisposable
{
    /// <summary>What to do where <see cref="Available"/> is false.</summary>
    public const string Missing = "nginx is not installed. On Debian or Ubuntu: apt-get install -y --no-install-recommends nginx";

    private readonly ServerFolder folder = new("nginx");
    private readonly ServerProcess process;

    private NginxServer(Func<NginxPlaces, string> site, TestCertificate certificate)
    {
        var (pem, key) = certificate.WritePem(folder.Root);
        Port = LoopbackPorts.Free(IPAddress.Loopback);
        File.WriteAllText(folder.Configuration, Configure(site(new NginxPlaces(Port, pem, key))));
        process = new ServerProcess(folder, "nginx", ["-c", folder.Configuration, "-p", folder.Root, "-e", "stderr"]);
    }

    /// <summary>Whether nginx is installed.</summary>
    public static bool Available => File.Exists("/usr/sbin/nginx");

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>What it has logged so far.</summary>
    public string Log => folder.ReadLogs();

    /// <summary>Starts nginx and waits until it listens; a mistake in the site is an error that quotes it.</summary>
    /// <param name="site">The site's blocks (<c>upstream</c>, <c>server</c>), made for these places.</param>
    /// <param name="certificate">What it shows to clients.</param>
    public static async Task<NginxServer> StartAsync(Func<NginxPlaces, string> site, TestCertificate certificate)
    {
        if (!Available) throw new InvalidOperationException(Missing);
        var server = new NginxServer(site, certificate);
        try
        {
            await server.process.WaitUntilAsync(token => LoopbackPorts.AnswersAsync(IPAddress.Loopback, server.Port, greets: false, token));
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await folder.DeleteAsync();
    }

    // Around the site only what keeps nginx within its folder: whatever matters is for the site to say.
    private string Configure(string site) => string.Create(CultureInfo.InvariantCulture, $$"""
        pid {{folder.Run}}/nginx.pid;
        daemon off;
        worker_processes 1;
        events { worker_connections 256; }
        http {
            access_log off;
            client_body_temp_path {{folder.Root}}/body;
            proxy_temp_path {{folder.Root}}/proxy;
            fastcgi_temp_path {{folder.Root}}/fastcgi;
            uwsgi_temp_path {{folder.Root}}/uwsgi;
            scgi_temp_path {{folder.Root}}/scgi;
        {{site}}
        }
        """);
}

/// <summary>What a site's configuration has to name.</summary>
/// <param name="Port">Where to listen, on 127.0.0.1.</param>
/// <param name="Certificate">The certificate's file, PEM.</param>
/// <param name="Key">Its key's.</param>
public sealed record NginxPlaces(int Port, string Certificate, string Key);
