using System.Net;
using System.Net.Sockets;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.RealServers;

/// <summary>The product's service as a process of its own, built with us, on a free port of 127.0.0.1; its reports go with it.</summary>
internal sealed class AdvisorProcess : IAsyncDisposable
{
    /// <summary>It warms its code up before it is ready: seconds, on a busy machine many.</summary>
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(2), StopTime = TimeSpan.FromSeconds(5);

    private readonly ServerFolder folder = new("advisor");
    private readonly ServerProcess process;

    private AdvisorProcess(TestCertificates authority, DemoWay way)
    {
        Address = $"http://127.0.0.1:{LoopbackPorts.Free(IPAddress.Loopback)}";
        RootFile = authority.WriteRootPem(Path.Combine(folder.Root, "root.pem"));
        process = new ServerProcess(folder, "dotnet",
        [
            Program("ProtocolAdvisor.Web"),
            $"--Urls={Address}",
            $"--ConnectionStrings:Advisor=Data Source={Path.Combine(folder.Root, "advisor.db")}",
            "--Limits:ShutdownTime=00:00:01",
            .. way.ToService(RootFile),
        ]);
    }

    /// <summary>Where it answers.</summary>
    public string Address { get; }

    /// <summary>The root certificate that the provider's servers are trusted by.</summary>
    public string RootFile { get; }

    /// <summary>The process's number.</summary>
    public int Id => process.Id;

    /// <summary>Where a program of the product was built: beside this one, in its own project's folder.</summary>
    public static string Program(string project)
    {
        var folder = AppContext.BaseDirectory.Replace(
            Path.Combine("tests", "ProtocolAdvisor.RealServers"), Path.Combine("src", project), StringComparison.Ordinal);
        return Path.Combine(folder, $"{project}.dll") is var file && File.Exists(file)
            ? file : throw new InvalidOperationException($"{file} is missing. Build it: dotnet build tests/ProtocolAdvisor.RealServers");
    }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static async Task<AdvisorProcess> StartAsync(TestCertificates authority, DemoWay way)
    {
        var advisor = new AdvisorProcess(authority, way);
        try
        {
            using var client = new HttpClient();
            await advisor.process.WaitUntilAsync(deadline => ReadyAsync(client, advisor.Address, deadline), StartTime);
            return advisor;
        }
        catch
        {
            await advisor.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for its end, which nobody asked for, and gives what can be told of it.</summary>
    public async Task<string> EndedAsync() =>
        $"The service ended with code {await process.EndedAsync()}. Its log ends: {folder.ReadLogs().Trim().Split('\n')[^1].Trim()}";

    public async ValueTask DisposeAsync()
    {
        await process.AskToEndAsync(StopTime);
        await process.DisposeAsync();
        await folder.DeleteAsync();
    }

    private static async Task<bool> ReadyAsync(HttpClient client, string address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync($"{address}/health/ready", cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException)
        {
            return false;
        }
    }
}
