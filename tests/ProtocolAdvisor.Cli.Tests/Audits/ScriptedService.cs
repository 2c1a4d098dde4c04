using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ProtocolAdvisor.Cli.Tests.Audits;

/// <summary>A service that answers as it was told to: the first line of events breaks off in the middle, and what stands before it says once that it is away.</summary>
internal sealed class ScriptedService : IDisposable
{
    private const string Audit = """{"id":"abc123","name":"x","progress":{"state":"done","held":null,"total":2,"done":2,"perMinute":null,"expectedEnd":null},"list":{"subjects":2,"duplicates":1,"ignoredColumns":[]},"sums":{"works":1,"toMend":0,"doesNotWork":1,"couldNotFindOut":0,"findings":[{"code":"cert-expired","subjects":1},{"code":"of-tomorrow","subjects":1}],"mailHosts":[],"mailHostCount":0},"location":"/v1/audits/abc123"}""";
    private const string Results = """
        {"number":1,"subject":"example.com","domain":"example.com","state":"works","findings":[],"protocol":"imap","mailHost":"mail.xn--bcher-kva.example","endpoints":[]}
        {"number":2,"subject":"example.org","domain":"example.org","state":"doesNotWork","findings":["cert-expired"],"protocol":"none","mailHost":null,"endpoints":[]}

        """;

    private readonly HttpListener _listener = new();
    private int _lines;

    private ScriptedService(string? key)
    {
        (Key, Address) = (key, $"http://127.0.0.1:{FreePort()}");
        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>What was asked: method and path, with the body and the headers that matter.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    private string? Key { get; }

    /// <summary>Starts one that wants this key, or none.</summary>
    public static ScriptedService Start(string? key = null) => new(key);

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // It was closed, or the caller has gone.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var body = await new StreamReader(request.InputStream).ReadToEndAsync();
        Asked.Enqueue($"{request.HttpMethod} {request.RawUrl} {request.ContentType} {request.Headers["Last-Event-ID"]} {body.ReplaceLineEndings("|")}".TrimEnd());
        var isKnown = Key is null || request.Headers["Authorization"] == $"Bearer {Key}";
        var isAway = request.Url!.AbsolutePath.EndsWith("/events", StringComparison.Ordinal) && Interlocked.Increment(ref _lines) == 2;
        response.StatusCode = !isKnown ? 401 : isAway ? 502 : 200;
        var answer = !isKnown ? """{"title":"Unauthorized","detail":"A key is \u001B[31mneeded."}""" : isAway ? "<h1>Bad Gateway</h1>" : request.Url!.AbsolutePath switch
        {
            "/v1/audits/abc123/events" => Events(request.Headers["Last-Event-ID"]),
            "/v1/audits/abc123/results" => request.Headers["Accept"] == "text/csv" ? "number,subject\r\n1,example.com\r\n" : Results,
            _ => Audit,
        };
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        response.Close();
    }

    private string Events(string? last) => _lines == 1
        ? "id: r1\nevent: progress\ndata: {\"state\":\"running\",\"held\":null,\"total\":2,\"done\":1,\"perMinute\":60,\"expectedEnd\":null}\n\n: nothing new\n\n"
        : last != "r1" ? "event: progress\ndata: {}\n\n"
        : "id: r2\nevent: progress\ndata: {\"state\":\"done\",\"held\":null,\"total\":2,\"done\":2,\"perMinute\":null,\"expectedEnd\":null}\n\nevent: done\ndata: {\"removed\":false}\n\n";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
