using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using ProtocolAdvisor.Web.Tests.Contract;

namespace ProtocolAdvisor.Web.Tests.Hosting;

/// <summary>The whole service on a real socket, with its own database; loopback may be dialled.</summary>
internal sealed class Advisor : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string?> _settings = new() { ["Targets:AllowedNetworks:0"] = "127.0.0.0/8", ["Targets:AllowedPorts:0"] = "1-65535", ["Discovery:CatalogueUrl"] = "none", ["urls"] = "http://127.0.0.1:0" };
    private readonly bool _ownsFolder;

    private Advisor(string? folder)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("advisor-tests").FullName;
        _settings["ConnectionStrings:Advisor"] = $"Data Source={Path.Combine(Folder, "advisor.db")}";
    }

    /// <summary>Where the database lies.</summary>
    public string Folder { get; }

    /// <summary>Everything that was logged, down to Trace.</summary>
    public CapturedLog Log { get; } = new();

    /// <summary>The clock, where a test turns it by hand.</summary>
    public TimeProvider? Clock { get; private set; }

    /// <summary>Starts the service and waits until it is warm.</summary>
    public static async Task<Advisor> StartAsync(string? folder = null, TimeProvider? clock = null, params (string Key, string? Value)[] settings)
    {
        var advisor = new Advisor(folder) { Clock = clock };
        foreach (var (key, value) in settings) advisor._settings[key] = value;
        advisor.UseKestrel();
        advisor.StartServer();
        using var client = advisor.CreateClient();
        while (!(await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode) await Task.Yield();
        return advisor;
    }

    /// <summary>Sends a JSON text.</summary>
    public async Task<Answer> PostAsync(string path, string json, params (string Name, string Value)[] headers)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return await SendAsync(HttpMethod.Post, path, body, headers);
    }

    /// <summary>Sends anything.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var client = CreateClient();
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var reply = await client.SendAsync(request);
        var answer = new Answer(reply, await reply.Content.ReadAsStringAsync());
        Assert.Empty(ContractWatch.Errors(method, request.RequestUri!, reply, answer.Text));
        return answer;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_ownsFolder && Directory.Exists(Folder)) Directory.Delete(Folder, true);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log).AddFilter<CapturedLog>(null, LogLevel.Trace));
        builder.ConfigureTestServices(services =>
        {
            if (Clock is not null) services.Replace(ServiceDescriptor.Singleton(Clock));
        });
    }
}

/// <summary>An answer, read to its end.</summary>
internal sealed record Answer(HttpResponseMessage Reply, string Text)
{
    public int Status => (int)Reply.StatusCode;

    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Code => (string?)Json["code"];

    public string? MediaType => Reply.Content.Headers.ContentType?.MediaType;

    /// <summary>The wrong members as <c>path code</c>.</summary>
    public IReadOnlyList<string> Errors => [.. ((JsonArray?)Json["errors"] ?? []).Select(x => $"{x!["path"]} {x["code"]}")];
}
